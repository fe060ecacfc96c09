/// Which letters a channel carries; a text is fitted to them before it leaves.
package enum Letters: String, Sendable, Codable, CaseIterable {
    /// Legible on any phone: no accents, no typographic signs.
    case ascii
    /// GSM 03.38 with its extension table.
    case gsm
    /// Everything, in UCS-2 where GSM 03.38 does not have it.
    case unicode
}

/// The text in letters that the channel carries.
///
/// A letter that has no counterpart there, as in Arabic, stays, and the text is then sent in UCS-2. Emoji and invisible signs are left out.
package func fitted(_ text: String, to letters: Letters) -> String {
    switch letters {
    case .unicode: return text.composed
    case .ascii, .gsm:
        if isPlain(text) { return text }
        var lines = FittedLines(letters: letters, capacity: text.utf8.count)
        lines.add(text)
        return lines.text
    }
}

/// Whether nothing in the text needs a look.
private func isPlain(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable(\.isPlain) ?? text.utf8.allSatisfy(\.isPlain)
}

extension UnsafeBufferPointer<UInt8> {
    // Reckoned, without a way out in the middle, so that many bytes are looked at in one step.
    @inline(__always) var isPlain: Bool {
        var others: UInt8 = 0
        for byte in self {
            let isOutside: UInt8 = byte &- 0x20 > 0x5E ? 1 : 0
            let isNoBreak: UInt8 = byte != 0x0A ? 1 : 0
            others |= isOutside & isNoBreak | (byte == 0x60 ? 1 : 0)
        }
        return others == 0
    }
}

extension UInt8 {
    /// Printable ASCII and line breaks, without the grave accent that GSM 03.38 does not have.
    @inline(__always) var isPlain: Bool {
        self &- 0x20 <= 0x5E && self != UInt8(ascii: "`") || self == UInt8(ascii: "\n")
    }
}
