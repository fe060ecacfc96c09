import Foundation
import Texting

/// Words with every placeholder filled by the longest that it can be.
struct Widest {
    let script: Script
    let fields: [String: FieldFacts]
    let channel: Channel
    let language: Language
    /// Letters that a free text is taken for, where not its own limit counts.
    var usualText: Int?

    /// The widest letter of GSM 03.38 on most screens, and one septet.
    private static let letter = "W"
    private static let longestPhone = "+" + String(repeating: "9", count: 15)
    /// Digits of a number that nothing limits.
    private static let openDigits = 9

    func text(_ words: Words, _ more: [String: String] = [:]) -> String {
        words.template(language, channel.kind).pieces.map { piece in
            switch piece {
            case .text(let text): return text
            case .placeholder(let name, let fallback):
                if let own = more[name] { return own }
                return longest([value(of: name), fallback].compactMap { $0 })
            }
        }.joined()
    }

    func text(_ id: ProgramWords.ID, _ more: [String: String] = [:]) -> String {
        script.words.texts[id].map { text($0, more) } ?? ""
    }

    /// The answer of a field as it is shown at its longest; nil where nothing saves it.
    func answer(of field: String) -> String? {
        guard let facts = fields[field] else { return nil }
        let asked = facts.questions.map { answer(to: $0.question) }
        return longest(asked)
    }

    /// The words that stand for a skipped answer.
    func skipping(of field: String) -> String {
        longest(fields[field]?.questions.compactMap { $0.question.optional.map { text($0) } } ?? [])
    }

    func longest(_ texts: [String]) -> String {
        texts.max { room(for: $0) < room(for: $1) } ?? ""
    }

    /// Units that a text takes on this channel; what needs UCS-2 counts as more than any that does not.
    func room(for text: String) -> Int {
        let size = MessageSize(sms: fitted(text, to: channel.budget.letters))
        return size.encoding == .gsm7 ? size.units : size.units * 3
    }

    private func value(of name: String) -> String? {
        guard let builtIn = BuiltIn(rawValue: name) else { return answer(of: name) }
        switch builtIn {
        case .reference: return String(repeating: "9", count: Reference.length)
        case .status: return longest(script.words.status.values.map { text($0) })
        case .code: return channel.code
        case .cost: return channel.cost[language] ?? channel.cost[script.source] ?? ""
        case .howToStop: return text(channel.kind == .sms && channel.takesAnswers ? .howToStopReply : .howToStopDial)
        case .date: return "31/12/2026"
        }
    }

    private func answer(to question: Question) -> String {
        switch question.expect {
        case .text(let rule):
            return String(repeating: Self.letter, count: rule.like?.count ?? min(rule.max, usualText ?? rule.max))
        case .number(let rule): return longest(number(rule))
        case .date(let rule):
            switch rule.precision {
            case .day: return "31/12/2026"
            case .month: return "12/2026"
            case .year: return "2026"
            }
        case .phone: return Self.longestPhone
        case .reference: return String(repeating: "9", count: Reference.length)
        case .choice(let choices):
            let words = script.choices(of: choices.source).map { $0.words.template(language, channel.kind).filled { _ in nil } }
            guard let several = choices.several else { return longest(words) }
            let most = several.max ?? words.count
            return words.sorted { room(for: $0) > room(for: $1) }.prefix(most).joined(separator: ", ")
        }
    }

    private func number(_ rule: NumberRule) -> [String] {
        let limits = [rule.min ?? 0, rule.max].compactMap { $0 }.map { NSDecimalNumber(decimal: $0).stringValue }
        let open = rule.max == nil ? [String(repeating: "9", count: Self.openDigits)] : []
        let decimals = rule.decimals > 0 ? "," + String(repeating: "9", count: rule.decimals) : ""
        return (limits + open).map { $0 + decimals }
    }
}
