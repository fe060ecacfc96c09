extension Expectation {
    /// The program's own words on a miss, where the question has none.
    var usualHint: ProgramWords.ID {
        switch self {
        case .text: .hintText
        case .number: .hintNumber
        case .date: .hintDate
        case .phone: .hintPhone
        case .reference: .notUnderstood
        case .choice(let choices): choices.several == nil ? .hintChoice : .hintSeveral
        }
    }
}
