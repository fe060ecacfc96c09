import Conversations
import Foundation
import Gateways
import Store
import Texting

/// Decides, inside the writer's transaction, which messages leave by a channel now, and writes their attempts down.
struct Claim {
    let desk: TurnDesk
    let scripts: ScriptShelf
    let settings: DeliverySettings
    let channel: OutgoingChannel
    let now: Date
    let claimed: ContinuousClock.Instant
    /// That of `now` in the service's own time zone.
    private let day: String

    init(
        desk: TurnDesk, scripts: ScriptShelf, settings: DeliverySettings, channel: OutgoingChannel, now: Date,
        claimed: ContinuousClock.Instant
    ) {
        self.desk = desk
        self.scripts = scripts
        self.settings = settings
        self.channel = channel
        self.now = now
        self.claimed = claimed
        day = settings.day(of: now)
    }

    /// What was decided, and whether there may be more to decide at once.
    struct Result {
        var flights: [Flight] = []
        /// Messages that were looked at, whether they leave or not.
        var seen = 0
        /// When they were looked at.
        var at: Date
        var spentOfDay = 0.0
        var isDayOver = false
        /// Whether something waits for another channel now.
        var isMisled = false
    }

    /// A person who has the screen of a session before them is not written to; then it is looked at again, in seconds.
    private static let whileInSession = TimeInterval(60)
    /// Where the dialogs can't be read, somebody is putting that right, in seconds.
    private static let whileUnreadable = TimeInterval(60)
    /// Whose number it is may be said any day, in seconds.
    private static let whileInDoubt = TimeInterval(3_600)

    /// - Parameters:
    ///   - all: how many may leave, whatever they are.
    ///   - begun: how many of them may be what we begin.
    func take(all: Int, begun: Int) throws -> Result {
        var result = Result(at: now)
        let answers = try desk.due(on: channel.name, 0...0, at: now, limit: all)
        var messages = answers
        if begun > 0, all > answers.count, try !desk.isSendingPaused() {
            messages += try desk.due(on: channel.name, 1...3, at: now, limit: min(begun, all - answers.count))
        }
        for message in messages {
            result.seen += 1
            if let flight = try decide(message, &result) { result.flights.append(flight) }
        }
        return result
    }

    /// nil where it does not leave now; the desk knows then what becomes of it.
    private func decide(_ message: DueMessage, _ result: inout Result) throws -> Flight? {
        if let reason = refusal(of: message) {
            try desk.end(message.id, reason, at: now)
            return nil
        }
        // The configuration may have changed since it was given this channel; an answer comes with its own, and staff's trial of a
        // campaign is one.
        guard message.realm == channel.realm || !message.rank.isBegun else {
            try desk.unroute(message.id, at: now)
            result.isMisled = true
            return nil
        }
        if message.blockedChannels.contains(channel.name) {
            try leaveBlocked(message)
            result.isMisled = true
            return nil
        }
        switch try wait(of: message) {
        case .until(let moment, let why):
            try desk.hold(message.id, until: moment, why)
            return nil
        case .forever(let reason):
            try desk.end(message.id, reason, at: now)
            return nil
        case nil: break
        }
        let wording = BegunWording(scripts, settings, at: desk, now: now)
        switch try wording.word(message, for: channel.settings) {
        case .nothing(let reason):
            try desk.end(message.id, reason, at: now)
            return nil
        case .notNow:
            try desk.hold(message.id, until: now.addingTimeInterval(Self.whileUnreadable))
            return nil
        case .text(let text, let opens): return try attempt(message, text, opens: opens, &result)
        }
    }

    func refusal(of message: DueMessage) -> EndReason? {
        let late = message.waitsForDoubt ? EndReason.numberInDoubt : .expired
        if let expires = message.expires, expires <= now { return late }
        if message.rank.isBegun, message.hasOptedOut { return .stopped }
        if let campaign = message.campaign {
            if campaign.state == .stopped { return .campaignStopped }
            if campaign.expires <= now { return late }
        }
        return nil
    }

    private func leaveBlocked(_ message: DueMessage) throws {
        let ways = settings.ways(to: message.number, on: message.network, in: message.realm)
        if let way = ways.first(where: { !message.blockedChannels.contains($0) }) {
            try desk.route(message.id, by: way, network: message.network, at: now)
        } else {
            try desk.end(message.id, .blocked, at: now)
        }
    }

    enum Wait {
        /// One whose time is over by then ends when it is looked at next.
        case until(Date, EndReason? = nil)
        case forever(EndReason)
    }

    /// nil where it need not wait.
    func wait(of message: DueMessage) throws -> Wait? {
        guard message.rank.isBound else { return nil }
        // Whoever lets the campaign go on looks at its messages anew.
        if let campaign = message.campaign, campaign.state == .paused { return .until(campaign.expires) }
        if try desk.isInSession(message.contact, at: now) { return .until(now.addingTimeInterval(Self.whileInSession)) }
        if message.waitsForDoubt {
            let again = now.addingTimeInterval(Self.whileInDoubt)
            return .until(min(again, message.expires ?? again), .numberInDoubt)
        }
        if let quiet = settings.endOfQuiet(for: message.number, at: now) { return .until(quiet) }
        // Asked only now: what was decided just before, for the same person, counts.
        guard let free = try settings.cap?.free(at: now, after: desk.bound(sentTo: message.contact, before: now)) else { return nil }
        if let expires = message.expires, free >= expires { return .forever(.capped) }
        return .until(free)
    }

    private func attempt(_ message: DueMessage, _ text: String, opens: String?, _ result: inout Result) throws -> Flight? {
        let parts = MessageSize(sms: text).parts
        let price = channel.budget.partPrice.map { $0 * parts }
        let limit = channel.budget.isLimited ? DailyLimit(budget: channel.budget, sent: try desk.sent(on: channel.name, day: day)) : nil
        guard limit?.allows(parts: parts, price: price, message.rank) ?? true else {
            result.isDayOver = true
            try desk.hold(message.id, until: settings.nextDay(after: now))
            return nil
        }
        try desk.attempt(message, Attempt(text: text, parts: parts, price: price, day: day), on: channel.name, at: now)
        if let opens { try desk.setOpening(opens, by: message, at: now) }
        if let limit { result.spentOfDay = max(result.spentOfDay, limit.spent) }
        return Flight(
            id: message.id, contact: message.contact, realm: message.realm, rank: message.rank,
            message: OutgoingMessage(id: message.id.travelling, to: message.number, text: text, statusAddress: channel.statusAddress),
            failures: message.failures, tries: message.tries, network: message.network, blockedChannels: message.blockedChannels, day: day,
            claimed: claimed)
    }
}
