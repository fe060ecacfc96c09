/// What Africa's Talking tells of a message of ours (developers.africastalking.com, SMS notifications).
enum AfricasTalkingReport {
    /// Of `status`.
    private static let states: KeyValuePairs<String, DeliveryReport.State> = [
        "Sent": .onItsWay,
        "Submitted": .onItsWay,
        "Buffered": .onItsWay,
        "Success": .delivered,
        "Rejected": .failed(.refused),
        "Failed": .failed(.failed),
        // The phone was off, or out of reach.
        "AbsentSubscriber": .failed(.expired),
        // In spite of its name: a firewall of the operator's threw it away for its words or its sender.
        "Expired": .failed(.refused),
    ]

    /// Of `failureReason`, which comes with Rejected and Failed. `NotNetworkSubcriber` is as they write it.
    private static let causes: KeyValuePairs<String, FailureCause> = [
        "UserInBlackList": .blocked,
        "UserInBlacklist": .blocked,
        "DoNotDisturbRejection": .blocked,
        "UserDoesNotExist": .unknownSubscriber,
        "UserIsInactive": .failed,
        "UserAccountSuspended": .failed,
        "NotNetworkSubcriber": .failed,
        "NotNetworkSubscriber": .failed,
        "DeliveryFailure": .failed,
        "InsufficientCredit": .refused,
        "InvalidLinkId": .refused,
        "UserNotSubscribedToProduct": .refused,
    ]

    static func report(_ form: Form) throws(Refusal) -> DeliveryReport {
        let id = try form.filled("id")
        let status = try form.filled("status")
        var report = DeliveryReport(.theirs(id), states.first { $0.key == status }?.value ?? .onItsWay, word: status.asWord)
        if case .failed = report.state, let reason = form["failureReason"], let cause = causes.first(where: { $0.key == reason }) {
            report.state = .failed(cause.value)
            report.word = cause.key
        }
        return report
    }
}
