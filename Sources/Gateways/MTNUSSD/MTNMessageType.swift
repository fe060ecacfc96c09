/// What MTN's `messageType` says of a step.
enum MTNMessageType: Equatable, Sendable {
    case begins, answers
    case ends(SessionEnd.Cause)

    /// Literally as its interface file has them.
    static let meanings: KeyValuePairs<String, MTNMessageType> = [
        "0": .begins,
        "1": .answers,
        "2": .ends(.finished),
        // A notice that was shown to the person: nothing is asked behind it.
        "3": .ends(.finished),
        "4": .ends(.dropped),
        "5": .ends(.dropped),
    ]

    static func meaning(of type: String) throws(Refusal) -> MTNMessageType {
        guard let known = meanings.first(where: { $0.key == type }) else {
            let types = meanings.map(\.key).joined(separator: ", ")
            throw Refusal("The member messageType has a value that is not known; known are \(types).")
        }
        return known.value
    }
}
