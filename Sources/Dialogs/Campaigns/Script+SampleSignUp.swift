package import Foundation

extension Script {
    /// Of somebody who never was, so that words can be shown with all that they may name.
    package func sampleSignUp(at now: Date) -> KnownSignUp? {
        guard let reference = Reference(parsing: "00000000") else { return nil }
        let answers = fieldFacts().compactMapValues { field -> Answer? in
            guard !field.isPrivate else { return nil }
            switch field.questions.first?.question.expect {
            case .choice(let choices): return field.ids.first.map { choices.several == nil ? .choice($0) : .several([$0]) }
            case .number(let rule): return .number(rule.min ?? 1)
            case .text, .date, .phone, .reference, nil: return nil
            }
        }
        return KnownSignUp(
            signUp: allSignUps.keys.min() ?? "", reference: reference, status: .open, created: now, answers: answers)
    }
}
