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
    case .unicode: text.composed
    case .ascii: isPlain(text) ? text : replaced(in: text) { _ in false }
    case .gsm: isPlain(text) ? text : replaced(in: text) { GSMAlphabet.septets(of: $0) > 0 }
    }
}

/// Whether nothing in the text needs a look: printable ASCII and line breaks, without the grave accent that GSM 03.38 does not have.
private func isPlain(_ text: String) -> Bool {
    text.utf8.withContiguousStorageIfAvailable { $0.allSatisfy(isPlain) } ?? text.utf8.allSatisfy(isPlain)
}

private func isPlain(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || (UInt8(ascii: " ")...UInt8(ascii: "~")).contains(byte) && byte != UInt8(ascii: "`")
}

private func replaced(in text: String, keeping isKept: (Unicode.Scalar) -> Bool) -> String {
    var text = text.composed
    return text.withUTF8 { String(decoding: replaced(in: $0, keeping: isKept), as: UTF8.self) }
}

/// In bytes, with what is plain taken over as it stands: letter by letter a text costs many times as much.
private func replaced(in text: UnsafeBufferPointer<UInt8>, keeping isKept: (Unicode.Scalar) -> Bool) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    // Joiners and directions mean something only beside letters that had to stay.
    var followsForeign = false
    var next = 0
    while next < text.count {
        let plain = text[next...].prefix(while: isPlain)
        if !plain.isEmpty {
            result.append(contentsOf: UnsafeBufferPointer(rebasing: plain))
            followsForeign = false
            next = plain.endIndex
            continue
        }
        let scalar = text.scalar(at: next)
        next += scalar.utf8.count
        if scalar.value >= 0xA0, isKept(scalar) {
            result.append(contentsOf: scalar.utf8)
            followsForeign = false
        } else if let replacement = Transliteration.of(scalar) {
            result.append(contentsOf: replacement.utf8)
            followsForeign = followsForeign && replacement.isEmpty
            if scalar == "\r", next < text.count, text[next] == UInt8(ascii: "\n") { next += 1 }
        } else if !scalar.isPictograph, followsForeign || !scalar.isInvisible {
            result.append(contentsOf: scalar.utf8)
            followsForeign = true
        }
    }
    return result
}

extension UnsafeBufferPointer<UInt8> {
    /// Of a string's own bytes, which are whole.
    fileprivate func scalar(at index: Int) -> Unicode.Scalar {
        var rest = self[index...].makeIterator()
        var decoder = UTF8()
        guard case .scalarValue(let scalar) = decoder.decode(&rest) else { return "\u{FFFD}" }
        return scalar
    }
}
