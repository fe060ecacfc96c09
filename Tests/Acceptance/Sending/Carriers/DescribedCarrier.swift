import HTTPTypes

/// A gateway that the configuration describes.
struct DescribedCarrier: Carrier {
    let kind = "http-sms"

    func settings(_ url: String) -> [String] {
        [
            "url: \(url)", "token: t", secret,
            "message: { from: form, number: msisdn, text: text, id: message_id }",
            "report: { from: json, status: state, id: message_id, delivered: [DELIVRD], failed: [UNDELIV] }",
            "send:", "  method: post", "  path: /v1/messages", #"  headers: { Authorization: "Bearer {{token}}" }"#,
            "  type: application/json",
            #"  body: '{"to":"{{digits}}","from":"{{from}}","text":"{{text}}","callback":"{{status-address}}"}'"#,
            #"  answer: { from: json, status: [200, 202], field: status, taken: ["0"], no-money: ["9"], refused: ["27"], blocked: ["8"], id: message_id }"#,
        ]
    }

    func message(_ text: String, from number: String, id: String) -> Call {
        .form("\(Self.path)?\(Self.proof)", ["msisdn": String(number.dropFirst()), "text": text, "message_id": id])
    }

    func handed(_ request: FakeGateway.Request) -> Handed? {
        guard request.method == "POST", request.path == "/v1/messages", request.headers["authorization"] == "Bearer t",
            request.member("from") == "8080", let to = request.member("to"), let text = request.member("text")
        else { return nil }
        return Handed(to: "+" + to, text: text, reports: request.member("callback"))
    }

    func taken(id: String) -> FakeGateway.Act {
        .answer(202, headers: ["Content-Type": "application/json"], #"{"status":"0","message_id":"\#(id)"}"#)
    }

    let refusal = FakeGateway.Act.answer(200, headers: ["Content-Type": "application/json"], #"{"status":"27"}"#)
    var block: FakeGateway.Act? { .answer(200, headers: ["Content-Type": "application/json"], #"{"status":"8"}"#) }

    func delivered(_ message: Handed, id: String) -> Call {
        .json(Call.target(of: message.reports ?? ""), object: ["message_id": id, "state": "DELIVRD"])
    }
}
