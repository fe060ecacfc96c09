import Foundation

/// What is said when an answer was not understood.
extension Situation {
    func hint() -> String {
        guard let question = openQuestion, session.mode != .knownOffer || !question.isChoice else { return text(.hintChoice) }
        let limits = limits(of: question)
        let own = question.hint ?? script.words.texts[usualHint(of: question)]
        // Without a limit to name, "between and" would stand there.
        guard let own, own.template(language, channel.kind).placeholders.allSatisfy({ !["min", "max"].contains($0) || limits[$0] != nil })
        else { return text(.notUnderstood) }
        return text(own, limits)
    }

    private func usualHint(of question: Question) -> ProgramWords.ID {
        // Where letters are typed there is no list yet.
        if case .choice(let choices) = question.expect, session.shown.isEmpty, isFound(choices) { return .notUnderstood }
        return question.expect.usualHint
    }

    private func limits(of question: Question) -> [String: String] {
        func both(_ min: String?, _ max: String?) -> [String: String] {
            [("min", min), ("max", max)].reduce(into: [:]) { limits, limit in limits[limit.0] = limit.1 }
        }
        switch question.expect {
        case .text(let rule): return both(String(max(rule.min, 1)), String(rule.max))
        case .number(let rule): return both(rule.min.map(written), rule.max.map(written))
        case .date(let rule):
            let today = today
            func written(_ bound: DateBound) -> String { today.day(of: bound).written(rule.precision) }
            return both(rule.min.map(written), rule.max.map(written))
        case .phone, .reference: return [:]
        case .choice(let choices):
            let count = available(choices).count
            guard let several = choices.several else { return both("1", String(count)) }
            return both(String(max(several.min, 1)), String(several.max ?? count))
        }
    }
}

extension Question {
    var isChoice: Bool {
        if case .choice = expect { true } else { false }
    }
}
