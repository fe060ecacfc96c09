/// What MTN tells of messages of ours.
///
/// Flat, with `clientCorrelator`, `TransactionID` and `deliveryStatus` (as nyaruka/courier is sent it); flat, with `clientCorrelatorId`
/// (`sms-v3-api`, DeliveryNotificationRequest); or inside `deliveryInfo`, with a list of statuses, one for each receiver
/// (`mtn-sms-interface`).
struct MTNReport {
    private let tree: JSONTree

    init(_ tree: JSONTree) { self.tree = tree.value(at: "deliveryInfo") ?? tree }

    var reports: [DeliveryReport] {
        get throws(Refusal) {
            let subject = try subject
            let words = tree.items(at: "deliveryStatus")?.map { $0.filled("status") } ?? [tree.filled("deliveryStatus")]
            var reports: [DeliveryReport] = []
            for word in words {
                guard let word else { throw Refusal("The member deliveryStatus says nothing.") }
                reports.append(DeliveryReport(subject, MTNDeliveryStatus.state(of: word), word: word.asWord))
            }
            guard !reports.isEmpty else { throw Refusal("The member deliveryStatus says nothing.") }
            return reports
        }
    }

    /// Ours where MTN gives our correlator back; else what its answer to the message gave.
    private var subject: DeliveryReport.Subject {
        get throws(Refusal) {
            let correlator = tree.filled("clientCorrelator") ?? tree.filled("clientCorrelatorId")
            if let correlator, DeliveryReport.Subject.isOurs(correlator) { return .ours(correlator) }
            guard let id = tree.filled("TransactionID") ?? tree.filled("transactionId") ?? tree.filled("requestId") ?? correlator else {
                throw Refusal("The report names no message: clientCorrelator and TransactionID are missing or empty.")
            }
            return .theirs(id)
        }
    }
}
