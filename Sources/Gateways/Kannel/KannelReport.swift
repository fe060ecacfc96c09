import HTTPTypes

/// What Kannel tells of a message of ours: a GET on the `dlr-url` that went out with it.
///
/// Parameters that somebody's own kannel.conf adds are understood: `answer=%A` is the SMS centre's receipt, and says why.
struct KannelReport: Equatable, Sendable {
    /// `%d`, as the user guide of 1.4.5 has them; 32 is a receipt of SMPP on the way.
    private static let states: KeyValuePairs<String, DeliveryReport.State> = [
        "1": .delivered,
        "2": .failed(.failed),
        "4": .onItsWay,
        "8": .onItsWay,
        "16": .failed(.refused),
        "32": .onItsWay,
    ]

    /// What a receipt of SMPP 3.4 (appendix B) says behind `stat:` of a message that is not delivered.
    private static let causes: KeyValuePairs<String, FailureCause> = [
        "EXPIRED": .expired,
        "REJECTD": .refused,
        "UNDELIV": .failed,
        "DELETED": .failed,
    ]

    static func report(_ request: WebRequest) throws(Refusal) -> DeliveryReport {
        guard request.method == .get else { throw Refusal("This address takes GET alone, as Kannel calls a dlr-url.") }
        guard let id = request.queryValue("id"), !id.isEmpty else {
            throw Refusal("The address says nothing for id, so it is known of no message.")
        }
        guard let status = request.queryValue("status"), !status.isEmpty else {
            throw Refusal("The address says nothing for status; the dlr-url must say status=%d.")
        }
        var report = DeliveryReport(.ours(id), states.first { $0.key == status }?.value ?? .onItsWay, word: status.asWord)
        if case .failed = report.state, let cause = cause(in: request) {
            report.state = .failed(cause.value)
            report.word = cause.key
        }
        return report
    }

    private static func cause(in request: WebRequest) -> (key: String, value: FailureCause)? {
        guard let answer = try? KannelQuery(request.query).text("answer"), let mark = answer.firstRange(of: "stat:") else { return nil }
        let word = answer[mark.upperBound...].prefix { $0.isASCII && $0.isLetter }
        return causes.first { $0.key == word }
    }
}
