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
    case .gsm: isPlain(text) ? text : replaced(in: text) { GSMAlphabet.code(of: $0) != nil }
    }
}

/// Whether nothing in the text needs a look: printable ASCII and line breaks, without the grave accent that GSM 03.38 does not have.
private func isPlain(_ text: String) -> Bool {
    text.utf8.allSatisfy { isPlain(Unicode.Scalar($0)) }
}

private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "\n" || (" "..."~").contains(scalar) && scalar != "`"
}

private func replaced(in text: String, keeping isKept: (Unicode.Scalar) -> Bool) -> String {
    var result = String.UnicodeScalarView()
    // Joiners and directions mean something only beside letters that had to stay.
    var followsForeign = false
    var previous: Unicode.Scalar?
    for scalar in text.composed.unicodeScalars {
        defer { previous = scalar }
        if scalar == "\n", previous == "\r" { continue }
        if isPlain(scalar) || scalar.value >= 0xA0 && isKept(scalar) {
            result.append(scalar)
            followsForeign = false
        } else if let replacement = Transliteration.of(scalar) {
            result.append(contentsOf: replacement.unicodeScalars)
            followsForeign = followsForeign && replacement.isEmpty
        } else if !scalar.isPictograph, followsForeign || !scalar.isInvisible {
            result.append(scalar)
            followsForeign = true
        }
    }
    return String(result)
}
