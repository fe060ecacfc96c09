import Foundation
import HTTPTypes

struct OrangeCarrier: Carrier {
    let kind = "orange-sms"

    func settings(_ url: String) -> [String] { ["url: \(url)", "client-id: c", "client-secret: s", secret] }

    func message(_ text: String, from number: String, id: String) -> Call {
        let message: [String: Any] = [
            "dateTime": "2014-04-15T07:40:13Z", "destinationAddress": "tel:+2378080", "messageId": id, "message": text,
            "senderAddress": "tel:\(number)",
        ]
        return .json("\(Self.path)?\(Self.proof)", object: ["inboundSMSMessageNotification": ["inboundSMSMessage": message]])
    }

    func handed(_ request: FakeGateway.Request) -> Handed? {
        let want = "outboundSMSMessageRequest"
        guard request.method == "POST", request.path.hasPrefix("/smsmessaging/v1/outbound/tel%3A%2B"), request.path.hasSuffix("/requests"),
            request.headers["authorization"] == "Bearer t1", let to = request.member("\(want).address"), to.hasPrefix("tel:+"),
            let text = request.member("\(want).outboundSMSTextMessage.message")
        else { return nil }
        return Handed(to: String(to.dropFirst(4)), text: text)
    }

    func taken(id: String) -> FakeGateway.Act {
        .answer(
            201, headers: ["Content-Type": "application/json"],
            """
            {"outboundSMSMessageRequest":{"address":["tel:+237670000001"],"senderAddress":"tel:+2378080",\
            "outboundSMSTextMessage":{"message":"x"},\
            "resourceURL":"https://api.orange.com/smsmessaging/v1/outbound/tel:+2378080/requests/\(id)"}}
            """)
    }

    func other(_ request: FakeGateway.Request) -> FakeGateway.Act {
        guard request.path == "/oauth/v3/token", request["grant_type"] == "client_credentials",
            request.headers["authorization"] == "Basic " + Data("c:s".utf8).base64EncodedString()
        else { return .answer(401, #"{"error":"invalid_client"}"#) }
        return .answer(
            200, headers: ["Content-Type": "application/json"], #"{"token_type":"Bearer","access_token":"t1","expires_in":3600}"#)
    }

    let refusal = FakeGateway.Act.answer(
        400, headers: ["Content-Type": "application/json"],
        #"{"requestError":{"serviceException":{"messageId":"SVC0004","text":"No valid addresses","variables":["tel:+1"]}}}"#)

    func delivered(_ message: Handed, id: String) -> Call {
        let info: [String: Any] = ["address": "tel:\(message.to)", "deliveryStatus": "DeliveredToTerminal"]
        return .json(
            "/channels/sms/status?\(Self.proof)", object: ["deliveryInfoNotification": ["callbackData": id, "deliveryInfo": info]])
    }
}
