import Foundation

extension Situation {
    func holds(_ condition: Condition?) -> Bool {
        guard let condition else { return true }
        return holds(condition)
    }

    func holds(_ condition: Condition) -> Bool {
        switch condition {
        case .all(let conditions): conditions.allSatisfy { holds($0) }
        case .any(let conditions): conditions.contains { holds($0) }
        case .not(let condition): !holds(condition)
        case .answer(let field, let test): passes(session.answers.answer(to: field.id), test)
        case .channel(let kind): channel.kind == kind
        case .language(let languages): languages.contains(language)
        case .network(let networks):
            channel.network.map { own in networks.contains { $0.caseInsensitiveCompare(own) == .orderedSame } } ?? false
        case .signedUp(let id, _): contact.signUps.contains { $0.signUp == id }
        case .optedOut(let expected): contact.hasOptedOut == expected
        }
    }

    /// A missing answer makes every test false, but the one for not being given.
    private func passes(_ answer: Answer?, _ test: Condition.Test) -> Bool {
        let given = answer.flatMap { $0 == .skipped ? nil : $0 }
        switch (test, given) {
        case (.given(let expected), _): return (given != nil) == expected
        case (.oneOf(let ids), .choice(let id)?): return ids.contains(id)
        case (.oneOf(let ids), .several(let chosen)?): return chosen.contains(where: ids.contains)
        case (.oneOf(let texts), .text(let text)?): return texts.contains(text)
        case (.oneOf(let texts), .number(let number)?): return texts.contains { Decimal(string: $0, locale: nil) == number }
        case (.atLeast(let limit), .number(let number)?): return number >= limit
        case (.atMost(let limit), .number(let number)?): return number <= limit
        case (.before(let bound), .date(let day)?): return day < today.day(of: bound)
        case (.after(let bound), .date(let day)?): return day > today.day(of: bound)
        default: return false
        }
    }
}
