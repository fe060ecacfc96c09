package import Conversations
package import Foundation
package import Store
import Texting

/// What will become of reminders that are due by a moment, were nothing to change until then. It is only looked at: nothing leaves.
package struct ReminderForecast: Sendable {
    /// Messages that come to the same.
    package struct Group: Hashable, Sendable {
        /// `file/ID` of a reminder.
        package var cause: String
        /// nil where none was chosen.
        package var language: String?
        package var fate: Fate
    }

    package enum Fate: Hashable, Sendable {
        case leaves(by: String)
        case stays(EndReason)
    }

    package private(set) var groups: [Group: Estimate] = [:]

    private static let page = 500

    /// - Parameter moment: now, or later.
    package init(
        dueBy moment: Date, at now: Date, in store: Store, scripts: ScriptShelf, _ settings: DeliverySettings
    ) async throws {
        var last: Identifier<Kept.OutboxRow>?
        repeat {
            let after = last
            let page = try await store.look { desk in
                let messages = try desk.foreseen(.reminder, dueBy: moment, at: now, after: after, limit: Self.page)
                let seer = Seer(desk: desk, scripts: scripts, settings: settings, now: now)
                return (try messages.map { try seer.foresee($0) }, messages.count < Self.page ? nil : messages.last?.id)
            }
            for seen in page.0 { groups[seen.group, default: Estimate()].add(seen.parts, at: seen.partPrice) }
            last = page.1
        } while last != nil
    }
}

/// Decides of one message as `Claim` will.
private struct Seer {
    struct Seen: Sendable {
        var group: ReminderForecast.Group
        var parts = 0
        var partPrice: Money?
    }

    let desk: TurnDesk
    let scripts: ScriptShelf
    let settings: DeliverySettings
    let now: Date

    func foresee(_ message: DueMessage) throws -> Seen {
        func seen(_ fate: ReminderForecast.Fate) -> ReminderForecast.Group {
            ReminderForecast.Group(cause: message.cause, language: message.languageCode, fate: fate)
        }
        let ways = settings.ways(to: message.number, on: message.network, in: message.realm)
        if ways.isEmpty { return Seen(group: seen(.stays(.noRoute))) }
        guard let way = ways.first(where: { !message.blockedChannels.contains($0) }),
            let channel = settings.channels.first(where: { $0.name == way })
        else { return Seen(group: seen(.stays(.blocked))) }
        let then = max(now, message.due)
        let claim = Claim(desk: desk, scripts: scripts, settings: settings, channel: channel, now: then, claimed: .now)
        if let reason = claim.refusal(of: message) { return Seen(group: seen(.stays(reason))) }
        if message.waitsForDoubt { return Seen(group: seen(.stays(.numberInDoubt))) }
        if case .forever(let reason) = try claim.wait(of: message) { return Seen(group: seen(.stays(reason))) }
        switch try BegunWording(scripts, settings, at: desk, now: then).word(message, for: channel.settings) {
        case .nothing(let reason): return Seen(group: seen(.stays(reason)))
        case .notNow: return Seen(group: seen(.stays(.gone)))
        case .text(let text, _):
            let parts = MessageSize(sms: text).parts
            return Seen(group: seen(.leaves(by: way)), parts: parts, partPrice: channel.budget.partPrice)
        }
    }
}
