import Dialogs
import Foundation
import Gateways
import Store
import Texting

/// A turn while it is taken, inside the writer's transaction.
struct TurnInHand {
    let taker: TurnTaker
    let desk: TurnDesk
    let channel: ChannelSettings
    let number: PhoneNumber
    let now: Date

    private var realm: Realm { channel.isTest ? .tests : .people }

    func take(_ inbound: Inbound) throws -> Outcome {
        let step = StepText(inbound.text, key: inbound.stepKey)
        let key = desk.key(ofSession: inbound.session, onChannel: channel.name)
        guard let session = try desk.session(key) else { return try dial(step, key, inbound.network) }
        // What was shown to one number is shown to no other, whichever session it says it is in.
        if let contact = session.contact, try !desk.belongs(number, realm, to: contact) { return try tooLate(session) }
        if let stored = try seen(step, session) { return try again(stored, session) }
        if step.begins { return try dial(step, key, inbound.network) }
        guard session.state == .open, let typed = try step.answer(in: session, desk) else { return try tooLate(session) }
        let contact = try session.contact ?? desk.contact(of: number, realm, at: now)
        let position = Position(contact: contact, session: key, conversation: session.conversation, step: step)
        return try advance(.typed(typed), at: position, on: script(of: session.version), inbound.network)
    }

    /// A new session: whatever the contact had open elsewhere is detached from there, and goes on here.
    private func dial(_ step: StepText, _ key: SessionKey, _ network: String?) throws -> Outcome {
        let version = try script(of: liveVersion())
        let contact = try desk.contact(of: number, realm, at: now)
        try desk.detachSessions(of: contact)
        let position = Position(contact: contact, session: key, conversation: nil, step: step)
        return try advance(step.beginning, at: position, on: version, network)
    }

    /// Where a turn is taken: whose it is, and what it came by.
    struct Position {
        var contact: Identifier<Kept.Contact>
        var session: SessionKey
        /// That of the session so far, which may be over.
        var conversation: Identifier<Kept.Conversation>?
        var step: StepText
    }

    private func advance(
        _ input: Input, at position: Position, on script: (version: VersionID, script: Script), _ network: String?
    ) throws -> Outcome {
        let open = try desk.conversation(of: position.contact)
        var facts = channel.facts(for: input)
        facts.network = taker.settings.network(number, network)
        let surroundings = Surroundings(
            channel: facts, contact: try desk.facts(of: position.contact), country: taker.settings.country,
            timeZone: taker.settings.timeZone, now: now, isNewVersion: open.map { $0.version != script.version } ?? false,
            resumeWithin: taker.settings.resumeWithin)
        let turn = try desk.turn(taker, open?.session, input, in: script.script, surroundings)
        try desk.keep(
            TakenTurn(
                turn: turn, number: number, realm: realm, contact: position.contact,
                conversation: open?.id ?? position.conversation ?? desk.newConversation(at: now), channel: channel.name,
                version: script.version, session: position.session, step: position.step.step, text: position.step.text, now: now))
        return turn.reply.map { .reply($0) } ?? .none
    }
}

extension TurnInHand {
    /// What was answered to this step when it came before.
    private func seen(_ step: StepText, _ session: TakenSession) throws -> StoredReply? {
        if step.isOwnKey { return try desk.reply(toStep: step.step, of: session) }
        // Nothing tells a retry but the same bytes, soon after: a later `1` is another answer.
        guard let window = channel.retriesWithin, desk.isLast(step.text, of: session),
            now.timeIntervalSince(session.touched) <= Double(window.components.seconds)
        else { return nil }
        return try desk.reply(toStep: step.step, of: session)
    }

    /// The same bytes as before, and no effect.
    private func again(_ stored: StoredReply, _ session: TakenSession) throws -> Outcome {
        switch stored {
        case .reply(let reply): .reply(reply)
        case .nothing: .none
        case .forgotten: try tooLate(session)
        }
    }

    /// A step of a session whose conversation went on elsewhere or is over: a polite end, and nothing is stored.
    private func tooLate(_ session: TakenSession) throws -> Outcome {
        let language = try session.contact.flatMap { try desk.facts(of: $0).language }
        let script = try? script(of: session.version).script
        // That the answers are kept is true only where the conversation goes on elsewhere.
        let words: ProgramWords.ID = session.state == .detached ? .tooLate : .closed
        return .reply(Reply(text: taker.words(words, on: channel.facts, in: language, script), ends: true))
    }

    private func liveVersion() throws -> VersionID {
        guard let live = try desk.liveVersion() else { throw NoScript() }
        return live
    }

    /// A version's script; the live one's where it can't be read any more.
    private func script(of version: VersionID) throws -> (version: VersionID, script: Script) {
        if let script = try? taker.scripts.script(of: version, files: { try desk.files(of: version) }) { return (version, script) }
        let live = try liveVersion()
        guard let script = try? taker.scripts.script(of: live, files: { try desk.files(of: live) }) else { throw NoScript() }
        return (live, script)
    }
}
