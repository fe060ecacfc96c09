import HTTPTypes

struct InfobipCarrier: Carrier {
    let kind = "infobip"

    func settings(_ url: String) -> [String] { ["url: \(url)", "api-key: k", secret] }

    func message(_ text: String, from number: String, id: String) -> Call {
        let result: [String: Any] = [
            "messageId": id, "from": String(number.dropFirst()), "to": "8080", "text": text, "receivedAt": "2016-10-06T09:28:39.220+0000",
            "smsCount": 1,
        ]
        return .json("\(Self.path)?\(Self.proof)", object: ["results": [result], "messageCount": 1, "pendingMessageCount": 0])
    }

    func handed(_ request: FakeGateway.Request) -> Handed? {
        guard request.method == "POST", request.path == "/sms/3/messages", request.headers["authorization"] == "App k",
            let to = request.member("messages.0.destinations.0.to"), let text = request.member("messages.0.content.text")
        else { return nil }
        return Handed(
            to: "+" + to, text: text, ours: request.member("messages.0.destinations.0.messageId"),
            reports: request.member("messages.0.webhooks.delivery.url"))
    }

    func taken(id: String) -> FakeGateway.Act {
        .answer(
            200, headers: ["Content-Type": "application/json"],
            """
            {"bulkId":"b","messages":[{"messageId":"\(id)","status":{"groupId":1,"groupName":"PENDING","id":26,\
            "name":"PENDING_ACCEPTED","description":"Message sent to next instance"},"destination":"1","details":{"messageCount":1}}]}
            """)
    }

    let refusal = Self.refused(52, "REJECTED_DESTINATION_NOT_REGISTERED")
    var block: FakeGateway.Act? { Self.refused(8, "REJECTED_DESTINATION_BLOCKLISTED") }

    private static func refused(_ id: Int, _ name: String) -> FakeGateway.Act {
        .answer(
            200, headers: ["Content-Type": "application/json"],
            """
            {"bulkId":"b","messages":[{"messageId":"x","status":{"groupId":5,"groupName":"REJECTED","id":\(id),"name":"\(name)",\
            "description":"…"},"destination":"1"}]}
            """)
    }

    func delivered(_ message: Handed, id: String) -> Call {
        let result: [String: Any] = [
            "messageId": message.ours ?? id, "to": String(message.to.dropFirst()), "smsCount": 1,
            "status": ["groupId": 3, "groupName": "DELIVERED", "id": 5, "name": "DELIVERED_TO_HANDSET"],
            "error": ["groupId": 0, "groupName": "OK", "id": 0, "name": "NO_ERROR"],
        ]
        return .json(Call.target(of: message.reports ?? ""), object: ["results": [result]])
    }
}
