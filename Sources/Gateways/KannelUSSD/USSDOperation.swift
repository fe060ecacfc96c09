/// What an `ussd_service_op` that comes in says of a session.
enum USSDOperation: Equatable, Sendable {
    case begins, answers
    case ends(SessionEnd.Cause)

    /// By SMPP 3.4 §5.3.2.44, and what vendors add from 32 on.
    static let meanings: KeyValuePairs<Int, USSDOperation> = [
        // PSSD and PSSR indication: a person dialled.
        0: .begins,
        1: .begins,
        // PSSD and PSSR response: from the network it is a session's end (praekelt/vumi takes it so).
        16: .ends(.dropped),
        17: .ends(.dropped),
        // USSR confirm: a person answered what we asked.
        18: .answers,
        // USSN confirm: a notice was read; nothing is asked behind it.
        19: .ends(.finished),
        32: .ends(.dropped),
        // USSREL request and indication (Comverse, SMPP+ USSD Services 1.13).
        128: .ends(.dropped),
        129: .ends(.dropped),
    ]
}

/// What a line's operations mean and which ones it is answered with: the usual ones, but for what the channel's configuration says.
struct USSDOperations: Equatable, Sendable {
    private var dials: Set<Int>
    private var answers: Set<Int>
    private var releases: Set<Int>
    /// USSR request: the words ask for an answer.
    let asking: Int
    /// PSSR response: the words are the last ones.
    let ending: Int

    init(_ values: [String: String]) {
        dials = Self.numbers(values["dial-operations"])
        answers = Self.numbers(values["answer-operations"])
        releases = Self.numbers(values["release-operations"])
        asking = Self.numbers(values["ask-operation"]).first ?? 2
        ending = Self.numbers(values["end-operation"]).first ?? 17
    }

    /// `1`, or several: `0 1`, `0, 1`.
    private static func numbers(_ text: String?) -> Set<Int> {
        Set((text ?? "").split { !$0.isNumber }.compactMap { Int($0) })
    }

    func meaning(of operation: Int) throws(Refusal) -> USSDOperation {
        if dials.contains(operation) { return .begins }
        if answers.contains(operation) { return .answers }
        if releases.contains(operation) { return .ends(.dropped) }
        guard let known = USSDOperation.meanings.first(where: { $0.key == operation }) else {
            let numbers = USSDOperation.meanings.map { "\($0.key)" }.joined(separator: ", ")
            throw Refusal(
                "The USSD operation is not known; known are \(numbers), and what dial-operations, answer-operations and release-operations say."
            )
        }
        return known.value
    }
}
