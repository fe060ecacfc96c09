import Texting

/// How near what somebody wrote is to the words that are meant, the nearest first.
enum Nearness {
    /// Folded and equal.
    case exact
    /// The same but for the punctuation around it.
    case whole
    case beginning
    /// One letter added, dropped or changed, or two neighbours exchanged, in one word.
    case slip

    /// Letters of a word that forgives a slip: in a shorter one it would be another word.
    private static let fewestLetters = 5

    func holds(_ written: String, for words: String) -> Bool {
        switch self {
        case .exact: folded(written) == folded(words) && !folded(words).isEmpty
        case .whole: Self.loose(written) == Self.loose(words) && !Self.loose(words).isEmpty
        case .beginning: Self.begins(Self.loose(words), with: Self.loose(written))
        // `Nord-Ouest` is one word to some and two to others.
        case .slip: Self.slips(bare(written), from: bare(words)) || Self.slips(Self.loose(written), from: Self.loose(words))
        }
    }

    /// With blanks for hyphens and apostrophes, which are hard to find on a phone.
    private static func loose(_ text: String) -> String { String(bare(text).map { "-'".contains($0) ? " " : $0 }) }

    /// `25` begins `25 à 35 ans`, but `3` does not begin `36 à 59 ans`.
    private static func begins(_ words: String, with beginning: String) -> Bool {
        guard let last = beginning.last, words.hasPrefix(beginning) else { return false }
        guard last.isNumber, let next = words.dropFirst(beginning.count).first else { return true }
        return !next.isNumber && !next.isLetter
    }

    private static func slips(_ written: String, from words: String) -> Bool {
        let pairs = Array(zip(written.split(separator: " "), words.split(separator: " ")))
        guard pairs.count == written.split(separator: " ").count, pairs.count == words.split(separator: " ").count else { return false }
        let different = pairs.filter { $0.0 != $0.1 }
        guard different.count == 1, let (slip, meant) = different.first, meant.count(where: \.isLetter) >= fewestLetters else {
            return false
        }
        // Another number is another thing.
        guard slip.filter(\.isNumber) == meant.filter(\.isNumber) else { return false }
        return isOneSlip(Array(slip), Array(meant))
    }

    private static func isOneSlip(_ slip: [Character], _ meant: [Character]) -> Bool {
        let start = zip(slip, meant).prefix { $0.0 == $0.1 }.count
        let (left, right) = (slip[start...], meant[start...])
        return switch slip.count - meant.count {
        case 1: left.dropFirst() == right
        case -1: left == right.dropFirst()
        case 0:
            left.dropFirst() == right.dropFirst()
                || left.prefix(2).reversed() == Array(right.prefix(2)) && left.dropFirst(2) == right.dropFirst(2)
        default: false
        }
    }
}

/// Folded, and without the punctuation and the signs around it: `« Oui ! »` is `oui`.
func bare(_ text: String) -> String {
    let inside = folded(text).drop { !$0.isWordPart }
    return String(inside.reversed().drop { !$0.isWordPart }.reversed())
}

extension Character {
    fileprivate var isWordPart: Bool { isLetter || isNumber || unicodeScalars.contains { $0.properties.isAlphabetic } }
}
