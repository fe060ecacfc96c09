import HTTPTypes

/// Asks Infobip's logs, which it keeps for 48 hours, for the message that has our id.
struct InfobipLookUp: LookUp {
    let logs: String
    let headers: HTTPFields

    func request(for message: OutgoingMessage, token: String?) -> OutgoingRequest {
        OutgoingRequest(method: .get, address: logs.adding("messageId", message.id), headers: headers)
    }

    func finding(in answer: OutgoingAnswer, of message: OutgoingMessage) -> Finding {
        guard answer.status == .ok, let lines = answer.tree?.items(at: "results") else { return .unclear }
        if lines.isEmpty { return .absent }
        guard let line = lines.first(where: { $0.filled("messageId") == message.id }),
            let report = InfobipStatus.report(line, of: .ours(message.id))
        else { return .unclear }
        return .known(report)
    }
}
