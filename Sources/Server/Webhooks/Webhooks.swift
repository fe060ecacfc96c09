import Conversations
import Dialogs
import Foundation
import Gateways
import Hummingbird

/// What telecom gateways call.
struct Webhooks: Sendable {
    let channels: [String: MeasuredChannel]
    let turns: any Turns
    let reports: any Reports
    let limits: RequestLimits
    /// The address by which the world reaches the service; nil where it has none.
    let publicAddress: String?
    let door: LocalDoor
    let watch: CallWatch?
    let now: @Sendable () -> Date

    init(
        _ channels: [ServedChannel], _ turns: any Turns, _ reports: any Reports, limits: RequestLimits, publicAddress: String?,
        door: LocalDoor, watch: CallWatch?, now: @escaping @Sendable () -> Date
    ) {
        self.channels = Dictionary(channels.map { ($0.settings.name, MeasuredChannel($0)) }) { first, _ in first }
        self.turns = turns
        self.reports = reports
        self.limits = limits
        self.publicAddress = publicAddress
        self.door = door
        self.watch = watch
        self.now = now
    }

    /// Every method goes to the gateway, which says itself which one it takes.
    private static let methods: [HTTPRequest.Method] = [.get, .head, .post, .put, .patch, .delete]

    func add<Context: WebContext>(to router: Router<Context>) {
        for method in Self.methods {
            router.on("/channels/:name/receive", method: method) { request, context in try await answer(request, context, at: .receive) }
            router.on("/channels/:name/status", method: method) { request, context in try await answer(request, context, at: .status) }
        }
    }

    private enum Address { case receive, status }

    private func answer(_ request: Request, _ context: some WebContext, at address: Address) async throws -> Response {
        guard let channel = context.parameters.get("name").flatMap({ channels[$0] }) else {
            throw Refusal(.notFound, "There is no channel of this name.")
        }
        var web = WebRequest(method: request.method, query: request.uri.query ?? "", headers: request.headers, body: [])
        let answered = try await answer(&web, request, context, channel, at: address)
        watch?(
            AnsweredCall(
                channel: channel.served.settings.name, at: now(), path: request.uri.path, request: web, reading: answered.reading,
                response: answered.response))
        return Response(answered.response)
    }

    /// - Parameter web: gets its body once the caller may be listened to.
    private func answer(
        _ web: inout WebRequest, _ request: Request, _ context: some WebContext, _ channel: MeasuredChannel, at address: Address
    ) async throws -> Answered {
        if let refusal = refusal(of: web, to: channel.served, context) ?? refusalOfPages(request, channel.served) {
            return Answered(.unproved, channel.refused(refusal))
        }
        do {
            web.body = try await request.wholeBody(within: limits, context)
        } catch let refusal as Refusal {
            return Answered(.unread, WebResponse(refusal))
        }
        if let refusal = channel.served.proof.refusal(ofSigned: web, calledAt: addressCalled(by: request)) {
            return Answered(.unproved, channel.refused(refusal))
        }
        return await answer(web, channel, at: address)
    }

    private func answer(_ web: WebRequest, _ channel: MeasuredChannel, at address: Address) async -> Answered {
        do throws(Refusal) {
            let gateway = channel.served.gateway
            let arrival =
                switch address {
                case .receive: try gateway.read(web)
                case .status: try gateway.readStatus(web)
                }
            switch arrival {
            case .message(let inbound) where address == .receive:
                return await reply(to: inbound, channel)
            case .messages(let inbounds) where address == .receive:
                return Answered(.messages(inbounds, words: ""), await acknowledge(inbounds, channel))
            case .message, .messages:
                let refusal = Refusal("This address takes reports and the end of a session; a message goes to receive.")
                return Answered(.unread, channel.refused(refusal))
            case .reports(let told):
                return Answered(.notice, await acknowledge(told, channel))
            case .noPerson:
                return Answered(.unread, channel.served.gateway.acknowledgement)
            case .sessionEnd(let end):
                return Answered(.notice, await acknowledge(end, channel))
            }
        } catch {
            return Answered(.unread, channel.refused(error))
        }
    }

