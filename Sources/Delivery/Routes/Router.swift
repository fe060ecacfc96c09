import Foundation
import Store

/// Gives each message that is due the channel that it leaves by.
struct Router {
    let settings: DeliverySettings
    /// Whether a channel's gateway works, as far as we know.
    let isOpen: (String) -> Bool
    let now: Date

    /// Where no channel reaches a number one may have been configured by then, in seconds.
    private static let lookAgain = TimeInterval(300)
    /// In one slice of the writer's time, which must be over in less than 5 ms.
    private static let slice = 50

    /// Whether there may be more.
    func route(at desk: TurnDesk) throws -> Bool {
        let messages = try desk.unrouted(at: now, limit: Self.slice)
        for message in messages {
            let network = message.network ?? settings.routes.network(of: message.number)
            let ways = ways(of: message, on: network)
            if let expires = message.expires, expires <= now {
                // Where there is a way, nobody was there to send it in time.
                try desk.end(message.id, ways.isEmpty ? .noRoute : .expired, at: now)
                continue
            }
            let free = ways.filter { !message.blockedChannels.contains($0) }
            if let way = free.first(where: isOpen) ?? free.first {
                try desk.route(message.id, by: way, network: network, at: now)
            } else if !ways.isEmpty {
                try desk.end(message.id, .blocked, at: now)
            } else {
                let again = now.addingTimeInterval(Self.lookAgain)
                try desk.hold(message.id, until: min(again, message.expires ?? again))
            }
        }
        return messages.count == Self.slice
    }

    /// A trial never leaves by a channel of people, and nobody's message ends on a screen that others look at.
    private func ways(of message: UnroutedMessage, on network: String?) -> [String] {
        let own = settings.channels.filter { $0.realm == message.realm }.map(\.name)
        if message.realm == .tests { return own }
        return settings.routes.ways(to: message.number, on: network).filter { own.contains($0) }
    }
}
