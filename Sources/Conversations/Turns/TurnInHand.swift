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

    var realm: Realm { channel.realm }

    func take(_ inbound: Inbound) throws -> Taken {
        let step = StepText(inbound.text, key: inbound.stepKey)
        if let words = step.message { return try read(step, words, inbound) }
        let key = desk.key(ofSession: inbound.session, onChannel: channel.name)
        guard let session = try desk.session(key) else { return try arrive(step, key, inbound.network) }
        let standing = desk.standing(of: number, realm, to: session, at: now)
        // What was shown to one number is shown to no other, whichever session it says it is in; nor in whose language it was.
        if standing == .stranger { return Taken(end(.closed, in: nil)) }
        let next = step.next(in: session, desk)
        if next == nil, let stored = try seen(step, session) { return Taken(try again(stored, session)) }
        if step.begins { return try arrive(step, key, inbound.network) }
        if standing == .cutOff { return Taken(end(.loop, in: try language(of: session.contact))) }
        guard session.state == .open, let typed = try next ?? step.answer(in: session, desk, from: number) else {
            return Taken(try tooLate(session))
        }
        let contact = try session.contact ?? desk.contact(of: number, realm, at: now)
        let position = Position(
            contact: contact, session: key, known: session, conversation: session.conversation, step: step, occasion: .step)
        let version = session.isOverruled ? try liveVersion() : session.version
        return try advance(
            .typed(typed), at: position, try desk.conversation(of: session), on: script(of: version), inbound.network)
    }

    /// An SMS: a session of one message, the same one when its gateway brings it again.
    private func read(_ step: StepText, _ words: String, _ inbound: Inbound) throws -> Taken {
        let id = step.isOwnKey ? inbound.session : "\(inbound.session)\u{0}\(words)"
        let key = desk.key(ofMessage: id, from: number, onChannel: channel.name)
        guard let session = try desk.session(key) else { return try arrive(step, key, inbound.network) }
        // The number went to somebody else since, who wrote nothing.
        if desk.standing(of: number, realm, to: session, at: now) == .stranger { return Taken(.none) }
        switch try seen(step, session) {
        case .reply(let reply): return Taken(.reply(reply))
        case .nothing, .forgotten: return Taken(.none)
        // It was taken, and nothing is left of its answer; without a key of its own it is simply the same words once more.
        case nil: return step.isOwnKey ? Taken(.none) : try arrive(step, key, inbound.network)
        }
    }

    /// A dial or an SMS: whatever the contact had open elsewhere is detached from there, and goes on here.
    private func arrive(_ step: StepText, _ key: SessionKey, _ network: String?) throws -> Taken {
        let live = try script(of: liveVersion())
        let isMessage = step.message != nil
        let rules = ArrivalRules(limits: taker.settings.limits, doubtAfter: taker.settings.doubtAfter)
        let arrived = try desk.arrive(number, realm, under: rules, at: now)
        switch arrived.admission {
        case .admitted: break
        case .cutOffNow:
            return Taken(try lastWord(to: arrived.contact, live.script, isMessage: isMessage, network), .cutOff)
        case .cutOff where isMessage: return Taken(.none)
        case .cutOff: return Taken(end(.loop, in: try language(of: arrived.contact), live.script))
        }
        if !arrived.isNew { try desk.detachSessions(of: arrived.contact) }
        let open = arrived.isNew ? nil : try desk.conversation(of: arrived.contact)
        let opening = arrived.isNew ? nil : try desk.opening(of: arrived.contact)
        let version =
            if isMessage, let open, try staysOnItsVersion(open, beside: opening) { try script(of: open.version) } else { live }
        let position = Position(
            contact: arrived.contact, session: key, conversation: nil, step: step, occasion: isMessage ? .message : .dial)
        return try advance(step.beginning, at: position, open, on: version, network, opening)
    }

    private func lastWord(to contact: Identifier<Kept.Contact>, _ script: Script, isMessage: Bool, _ network: String?) throws -> Outcome {
        let outcome = end(.loop, in: try language(of: contact), script, asMessage: isMessage)
        if isMessage, case .asMessage(let way) = channel.answering, case .reply(let reply) = outcome {
            try desk.queueAnswer(
                reply.text, to: contact, cause: "loop", language: nil, network: taker.settings.network(number, network), by: way, at: now)
        }
        return outcome
    }

    /// DIALOGS §4: a talk by SMS does for an hour after its last message.
    private static let staysOnVersion = TimeInterval(3600)

    /// What was asked since in a message of ours is asked in the live one.
    private func staysOnItsVersion(_ open: OpenConversation, beside opening: Opening?) throws -> Bool {
        if let opening, opening.since > open.touched { return false }
        return try open.shownOn == .sms && now.timeIntervalSince(open.touched) < Self.staysOnVersion
            && !desk.isOverruled(touched: open.touched)
    }

    /// Where a turn is taken: whose it is, and what it came by.
    struct Position {
        var contact: Identifier<Kept.Contact>
        var session: SessionKey
        /// The session as it was found, where it goes on.
        var known: TakenSession?
        /// That of the session so far, which may be over.
        var conversation: Identifier<Kept.Conversation>?
        var step: StepText
        var occasion: TakenTurn.Occasion
    }

    private func advance(
        _ input: Input, at position: Position, _ open: OpenConversation?, on script: (version: VersionID, script: Script),
        _ network: String?, _ opening: Opening? = nil
    ) throws -> Taken {
        var facts = channel.facts(for: input)
        facts.network = taker.settings.network(number, network)
        let lastSent = position.occasion == .message ? try desk.lastSent(to: position.contact, at: now) : nil
        let contact = try position.known.flatMap { try desk.facts(of: $0) } ?? desk.facts(of: position.contact)
        // Who is asked first whose the number is comes to it in a later step.
        let asked = try opening ?? (contact.isDoubted ? desk.opening(of: position.contact) : nil)
        let surroundings = Surroundings(
            channel: facts, contact: contact, country: taker.settings.country,
            timeZone: taker.settings.timeZone, now: now, isNewVersion: open.map { $0.version != script.version } ?? false,
            resumeWithin: taker.settings.resumeWithin, lastSent: lastSent,
            opening: asked,
            begunBy: taker.begunBy(number, on: channel, network: facts.network))
        let turn = try desk.turn(taker, open?.session, input, in: script.script, surroundings)
        guard FullDisk.takes(turn, of: position.occasion, in: desk.room, on: script.script) else { throw FullDisk.NoRoom() }
        try desk.keep(
            TakenTurn(
                occasion: position.occasion, turn: turn, number: number, realm: realm, contact: position.contact,
                conversation: open?.id ?? position.conversation ?? desk.newConversation(at: now), channel: channel.name,
                version: script.version, session: position.session, step: position.step.step, text: position.step.text, now: now,
                network: facts.network, answering: channel.answering, known: position.known))
        return Taken(turn.reply.map { .reply($0) } ?? .none, turn.leaves ? .left(position.contact) : nil)
    }

    func liveVersion() throws -> VersionID {
        guard let live = try desk.liveVersion() else { throw NoScript() }
        return live
    }

    /// A version's script; the live one's where it can't be read any more.
    func script(of version: VersionID) throws -> (version: VersionID, script: Script) {
        if let script = try? taker.scripts.script(of: version, files: { try desk.files(of: version) }) { return (version, script) }
        let live = try liveVersion()
        guard let script = try? taker.scripts.script(of: live, files: { try desk.files(of: live) }) else { throw NoScript() }
        return (live, script)
    }
}

extension Turn {
    /// Whether the person wants nothing begun by us any more, or is nobody that we know.
    fileprivate var leaves: Bool {
        effects.contains { effect in
            switch effect {
            case .optOut, .erase, .newContact: true
            default: false
            }
        }
    }
}
