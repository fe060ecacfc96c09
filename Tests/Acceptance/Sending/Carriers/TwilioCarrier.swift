import Crypto
import Foundation
import HTTPClient
import HTTPTypes

/// Everything it sends is signed with the account's token, of the public address.
struct TwilioCarrier: Carrier {
    let kind = "twilio"
    let repliesInAnswer = true
    private static let token = "geheim"

    func settings(_ url: String) -> [String] { ["url: \(url)", "account-sid: AC1", "auth-token: \(Self.token)"] }

    func message(_ text: String, from number: String, id: String) -> Call {
        signed(Self.path, ["MessageSid": id, "AccountSid": "AC1", "From": number, "To": "8080", "Body": text])
    }

    private func signed(_ target: String, _ fields: KeyValuePairs<String, String>) -> Call {
        var call = Call.form(target, fields)
        let text = Carriers.publicAddress + target + fields.sorted { $0.key < $1.key }.map { $0.key + $0.value }.joined()
        let code = HMAC<Insecure.SHA1>.authenticationCode(for: Data(text.utf8), using: SymmetricKey(data: Data(Self.token.utf8)))
        if let name = HTTPField.Name("X-Twilio-Signature") { call.headers[name] = Data(code).base64EncodedString() }
        return call
    }

    func words(in answer: HTTPClient.Response) throws -> String? {
        answer.text.firstMatch(of: /<Message>(.*?)<\/Message>/.dotMatchesNewlines())
            .map { String($0.1).replacing("&lt;", with: "<").replacing("&apos;", with: "'").replacing("&amp;", with: "&") }
    }

    func handed(_ request: FakeGateway.Request) -> Handed? {
        let proof = "Basic " + Data("AC1:\(Self.token)".utf8).base64EncodedString()
        guard request.method == "POST", request.path == "/2010-04-01/Accounts/AC1/Messages.json",
            request.headers["authorization"] == proof, request["From"] == "8080", let to = request["To"], let text = request["Body"]
        else { return nil }
        return Handed(to: to, text: text, reports: request["StatusCallback"])
    }

    func taken(id: String) -> FakeGateway.Act {
        .answer(
            201, headers: ["Content-Type": "application/json"],
            #"{"sid":"\#(id)","status":"queued","num_segments":"1","price":null,"price_unit":"USD","error_code":null}"#)
    }

    let refusal = Self.refused("21211")
    var block: FakeGateway.Act? { Self.refused("21610") }

    private static func refused(_ code: String) -> FakeGateway.Act {
        .answer(
            400, headers: ["Content-Type": "application/json"],
            #"{"code":\#(code),"message":"…","more_info":"https://www.twilio.com/docs/errors/\#(code)","status":400}"#)
    }

    func delivered(_ message: Handed, id: String) -> Call {
        signed(
            Call.target(of: message.reports ?? ""),
            ["MessageSid": id, "AccountSid": "AC1", "MessageStatus": "delivered", "From": "8080", "To": message.to])
    }
}
