/// What Africa's Talking says of a session that is over.
enum AfricasTalkingStatus {
    /// Literally as its documentation has them.
    static let causes: KeyValuePairs<String, SessionEnd.Cause> = [
        "Success": .finished,
        "Incomplete": .dropped,
        "Failed": .failed,
    ]

    static func cause(of status: String) throws(Refusal) -> SessionEnd.Cause {
        guard let known = causes.first(where: { $0.key == status }) else {
            let words = causes.map(\.key).joined(separator: ", ")
            throw Refusal("The form's field status has a word that is not known; known are \(words).")
        }
        return known.value
    }
}
