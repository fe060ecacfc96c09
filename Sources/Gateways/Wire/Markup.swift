/// A text as it stands in XML or HTML, between two tags or in an attribute.
func markup(_ text: String) -> String {
    var markup = ""
    for scalar in text.unicodeScalars {
        switch scalar {
        case "&": markup += "&amp;"
        case "<": markup += "&lt;"
        case ">": markup += "&gt;"
        case "\"": markup += "&quot;"
        case "'": markup += "&#39;"
        // XML 1.0 §2.2 has no control characters but these three, not even as references.
        case "\n", "\r", "\t": markup.unicodeScalars.append(scalar)
        case "\0"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": continue
        default: markup.unicodeScalars.append(scalar)
        }
    }
    return markup
}
