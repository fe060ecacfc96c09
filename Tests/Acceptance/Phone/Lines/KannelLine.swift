import Foundation
import HTTPClient
import HTTPTypes

/// Kannel as its `post-url` calls us: the words are the body, and the reply is the answer's.
struct KannelLine: Line {
    let number: String

    init(number: String) { self.number = number }

    /// By SMS the keyword opens the dialog, and there is nothing to dial.
    func begin(path: [String]) -> Call { type("inscription") }

    func type(_ answer: String) -> Call {
        var headers: HTTPFields = [.contentType: "text/plain; charset=\"UTF-8\""]
        for (name, value) in [("From", number), ("To", "8555"), ("Time", "2026-11-24 23:59:17")] {
            if let name = HTTPField.Name("X-Kannel-" + name) { headers[name] = value }
        }
        return Call(path: "/channels/kannel/receive?id=\(UUID().uuidString)", headers: headers, body: Array(answer.utf8))
    }

    func screen(_ response: HTTPClient.Response) throws -> Screen {
        guard response.status == .ok else { throw Screen.Unreadable(description: "\(response.status): \(response.text)") }
        return .open(response.text)
    }
}
