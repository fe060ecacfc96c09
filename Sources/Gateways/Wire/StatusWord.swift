/// A gateway's own code for something, as exports and staff see it: never a sentence, which might repeat a number.
///
/// What comes from outside may be anything at all.
func statusWord(_ text: String) -> String {
    let signs = text.unicodeScalars.map { scalar -> Character in
        switch scalar {
        case "a"..."z", "A"..."Z", "0"..."9", "-", "_", ".": Character(scalar)
        default: "-"
        }
    }
    let word = String(signs.prefix(mostInWord))
    // A phone number has more digits in a row than any code.
    return word.firstMatch(of: /[0-9]{9,}/) == nil ? word : "number"
}

/// Letters, digits and `-_.` in a word.
private let mostInWord = 40
