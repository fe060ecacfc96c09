/// How words are compared: without case, accents, ligatures, kinds of apostrophe and runs of blanks.
package func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    var isBlankOpen = false
    func add(_ scalar: Unicode.Scalar) {
        if scalar.properties.isWhitespace {
            isBlankOpen = !result.isEmpty
        } else {
            if isBlankOpen { result.append(" ") }
            isBlankOpen = false
            result.append(scalar)
        }
    }
    // Transliteration first: lower case alone would take `ẞ` and `İ` to something else.
    for scalar in text.composed.unicodeScalars {
        if scalar.isASCII, scalar != "`" {
            add(scalar)
        } else if let replacement = Transliteration.of(scalar) {
            replacement.unicodeScalars.forEach(add)
        } else if scalar.properties.generalCategory != .nonspacingMark, !scalar.isInvisible {
            add(scalar)
        }
    }
    return String(result).lowercased()
}
