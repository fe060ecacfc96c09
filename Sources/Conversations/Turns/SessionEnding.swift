import Dialogs
import Foundation
import Gateways
import Store

/// The gateway says that a session is over: recorded always, also when it comes late or of a session that was never seen here.
struct SessionEnding {
    let taker: TurnTaker
    let desk: TurnDesk
    let channel: ChannelSettings
    let now: Date

    /// Returns whether somebody was lost in the middle of a conversation.
    func record(_ end: SessionEnd) throws -> Bool {
        let key = desk.key(ofSession: end.session, onChannel: channel.name)
        // One number ends no other's session.
        if let sender = end.sender, let session = try desk.session(key),
            desk.standing(of: sender, channel.realm, to: session, at: now) == .stranger
        {
            return false
        }
        return try record(end.cause, of: key)
    }

    func record(_ cause: SessionEnd.Cause, of key: SessionKey) throws -> Bool {
        try desk.recordEnd(of: key, onChannel: channel.name, cause: cause.rawValue, at: now)
        // A detached session's end says nothing of the conversation: it goes on elsewhere.
        guard let session = try desk.session(key), session.state == .open else { return false }
        try desk.close(key)
        guard cause != .finished, let contact = session.contact, let open = try desk.conversation(of: session) else { return false }
        try hangUp(open, of: contact, session)
        try desk.markDropped(open.id)
        return true
    }

    /// The recording shows where the person was lost; what the step makes of the conversation is kept for the next dial.
    private func hangUp(_ open: OpenConversation, of contact: Identifier<Kept.Contact>, _ session: TakenSession) throws {
        guard desk.room == .enough, let script = try? taker.scripts.script(of: open.version, files: { try desk.files(of: open.version) }),
            let number = try desk.number(of: contact)
        else { return }
        let surroundings = Surroundings(
            channel: channel.facts, contact: try desk.facts(of: contact), country: taker.settings.country,
            timeZone: taker.settings.timeZone, now: now, isNewVersion: false, resumeWithin: taker.settings.resumeWithin,
            begunBy: taker.begunBy(number, on: channel, network: taker.settings.network(number, nil)))
        let turn = try desk.turn(taker, open.session, .hungUp, in: script, surroundings)
        try desk.keep(
            TakenTurn(
                occasion: .hangUp, turn: turn, number: number, realm: channel.realm, contact: contact, conversation: open.id,
                channel: channel.name, version: open.version, session: session.key, step: nil, text: nil, now: now))
    }
}
