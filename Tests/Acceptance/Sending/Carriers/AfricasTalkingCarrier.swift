import HTTPTypes

struct AfricasTalkingCarrier: Carrier {
    let kind = "africas-talking-sms"

    func settings(_ url: String) -> [String] { ["url: \(url)", "username: u", "api-key: k", secret] }

    func message(_ text: String, from number: String, id: String) -> Call {
        .form(
            "\(Self.path)?\(Self.proof)",
            ["id": id, "from": number, "to": "8080", "text": text, "date": "2026-11-27 08:00:00", "linkId": ""])
    }

    func handed(_ request: FakeGateway.Request) -> Handed? {
        guard request.method == "POST", request.path == "/version1/messaging", request.headers["apikey"] == "k", request["username"] == "u",
            let to = request["to"], let text = request["message"]
        else { return nil }
        return Handed(to: to, text: text)
    }

    func taken(id: String) -> FakeGateway.Act {
        .answer(
            201, headers: ["Content-Type": "application/json"],
            """
            {"SMSMessageData":{"Message":"Sent to 1/1 Total Cost: XAF 12","Recipients":[{"statusCode":101,"number":"+237670000001",\
            "status":"Success","cost":"XAF 12.0000","messageId":"\(id)"}]}}
            """)
    }

    let refusal = Self.refused("403", "InvalidPhoneNumber")
    var block: FakeGateway.Act? { Self.refused("406", "UserInBlacklist") }

    private static func refused(_ code: String, _ word: String) -> FakeGateway.Act {
        .answer(
            201, headers: ["Content-Type": "application/json"],
            """
            {"SMSMessageData":{"Message":"Sent to 0/1 Total Cost: 0","Recipients":[{"statusCode":\(code),"number":"+237670000001",\
            "status":"\(word)","cost":"0","messageId":"None"}]}}
            """)
    }

    func delivered(_ message: Handed, id: String) -> Call {
        .form("/channels/sms/status?\(Self.proof)", ["id": id, "status": "Success", "phoneNumber": message.to, "networkCode": "62401"])
    }
}
