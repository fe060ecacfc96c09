/// What Hubtel's `Type` says of a step.
enum HubtelType: Equatable, Sendable {
    case begins, answers
    case ends(SessionEnd.Cause)

    /// Hubtel's reference writes them small, its older library with a capital and compares them without case
    /// (developers.hubtel.com, "API Reference - Prog Services"; hubtel/Smsgh.UssdFramework, `UssdRequest.cs`); so do we.
    static let meanings: KeyValuePairs<String, HubtelType> = [
        "Initiation": .begins,
        "Response": .answers,
        "Release": .ends(.dropped),
        "Timeout": .ends(.dropped),
    ]

    static func meaning(of type: String) throws(Refusal) -> HubtelType {
        guard let known = meanings.first(where: { $0.key.lowercased() == type.lowercased() }) else {
            let types = meanings.map(\.key).joined(separator: ", ")
            throw Refusal("The member Type has a word that is not known; known are \(types).")
        }
        return known.value
    }
}
