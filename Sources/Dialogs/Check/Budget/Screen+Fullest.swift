import Foundation

/// Screens as they are at their fullest, ready to be laid out.
extension Widest {
    /// - Parameters:
    ///   - options: the ids of the options or choices that are shown together.
    ///   - reviewed: the fields that have an answer, of a review.
    func shown(_ screen: Screen, options: [Words], reviewed: [String], isHome: Bool, heading: String? = nil) -> Shown? {
        let keys = keys(of: screen, isHome: isHome)
        switch screen.kind {
        case .route, .call: return nil
        case .end(let words): return Shown(text: text(words))
        case .page(let say, _): return Shown(text: text(say), options: [text(.goOn)], keys: keys)
        case .menu(let say, _): return Shown(text: text(say), options: options.map { text($0) }, keys: keys)
        case .review(let review):
            return Shown(text: text(review.say), options: reviewed.map { line(of: $0) } + [text(review.accept)], keys: keys)
        case .question(let question):
            let isSearched = question.isSearched(in: script)
            var lines = isSearched ? [] : options.map { text($0) }
            if case .choice = question.expect, !isSearched, let optional = question.optional { lines.append(text(optional)) }
            let asked = [heading, text(question.ask)].compactMap { $0 }.joined(separator: "\n")
            return Shown(
                text: asked, options: lines, keys: keys, keyForm: keyForm(of: question), skipping: question.optional.map { text($0) })
        }
    }

    /// A question's hint at its longest.
    func hint(of question: Question) -> String {
        let limits = limits(of: question)
        return question.hint.map { text($0, limits) } ?? text(question.expect.usualHint, limits)
    }

    /// A line of a review.
    func line(of field: String) -> String {
        let labels = fields[field]?.questions.compactMap { $0.question.label.map { text($0) } } ?? []
        let answers = [answer(of: field) ?? "", skipping(of: field)]
        return "\(longest(labels)) : \(longest(answers))"
    }

    private func keys(of screen: Screen, isHome: Bool) -> [KeyLine] {
        var keys: [KeyLine] = isHome ? [] : [.back, .start]
        if let question = screen.question, question.optional != nil {
            if case .choice = question.expect, !question.isSearched(in: script) { return keys }
            keys.insert(.skip, at: 0)
        }
        return keys
    }

    private func keyForm(of question: Question) -> KeyForm {
        guard case .number(let rule) = question.expect else { return .plain }
        let isAnswer = KeyLine.allCases.map { $0.key(of: channel.keys) }.contains { key in
            guard let number = Decimal(string: key), key == "0" || !key.hasPrefix("0") else { return false }
            return rule.min.map { number >= $0 } ?? true && rule.max.map { number <= $0 } ?? true
        }
        return isAnswer ? .hashed : .plain
    }

    private func limits(of question: Question) -> [String: String] {
        func text(_ number: Decimal?) -> String { number.map { NSDecimalNumber(decimal: $0).stringValue } ?? "" }
        switch question.expect {
        case .text(let rule): return ["min": String(rule.min), "max": String(rule.max)]
        case .number(let rule): return ["min": text(rule.min), "max": text(rule.max)]
        case .date: return ["min": "31/12/2026", "max": "31/12/2026"]
        case .phone, .reference: return [:]
        case .choice(let choices):
            let count = script.choices(of: choices.source).count
            return ["min": String(choices.several?.min ?? 1), "max": String(choices.several?.max ?? count)]
        }
    }
}
