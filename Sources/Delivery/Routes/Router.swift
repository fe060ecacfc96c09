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

    /// Which channels were given something, and whether there may be more.
    func route(at desk: TurnDesk) throws -> (given: Set<String>, isMore: Bool) {
        let messages = try desk.unrouted(at: now, limit: Self.slice)
        var given: Set<String> = []
        for message in messages {
            let network = message.network ?? settings.routes.network(of: message.number)
            let ways = settings.ways(to: message.number, on: network, in: message.realm)
            let free = ways.filter { !message.blockedChannels.contains($0) }
            if let expires = message.expires, expires <= now {
                // Where there is a way, nobody was there to send it in time.
                try desk.end(message.id, ways.isEmpty ? .noRoute : .expired, at: now)
            } else if let way = free.first(where: isOpen) ?? free.first {
                try desk.route(message.id, by: way, network: network, at: now)
                given.insert(way)
            } else if !ways.isEmpty {
                try desk.end(message.id, .blocked, at: now)
            } else {
                let again = now.addingTimeInterval(Self.lookAgain)
                try desk.hold(message.id, until: min(again, message.expires ?? again), .noRoute)
            }
        }
        return (given, messages.count == Self.slice)
    }

    /// What waits for a gateway that is left alone takes another way, where there is one that works.
    ///
    /// - Returns: which channels were given something, and where it goes on; nil behind the end.
    func detour(
        from channel: String, _ ranks: ClosedRange<Int>, after place: WaitingPlace?, at desk: TurnDesk
    ) throws -> (given: Set<String>, next: WaitingPlace?) {
        let (messages, next) = try desk.waiting(on: channel, ranks, after: place, limit: Self.slice)
        var given: Set<String> = []
        for message in messages {
            let ways = settings.ways(onFrom: channel, to: message.number, on: message.network, in: message.realm)
            guard let way = ways.first(where: { $0 != channel && !message.blockedChannels.contains($0) && isOpen($0) }) else { continue }
            try desk.route(message.id, by: way, network: message.network, at: now)
            given.insert(way)
        }
        return (given, next)
    }
}
