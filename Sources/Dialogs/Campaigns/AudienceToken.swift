/// A piece of what staff write after `--to`, with its column, counted from 1.
struct AudienceToken: Equatable {
    enum Kind: Equatable {
        case word(String)
        /// What stands in quotes is never one of the language's own words.
        case quoted(String)
        case comparison(Audience.Comparison)
        case open, close
        /// A quote that nothing closes.
        case unclosed
    }

    var kind: Kind
    var column: Int

    static func all(in text: String) -> [AudienceToken] {
        var tokens: [AudienceToken] = []
        let letters = Array(text)
        var next = 0
        while next < letters.count {
            let letter = letters[next]
            let column = next + 1
            if letter.isWhitespace {
                next += 1
            } else if letter == "(" || letter == ")" {
                tokens.append(AudienceToken(kind: letter == "(" ? .open : .close, column: column))
                next += 1
            } else if let closing = quotes[letter] {
                guard let end = letters[(next + 1)...].firstIndex(of: closing) else {
                    tokens.append(AudienceToken(kind: .unclosed, column: column))
                    return tokens
                }
                let inside = String(letters[(next + 1)..<end])
                tokens.append(AudienceToken(kind: .quoted(inside.trimmingBlanks), column: column))
                next = end + 1
            } else if let (comparison, length) = comparison(at: next, in: letters) {
                tokens.append(AudienceToken(kind: .comparison(comparison), column: column))
                next += length
            } else {
                let end = letters[next...].firstIndex { $0.isWhitespace || "()=<>!≥≤≠".contains($0) || quotes[$0] != nil } ?? letters.count
                // A lone `!` is a word of its own, so that it is told where it stands.
                let last = max(end, next + 1)
                tokens.append(AudienceToken(kind: .word(String(letters[next..<last])), column: column))
                next = last
            }
        }
        return tokens
    }

    private static let quotes: [Character: Character] = ["\"": "\"", "«": "»", "“": "”"]

    private static func comparison(at index: Int, in letters: [Character]) -> (Audience.Comparison, Int)? {
        let two = String(letters[index..<min(index + 2, letters.count)])
        if two.count == 2, let comparison = Audience.Comparison(rawValue: two) { return (comparison, 2) }
        switch letters[index] {
        case "≥": return (.atLeast, 1)
        case "≤": return (.atMost, 1)
        case "≠": return (.unequal, 1)
        default: return Audience.Comparison(rawValue: String(letters[index])).map { ($0, 1) }
        }
    }
}

extension String {
    fileprivate var trimmingBlanks: String {
        let front = drop(while: \.isWhitespace)
        return String(front.reversed().drop(while: \.isWhitespace).reversed())
    }
}
