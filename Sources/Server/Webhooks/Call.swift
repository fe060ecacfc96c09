import Conversations
import Gateways
import HTTPTypes
import HummingbirdCore
import NIOHTTP1
import NIOHTTPTypesHTTP1

/// A gateway's request to one of a channel's two addresses, while it comes in.
struct Call: Sendable {
    enum Address: String { case receive, status }

    let channel: MeasuredChannel
    let address: Address
    /// The host and port that it was called at.
    let authority: String?
    /// As it was called, with the query.
    let target: String
    /// The same without.
    let path: String
    /// Gets its body once the caller may be listened to.
    var web: WebRequest
}

extension Webhooks {
    /// Whose a request is.
    enum Destination {
        case channel(Call)
        case noChannel(WebRequest, Refusal)
        /// Not for a gateway to call.
        case elsewhere
    }

    /// Every method goes to the gateway, which says itself which one it takes.
    private static let methods: [HTTPRequest.Method] = [.post, .get, .head, .put, .patch, .delete]

    func destination(of head: HTTPRequestHead) -> Destination {
        guard let place = places[head.uri] else { return destination(readingAddressOf: head) }
        guard let method = try? HTTPRequest.Method(head.method), Self.methods.contains(method) else { return .elsewhere }
        let web = WebRequest(method: method, query: "", headers: HTTPFields(head.headers, splitCookie: false), body: [])
        return .channel(
            Call(
                channel: place.channel, address: place.address, authority: head.headers.first(name: "Host"), target: head.uri,
                path: head.uri, web: web))
    }

    /// With a query, or not written as we write it.
    private func destination(readingAddressOf head: HTTPRequestHead) -> Destination {
        guard let request = try? HTTPRequest(head, secure: false, splitCookie: false) else { return .elsewhere }
        guard let target = request.path, Self.methods.contains(request.method) else { return .elsewhere }
        let uri = URI(target)
        let path = uri.path
        let pieces = path.split(separator: "/")
        guard pieces.count == 3, pieces[0] == "channels", let address = Call.Address(rawValue: String(pieces[2])) else { return .elsewhere }
        let web = WebRequest(method: request.method, query: uri.query ?? "", headers: request.headerFields, body: [])
        guard let channel = channels[String(pieces[1])] else {
            return .noChannel(web, Refusal(.notFound, "There is no channel of this name."))
        }
        return .channel(Call(channel: channel, address: address, authority: request.authority, target: target, path: path, web: web))
    }
}
