import HTTPTypes

/// Messages and reports come to one address; a token comes first.
struct MTNCarrier: Carrier {
    let kind = "mtn-sms"

    func settings(_ url: String) -> [String] { ["url: \(url)", "client-id: c", "client-secret: s", secret] }

    func message(_ text: String, from number: String, id: String) -> Call {
        .json(
            "\(Self.path)?\(Self.proof)",
            object: [
                "id": id, "senderAddress": String(number.dropFirst()), "receiverAddress": "8080", "message": text,
                "created": 1_678_794_364_855,
            ])
    }

    func handed(_ request: FakeGateway.Request) -> Handed? {
        guard request.method == "POST", request.path == "/v2/messages/sms/outbound", request.headers["authorization"] == "Bearer t1",
            request.member("senderAddress") == "8080", let to = request.member("receiverAddress.0"), let text = request.member("message")
        else { return nil }
        return Handed(to: "+" + to, text: text, ours: request.member("clientCorrelator"))
    }

    func taken(id: String) -> FakeGateway.Act {
        .answer(
            200, headers: ["Content-Type": "application/json"],
            #"{"statusCode":"0000","statusMessage":"Success","transactionId":"\#(id)","data":{"status":"PENDING"}}"#)
    }

    func other(_ request: FakeGateway.Request) -> FakeGateway.Act {
        guard request.path == "/v1/oauth/access_token", request.query == "grant_type=client_credentials", request["client_id"] == "c",
            request["client_secret"] == "s"
        else { return .answer(401, #"{"error":"invalid_client"}"#) }
        return .answer(
            200, headers: ["Content-Type": "application/json"],
            #"{"access_token":"t1","token_type":"BearerToken","expires_in":"3599","status":"approved"}"#)
    }

    let refusal = FakeGateway.Act.answer(
        200, headers: ["Content-Type": "application/json"], #"{"statusCode":"4000","statusMessage":"Bad receiver"}"#)

    func delivered(_ message: Handed, id: String) -> Call {
        .json(
            "\(Self.path)?\(Self.proof)",
            object: ["TransactionID": id, "clientCorrelator": message.ours ?? "", "deliveryStatus": "DeliveredToTerminal"])
    }
}
