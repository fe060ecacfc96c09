import Foundation
import HTTPClient
import HTTPTypes

struct KannelCarrier: Carrier {
    let kind = "kannel"
    let repliesInAnswer = true

    func settings(_ url: String) -> [String] { ["url: \(url)/cgi-bin/sendsms", "username: u", "password: p", secret] }

    private var authorization: String { "Basic " + Data("kannel:\(Scratch.gatewaySecret)".utf8).base64EncodedString() }

    func message(_ text: String, from number: String, id: String) -> Call {
        var headers: HTTPFields = [.contentType: "text/plain; charset=\"UTF-8\"", .authorization: authorization]
        for (name, value) in [("From", number), ("To", "8080"), ("Time", "2026-11-24 23:59:17")] {
            if let name = HTTPField.Name("X-Kannel-" + name) { headers[name] = value }
        }
        return Call(path: "\(Self.path)?id=\(id)", headers: headers, body: Array(text.utf8))
    }

    func words(in answer: HTTPClient.Response) throws -> String? { answer.text.isEmpty ? nil : answer.text }

    func handed(_ request: FakeGateway.Request) -> Handed? {
        guard request.path == "/cgi-bin/sendsms", request["username"] == "u", request["password"] == "p", request["from"] == "8080",
            let to = request["to"], let text = request["text"]
        else { return nil }
        return Handed(to: to, text: text, reports: request["dlr-url"])
    }

    func taken(id: String) -> FakeGateway.Act { .answer(202, "0: Accepted for delivery") }

    let refusal = FakeGateway.Act.answer(403, "Not routable. Do not try again.")

    func delivered(_ message: Handed, id: String) -> Call {
        let address = (message.reports ?? "").replacing("%d", with: "1").replacing("%%", with: "%")
        return Call(method: .get, path: Call.target(of: address), headers: [.authorization: authorization])
    }
}