    /// What goes back, and what was made of the request.
    private struct Answered {
        var reading: AnsweredCall.Reading
        var response: WebResponse

        init(_ reading: AnsweredCall.Reading, _ response: WebResponse) {
            self.reading = reading
            self.response = response
        }
    }

    private var isPublic: Bool { publicAddress != nil }

    /// As the gateway wrote it: what a proxy hands on names the proxy's own way to us. Path and query are left as they came.
    private func addressCalled(by request: Request) -> String {
        var base = publicAddress ?? "http://\(request.head.authority ?? "")"
        while base.hasSuffix("/") { base.removeLast() }
        return base + (request.head.path ?? "/")
    }

    private func refusal(of request: WebRequest, to channel: ServedChannel, _ context: some WebContext) -> Refusal? {
        if channel.settings.isTest, isPublic {
            return Refusal(.forbidden, "The phone on the screen is for trying things out, and closed where public-address is set.")
        }
        return channel.proof.refusal(of: request, from: context.peer, isPublic: isPublic)
    }

    /// Where nothing proves who is calling, a page of somebody else's in a browser on this machine must not be taken for the gateway.
    private func refusalOfPages(_ request: Request, _ channel: ServedChannel) -> Refusal? {
        if channel.proof.isGiven { return nil }
        let refusal = channel.settings.isTest ? door.refusalOfStrangeHost(request) : nil
        return refusal ?? LocalDoor.refusalOfForeignPage(request)
    }

    private func reply(to inbound: Inbound, _ channel: MeasuredChannel) async -> Answered {
        let outcome = await turns.take(inbound, on: channel.served.settings, arrived: now())
        channel.took(outcome)
        let gateway = channel.served.gateway
        switch outcome {
        case .reply(let reply):
            return Answered(
                .messages([inbound], words: reply.text), gateway.answer(reply.text, ends: reply.ends, to: inbound))
        case .none: return Answered(.messages([inbound], words: ""), gateway.acknowledgement)
        case .refused(let words), .withdrawn(let words), .failed(let words), .noScript(let words):
            return Answered(.messages([inbound], words: ""), gateway.unavailable(words, to: inbound))
        }
    }

    /// One that could not be taken brings all of them again: those that were are known by their keys.
    private func acknowledge(_ inbounds: [Inbound], _ channel: MeasuredChannel) async -> WebResponse {
        let gateway = channel.served.gateway
        var trouble: String?
        for inbound in inbounds {
            let outcome = await turns.take(inbound, on: channel.served.settings, arrived: now())
            channel.took(outcome)
            switch outcome {
            case .reply, .none: break
            case .refused(let words), .withdrawn(let words), .failed(let words), .noScript(let words): trouble = words
            }
        }
        return trouble.map { gateway.unavailable($0) } ?? gateway.acknowledgement
    }

    private func acknowledge(_ told: [DeliveryReport], _ channel: MeasuredChannel) async -> WebResponse {
        guard await reports.take(told, on: channel.served.settings.name, arrived: now()) else {
            return WebResponse(Refusal(.serviceUnavailable, "The report could not be stored; it may be told again."))
        }
        return channel.served.gateway.acknowledgement
    }

    /// No person reads what is answered here, so trouble is told as such and the gateway may try again.
    private func acknowledge(_ end: SessionEnd, _ channel: MeasuredChannel) async -> WebResponse {
        let outcome = await turns.sessionEnded(end, on: channel.served.settings, arrived: now())
        channel.ended(outcome)
        return switch outcome {
        case .reply, .none, .noScript: channel.served.gateway.acknowledgement
        case .refused, .withdrawn, .failed:
            WebResponse(Refusal(.serviceUnavailable, "The end of the session could not be stored; it may be told again."))
        }
    }
}
