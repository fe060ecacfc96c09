import Conversations
import Dialogs
import Foundation
import Gateways
import HTTPTypes

/// What telecom gateways call.
final class Webhooks: Sendable {
    let channels: [String: MeasuredChannel]
    /// By the whole path, as we write it.
    let places: [String: (channel: MeasuredChannel, address: Call.Address)]
    let limits: RequestLimits
    let now: @Sendable () -> Date
    private let turns: any Turns
    private let reports: any Reports
    /// The address by which the world reaches the service; nil where it has none.
    private let publicAddress: String?
    private let door: LocalDoor
    private let watch: CallWatch?

    init(
        _ channels: [ServedChannel], _ turns: any Turns, _ reports: any Reports, limits: RequestLimits, publicAddress: String?,
        door: LocalDoor, watch: CallWatch?, now: @escaping @Sendable () -> Date
    ) {
        self.channels = Dictionary(channels.map { ($0.settings.name, MeasuredChannel($0)) }) { first, _ in first }
        places = Dictionary(
            self.channels.flatMap { name, channel in
                [Call.Address.receive, .status].map { ("/channels/\(name)/\($0)", (channel, $0)) }
            }
        ) { first, _ in first }
        self.turns = turns
        self.reports = reports
        self.limits = limits
        self.publicAddress = publicAddress
        self.door = door
        self.watch = watch
        self.now = now
    }

    /// What a caller is told that may not be listened to; nil for one that may.
    func dismissal(of call: Call, from peer: IPAddress?) -> WebResponse? {
        guard let refusal = refusal(of: call, from: peer) ?? refusalOfPages(call) else { return nil }
        return tell(call, Answered(.unproved, call.channel.refused(refusal)))
    }

    /// What is told of a request whose body cannot be read.
    func answer(unreadable call: Call, _ refusal: Refusal) -> WebResponse { tell(call, Answered(.unread, WebResponse(refusal))) }

    /// - Parameter call: with its whole body.
    func answer(_ call: Call) async -> WebResponse {
        if let refusal = call.channel.proof.refusal(ofSigned: call.web, calledAt: address(calledBy: call)) {
            return tell(call, Answered(.unproved, call.channel.refused(refusal)))
        }
        return tell(call, await answered(call))
    }

    private func tell(_ call: Call, _ answered: Answered) -> WebResponse {
        watch?(
            AnsweredCall(
                channel: call.channel.settings.name, at: now(), path: call.path, request: call.web, reading: answered.reading,
                response: answered.response))
        return answered.response
    }

    private func answered(_ call: Call) async -> Answered {
        let channel = call.channel
        do throws(Refusal) {
            let gateway = channel.gateway
            let arrival =
                switch call.address {
                case .receive: try gateway.read(call.web)
                case .status: try gateway.readStatus(call.web)
                }
            switch arrival {
            case .message(let inbound) where call.address == .receive:
                return await reply(to: inbound, channel)
            case .messages(let inbounds) where call.address == .receive:
                return Answered(.messages(inbounds, words: ""), await acknowledge(inbounds, channel))
            case .message, .messages:
                let refusal = Refusal("This address takes reports and the end of a session; a message goes to receive.")
                return Answered(.unread, channel.refused(refusal))
            case .reports(let told):
                return Answered(.notice, await acknowledge(told, channel))
            case .noPerson:
                return Answered(.unread, channel.gateway.acknowledgement)
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
    private func address(calledBy call: Call) -> String {
        var base = publicAddress ?? "http://\(call.authority ?? "")"
        while base.hasSuffix("/") { base.removeLast() }
        return base + call.target
    }

    private func refusal(of call: Call, from peer: IPAddress?) -> Refusal? {
        let channel = call.channel
        if channel.settings.isTest, isPublic {
            return Refusal(.forbidden, "The phone on the screen is for trying things out, and closed where public-address is set.")
        }
        return channel.proof.refusal(of: call.web, from: peer, isPublic: isPublic)
    }

    /// Where nothing proves who is calling, a page of somebody else's in a browser on this machine must not be taken for the gateway.
    private func refusalOfPages(_ call: Call) -> Refusal? {
        let channel = call.channel
        if channel.proof.isGiven { return nil }
        let refusal = channel.settings.isTest ? door.refusalOfStrangeHost(call.authority) : nil
        return refusal ?? LocalDoor.refusalOfForeignPage(call.web.headers, of: call.authority)
    }
    private func reply(to inbound: Inbound, _ channel: MeasuredChannel) async -> Answered {
        let outcome = await turns.take(inbound, on: channel.settings, arrived: now())
        channel.took(outcome)
        let gateway = channel.gateway
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
        let gateway = channel.gateway
        var trouble: String?
        for inbound in inbounds {
            let outcome = await turns.take(inbound, on: channel.settings, arrived: now())
            channel.took(outcome)
            switch outcome {
            case .reply, .none: break
            case .refused(let words), .withdrawn(let words), .failed(let words), .noScript(let words): trouble = words
            }
        }
        return trouble.map { gateway.unavailable($0) } ?? gateway.acknowledgement
    }

    private func acknowledge(_ told: [DeliveryReport], _ channel: MeasuredChannel) async -> WebResponse {
        guard await reports.take(told, on: channel.settings.name, arrived: now()) else {
            return WebResponse(Refusal(.serviceUnavailable, "The report could not be stored; it may be told again."))
        }
        return channel.gateway.acknowledgement
    }

    /// No person reads what is answered here, so trouble is told as such and the gateway may try again.
    private func acknowledge(_ end: SessionEnd, _ channel: MeasuredChannel) async -> WebResponse {
        let outcome = await turns.sessionEnded(end, on: channel.settings, arrived: now())
        channel.ended(outcome)
        return switch outcome {
        case .reply, .none, .noScript: channel.gateway.acknowledgement
        case .refused, .withdrawn, .failed:
            WebResponse(Refusal(.serviceUnavailable, "The end of the session could not be stored; it may be told again."))
        }
    }
}
