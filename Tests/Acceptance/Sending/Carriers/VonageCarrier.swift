import Crypto
import Foundation
import HTTPTypes

/// Everything it sends is signed with the account's signature secret.
struct VonageCarrier: Carrier {
    let kind = "vonage"
    private static let key = "unterschrift"

    func settings(_ url: String) -> [String] { ["url: \(url)", "api-key: k", "api-secret: s", "signature-secret: \(Self.key)"] }

    func message(_ text: String, from number: String, id: String) -> Call {
        signed(
            Self.path,
            [
                "msisdn": String(number.dropFirst()), "to": "8080", "messageId": id, "text": text, "type": "text", "keyword": "X",
                "message-timestamp": "2026-11-27 08:00:00", "timestamp": "1795766400", "nonce": "n1",
            ])
    }

    private func signed(_ target: String, _ fields: KeyValuePairs<String, String>) -> Call {
        let text = fields.sorted { $0.key < $1.key }
            .map { "&\($0.key)=\($0.value.replacing("&", with: "_").replacing("=", with: "_"))" }.joined()
        let code = HMAC<SHA256>.authenticationCode(for: Data(text.utf8), using: SymmetricKey(data: Data(Self.key.utf8)))
        let signature = code.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        let query = Call.encoded(fields) + "&sig=\(signature)"
        return Call(method: .get, path: target + (target.contains("?") ? "&" : "?") + query)
    }

    func handed(_ request: FakeGateway.Request) -> Handed? {
        guard request.method == "POST", request.path == "/sms/json", request["api_key"] == "k", request["api_secret"] == "s",
            request["from"] == "8080", let to = request["to"], let text = request["text"]
        else { return nil }
        return Handed(to: "+" + to, text: text, ours: request["client-ref"], reports: request["callback"])
    }

    func taken(id: String) -> FakeGateway.Act {
        .answer(
            200, headers: ["Content-Type": "application/json"],
            """
            {"message-count":"1","messages":[{"to":"237670000001","message-id":"\(id)","status":"0","remaining-balance":"3.14",\
            "message-price":"0.0333","network":"62401"}]}
            """)
    }

    let refusal = Self.refused("3")
    var block: FakeGateway.Act? { Self.refused("7") }

    private static func refused(_ status: String) -> FakeGateway.Act {
        .answer(
            200, headers: ["Content-Type": "application/json"],
            #"{"message-count":"1","messages":[{"status":"\#(status)","error-text":"…"}]}"#)
    }

    func delivered(_ message: Handed, id: String) -> Call {
        signed(
            Call.target(of: message.reports ?? ""),
            [
                "msisdn": String(message.to.dropFirst()), "to": "8080", "network-code": "62401", "messageId": id, "price": "0.0333",
                "status": "delivered", "scts": "2611270800", "err-code": "0", "client-ref": message.ours ?? "", "timestamp": "1795766401",
                "nonce": "n2",
            ])
    }
}
