import Conversations
import Gateways
import HTTPTypes
import HummingbirdCore

/// A gateway's request to one of a channel's two addresses, while it comes in.
struct Call: Sendable {
    enum Address: String { case receive, status }

    let channel: MeasuredChannel
    let address: Address
    let head: HTTPRequest
    /// As it was called, without the query.
    let path: String
    /// Gets its body once the caller may be listened to.
    var web: WebRequest

    init(_ head: HTTPRequest, of channel: MeasuredChannel, at address: Address, path: String, query: String) {
        self.channel = channel
        self.address = address
        self.head = head
        self.path = path
        web = WebRequest(method: head.method, query: query, headers: head.headerFields, body: [])
    }
}

extension Webhooks {
    /// Whose a request is.
    enum Destination {
        case channel(Call)
        case noChannel(Refusal)
        /// Not for a gateway to call.
        case elsewhere
    }

    /// Every method goes to the gateway, which says itself which one it takes.
    private static let methods: [HTTPRequest.Method] = [.post, .get, .head, .put, .patch, .delete]

    func destination(of head: HTTPRequest) -> Destination {
        guard let whole = head.path, Self.methods.contains(head.method) else { return .elsewhere }
        if let place = places[whole] {
            return .channel(Call(head, of: place.channel, at: place.address, path: whole, query: ""))
        }
        // With a query, or not written as we write it.
        let uri = URI(whole)
        let path = uri.path
        let pieces = path.split(separator: "/")
        guard pieces.count == 3, pieces[0] == "channels", let address = Call.Address(rawValue: String(pieces[2])) else { return .elsewhere }
        guard let channel = channels[String(pieces[1])] else {
            return .noChannel(Refusal(.notFound, "There is no channel of this name."))
        }
        return .channel(Call(head, of: channel, at: address, path: path, query: uri.query ?? ""))
    }
}
