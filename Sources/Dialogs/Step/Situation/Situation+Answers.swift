import Foundation
import Texting

/// What a question takes for an answer.
extension Situation {
    /// What was typed, as an answer to an open question; choices are judged by the options shown instead.
    func answer(_ typed: TypedText, to question: Question) -> Answer? {
        let answer: Answer? =
            switch question.expect {
            case .text(let rule): .text(rule.like == nil ? typed.text : typed.digits)
            case .number(let rule): TypedNumber.parse(typed, decimals: rule.decimals).map { .number($0) }
            case .date(let rule):
                TypedDate.parse(typed, rule.precision, today: today) { accepts(.date($0), to: question) }.map { .date($0) }
            case .phone: (try? PhoneNumber(parsing: typed.digits, in: surroundings.country)).map { .phone($0) }
            case .reference: Reference(parsing: typed.digits).map { .reference($0) }
            case .choice: nil
            }
        return answer.flatMap { accepts($0, to: question) ? $0 : nil }
    }

    /// Whether the question would take that answer today.
    func accepts(_ answer: Answer, to question: Question) -> Bool {
        switch (question.expect, answer) {
        case (_, .skipped): return question.optional != nil
        case (.text(let rule), .text(let text)): return rule.accepts(text)
        case (.number(let rule), .number(let number)):
            return rule.min.map { number >= $0 } ?? true && rule.max.map { number <= $0 } ?? true
        case (.date(let rule), .date(let day)):
            let today = today
            let low = rule.min.map { today.day(of: $0).rounded(to: rule.precision) }
            let high = rule.max.map { today.day(of: $0).rounded(to: rule.precision) }
            let day = day.rounded(to: rule.precision)
            return day.isReal && low.map { day >= $0 } ?? true && high.map { day <= $0 } ?? true
        case (.phone, .phone): return true
        case (.reference(let signUp), .reference(let reference)):
            return !isLocked && contact.signUps.contains { $0.signUp == signUp && $0.reference == reference }
        case (.choice(let choices), .choice(let id)):
            return choices.several == nil && choice(id, of: choices).map { holds($0.when) } ?? false
        case (.choice(let choices), .several(let ids)):
            guard let several = choices.several else { return false }
            return ids.count >= several.min && ids.count <= several.max ?? .max
                && ids.allSatisfy { choice($0, of: choices).map { holds($0.when) } ?? false }
        default: return false
        }
    }

    /// The answer that this conversation has and that the question would take.
    func validAnswer(to question: Question) -> Answer? {
        guard let answer = session.answers.answer(to: question.save.id), accepts(answer, to: question) else { return nil }
        return answer
    }

    func choice(_ id: String, of choices: Choices) -> Choice? {
        script.choices(of: choices.source).first { $0.id == id }
    }

    /// Those that may be answered now, in their order.
    func available(_ choices: Choices) -> [Choice] {
        script.choices(of: choices.source).filter { holds($0.when) }
    }

    /// Whether words are typed instead of numbers; there is no number for a 98th option.
    func isFound(_ choices: Choices) -> Bool {
        if choices.find == true { return true }
        guard script.choices(of: choices.source).count > Choices.mostNumbered else { return false }
        return available(choices).count > Choices.mostNumbered
    }
}

extension Choices {
    /// Options that have a number: 98 and 99 are keys.
    package static let mostNumbered = 97
    /// Matches that are offered where the beginning of the words is typed.
    package static let mostMatches = 8
}

extension TextRule {
    func accepts(_ text: String) -> Bool {
        let longest = Swift.max(max, 1)
        // Marks can be heaped on one letter without end.
        guard text.count >= Swift.max(min, 1), text.count <= longest, text.unicodeScalars.count <= 4 * longest else { return false }
        guard let like else { return true }
        return like.count == text.count
            && zip(like, text).allSatisfy { pattern, letter in
                switch pattern {
                case "A": letter.isLetter
                case "9": ("0"..."9").contains(letter)
                default: letter == pattern
                }
            }
    }
}
