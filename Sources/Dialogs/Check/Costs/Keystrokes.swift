import Foundation

/// How many keys an answer takes, from the quickest to a usual long one.
enum Keystrokes {
    /// A name in full; longer answers are allowed, but nobody is measured by them.
    static let usualText = 20
    /// The beginning of a word that a search is asked for.
    static let searched = 3
    /// National digits, as in `670000001`.
    static let phone = 9

    /// The digits of an option's number, counted from 0.
    static func ofOption(_ index: Int) -> ClosedRange<Int> {
        let digits = String(index + 1).count
        return digits...digits
    }
}

extension ClosedRange<Int> {
    func widened(by other: ClosedRange<Int>?) -> ClosedRange<Int> {
        guard let other else { return self }
        return Swift.min(lowerBound, other.lowerBound)...Swift.max(upperBound, other.upperBound)
    }
}

extension Question {
    /// Of any answer but a single choice.
    func keys(in script: Script) -> ClosedRange<Int> {
        switch expect {
        case .text(let rule):
            let shortest = rule.like?.count ?? rule.min
            return shortest...max(shortest, rule.like?.count ?? min(rule.max, Keystrokes.usualText))
        case .number(let rule):
            let longest = rule.max.map { max(1, NSDecimalNumber(decimal: $0).stringValue.count) } ?? 6
            return 1...longest
        case .date(let rule):
            switch rule.precision {
            case .day: return 8...10
            case .month: return 6...7
            case .year: return 4...4
            }
        case .phone: return Keystrokes.phone...Keystrokes.phone
        case .reference: return Reference.length...Reference.length
        case .choice(let choices):
            guard let several = choices.several else { return 1...1 }
            let most = max(several.min, several.max ?? script.choices(of: choices.source).count)
            return max(1, several.min * 2 - 1)...max(1, most * 2 - 1)
        }
    }

    func keys(ofChoice index: Int, in script: Script) -> ClosedRange<Int> {
        isSearched(in: script) ? (Keystrokes.searched + 1)...(Keystrokes.searched + 1) : Keystrokes.ofOption(index)
    }

    /// Of skipping: the number behind the choices, or the key.
    func optionalKeys(in script: Script) -> ClosedRange<Int> {
        guard case .choice(let choices) = expect, !isSearched(in: script) else { return 2...2 }
        return Keystrokes.ofOption(script.choices(of: choices.source).count)
    }

    /// Whether the beginning of the words is typed.
    func isSearched(in script: Script) -> Bool {
        guard case .choice(let choices) = expect else { return false }
        return choices.find ?? (script.choices(of: choices.source).count > Screen.mostOptions)
    }
}

extension Screen {
    /// Numbers that options can have: 98 and 99 are keys (DIALOGS §4).
    static let mostOptions = 97
    static let mostPages = 5
}
