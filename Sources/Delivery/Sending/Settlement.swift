import Foundation
import Gateways
import Store

/// What follows from a message's outcome.
struct Settlement: Sendable {
    var id: Identifier<Kept.OutboxRow>
    var contact: Identifier<Kept.Contact>
    var end: AttemptEnd
    var channel: String
    var day: String
    var at: Date
    /// What its refusal says of the number.
    var cause: FailureCause?
    var word = ""

    /// So often in a row a channel may not take a message; then the next one that fits is tried.
    static let failuresBeforeNextWay = 3
    /// After so many tries it is given up, should nothing else have ended it.
    static let mostTries = 30
    /// Between one try and the next, in seconds, by how often it was tried; changing the way takes no pause.
    private static let pauses: [TimeInterval] = [5, 15, 30, 60, 120, 300, 600, 1_800]

    /// What an outcome means for the message: tried again by its channel, by the next one, or ended.
    init(of flight: Flight, _ outcome: SendOutcome, on channel: String, _ settings: DeliverySettings, at now: Date) {
        (id, contact, self.channel, day, at) = (flight.id, flight.contact, channel, flight.day, now)
        switch outcome {
        case .accepted(let receipt): end = .accepted(gatewayID: receipt.id, price: receipt.price, parts: receipt.parts)
        case .refused(let cause, let word):
            self.cause = cause
            self.word = word
            let other = settings.ways(for: flight, onFrom: channel).first { $0 != channel }
            if cause == .blocked, let other {
                end = .notTaken(until: now, channel: other)
            } else {
                end = .refused(reason: cause.reason(word))
            }
        case .notTaken(let obstacle, let word):
            self.word = word
            guard flight.tries + 1 < Self.mostTries else {
                end = .given(up: .notTaken)
                return
            }
            var pause = Self.pauses[min(flight.tries, Self.pauses.count - 1)]
            if case .busy(let wait?) = obstacle { pause = max(pause, TimeInterval(wait.components.seconds)) }
            let isNext = flight.failures + 1 >= Self.failuresBeforeNextWay
            let next = isNext ? settings.ways(for: flight, onFrom: channel).next(after: channel) : channel
            end = .notTaken(until: next == channel ? now.addingTimeInterval(pause) : now, channel: next)
        case .unknown(let word):
            self.word = word
            end = .unknown
        }
    }

    /// It left for nowhere: the person had left since it was decided.
    init(leaving flight: Flight, on channel: String, at now: Date) {
        (id, contact, end, self.channel, day, at) = (flight.id, flight.contact, .left, channel, flight.day, now)
    }

    init(arriving flight: Flight, on channel: String, at now: Date) {
        (id, contact, end, self.channel, day, at) = (flight.id, flight.contact, .arrived, channel, flight.day, now)
    }

    func write(at desk: TurnDesk) throws {
        try desk.settle(id, end, on: channel, day: day, at: at)
        switch cause {
        case .blocked: try desk.block(contact, onChannel: channel, word, at: at)
        case .unknownSubscriber: try desk.reportUnknownSubscriber(contact, at: at)
        case .refused, .expired, .failed, nil: break
        }
    }
}

extension DeliverySettings {
    /// The channels that may carry it, but those whose gateways let nothing through to its number.
    fileprivate func ways(for flight: Flight, onFrom channel: String) -> [String] {
        ways(onFrom: channel, to: flight.message.to, on: flight.network, in: flight.realm).filter { !flight.blockedChannels.contains($0) }
    }
}

extension FailureCause {
    /// As exports have it: `blocked 406`.
    func reason(_ word: String) -> String { word.isEmpty ? rawValue : "\(rawValue) \(word)" }
}

extension [String] {
    /// The way after this one, from the end to the front again; this one where there is no other.
    fileprivate func next(after way: String) -> String {
        guard let index = firstIndex(of: way) else { return first ?? way }
        return self[(index + 1) % count]
    }
}
