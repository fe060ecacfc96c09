import Conversations
import Delivery
import Dialogs
import Foundation
import Gateways
import Store
import Texting

/// A phone and a service of its own: the real rooms over a database that nobody else sees.
///
/// Every turn goes through `Store`, so that what is not stored is not there in the next one.
final class Rehearsal {
    /// What the phone is told of a step.
    enum Answer: Equatable {
        case screen(Reply)
        case silence
        /// The service could not take the turn.
        case failed(words: String)
    }

    enum Keeping {
        case memory
        /// In a folder of its own, so that it can be opened again.
        case disk
    }

    let number: PhoneNumber
    let time: PretendTime
    private let start: Date
    private let stage: Stage
    private let kind: ChannelKind
    private let references: SeededChance
    private let storing: SeededChance
    private let witness = Witness()
    private var place: ScratchFolder?
    private var store: Store
    private var scripts: ScriptShelf
    private var taker: TurnTaker
    private var dispatcher: Dispatcher

    private var sessions = 0
    private var messages = 0
    /// When it was last asked what we began.
    private var lookedAt: Date
    private var steps = 0
    private var openSession: OpenSession?
    private var last: (inbound: Inbound, channel: ChannelSettings, answer: Answer)?

    private struct OpenSession {
        var id: String
        var kind: ChannelKind
    }

    init(
        on stage: Stage, kind: ChannelKind, number: PhoneNumber, language: Language?, at start: Date, seed: UInt64, keeping: Keeping
    ) async throws {
        self.stage = stage
        self.kind = kind
        self.number = number
        time = PretendTime(start)
        self.start = start
        lookedAt = start
        references = SeededChance(seed)
        // Apart from the references, so that these do not depend on how many identifiers are drawn.
        storing = SeededChance(~seed)
        let clock = time
        switch keeping {
        case .memory:
            place = nil
            store = try Store.inMemory(clock: { clock.now }, chance: storing.chance)
        case .disk:
            let folder = try ScratchFolder()
            place = folder
            store = try Store.open(at: folder.database, clock: { clock.now }, chance: storing.chance)
        }
        scripts = stage.emptyShelf
        taker = stage.turnTaker(over: store, scripts, chance: references.chance, witness)
        dispatcher = stage.dispatcher(over: store, scripts, time)
        try await publish(stage.scene)
        if let language { await choose(language) }
    }

    func close() async { await store.close() }

    /// Whether a USSD session, or the talk by SMS, can take an answer.
    var isOpen: Bool { openSession != nil || kind == .sms }

    /// The screens that were shown.
    var reachedScreens: Set<ScreenAddress> { witness.screens }

    func dial(_ code: String) async -> Answer {
        sessions += 1
        let session = OpenSession(id: "S\(sessions)", kind: .ussd)
        openSession = session
        return await take(.begin(path: path(code)), in: session)
    }

    func type(_ text: String) async -> Answer {
        if let openSession { return await take(.last(text), in: openSession) }
        messages += 1
        return await take(.message(text), in: OpenSession(id: "SMS \(messages)", kind: .sms))
    }

    /// The last step once more, byte for byte; nil where there was none.
    func deliverAgain() async -> (before: Answer, now: Answer)? {
        guard let last else { return nil }
        let answer = await taker.take(last.inbound, on: last.channel, arrived: time.now)
        return (last.answer, Answer(answer))
    }

    func hangUp() async {
        guard let session = openSession else { return }
        openSession = nil
        let end = SessionEnd(sender: number, session: session.id, cause: .dropped)
        _ = await taker.sessionEnded(end, on: stage.settings(session.kind), arrived: time.now)
    }

    /// What a killed process leaves on the disk is opened by another.
    func crash() throws {
        guard let before = place else { return }
        let after = try ScratchFolder(copying: before)
        let clock = time
        store = try Store.open(at: after.database, clock: { clock.now }, chance: storing.chance)
        scripts = stage.emptyShelf
        taker = stage.turnTaker(over: store, scripts, chance: references.chance, witness)
        dispatcher = stage.dispatcher(over: store, scripts, time)
        place = after
    }

    func publish(_ scene: Stage.Scene) async throws {
        let version = try await store.publish(scene.files, by: "test", at: time.now)
        scripts.put(scene.script, for: version)
        try await store.makeLive(version, by: "test", at: time.now)
    }

    /// Time passes; what becomes due meanwhile leaves at its own moment, as it would if somebody really waited.
    func wait(_ duration: Duration) async throws {
        let end = time.now.addingTimeInterval(TimeInterval(duration.components.seconds))
        var last: Date?
        while let next = try await dispatcher.nextDue(), next <= end, next != last {
            last = next
            time.reach(next)
            try await dispatcher.drain()
        }
        time.reach(end)
    }

    /// What we began for this phone and has left since this was last asked, in the order in which it left.
    func texts() async throws -> [String] {
        if let next = try await dispatcher.nextDue(), next <= time.now { try await dispatcher.drain() }
        let texts = try await store.begunTexts(to: number, .people, since: lookedAt)
        lookedAt = time.now.addingTimeInterval(0.001)
        return texts.map(\.text)
    }

    /// What the last step stored. Where nothing followed from it, the database need not be asked.
    func stored() async throws -> StoredThings {
        witness.takeEffects() ? try await StoredThings(of: store, since: time.now) : .nothing
    }

    /// All that is stored now.
    func storedAtAll() async throws -> StoredThings { try await StoredThings(of: store, since: start) }

    /// The next step has a moment of its own, by which all that it stores is found.
    func tick() { time.pass(.milliseconds(1)) }

    /// What the person chose when they were here before.
    private func choose(_ language: Language) async {
        let chooser = TurnTaker(
            store: store, scripts: scripts, settings: stage.turnSettings, chance: storing.chance
        ) { _, _, _, _, _ in
            Turn(
                reply: nil, session: nil, effects: [.language(language)],
                record: Record(screen: nil, understood: .option, words: nil, shown: nil))
        }
        let inbound = Inbound(sender: number, session: "S0", text: .begin(path: []), stepKey: "S0", network: nil)
        _ = await chooser.take(inbound, on: stage.settings(.ussd), arrived: time.now)
    }

    private func take(_ text: Inbound.Text, in session: OpenSession) async -> Answer {
        steps += 1
        let inbound = Inbound(sender: number, session: session.id, text: text, stepKey: "\(session.id) \(steps)", network: nil)
        let channel = stage.settings(session.kind)
        let answer = Answer(await taker.take(inbound, on: channel, arrived: time.now))
        last = (inbound, channel, answer)
        switch answer {
        case .screen(let reply): if reply.ends { openSession = nil }
        case .silence, .failed: openSession = nil
        }
        return answer
    }

    /// What is dialled behind the channel's code: `*123*2*1#` is `2` and `1`. Another code stands for this one.
    private func path(_ dialled: String) -> [String] {
        let parts = { (code: String) in code.split { $0 == "*" || $0 == "#" }.map(String.init) }
        let code = parts(stage.ussd.code)
        let all = parts(dialled)
        return Array(all.dropFirst(all.starts(with: code) ? code.count : 1))
    }
}

extension Rehearsal.Answer {
    init(_ outcome: Outcome) {
        self =
            switch outcome {
            case .reply(let reply): .screen(reply)
            case .none: .silence
            case .refused(let words), .withdrawn(let words), .failed(let words), .noScript(let words): .failed(words: words)
            }
    }

    /// What the phone shows, line by line.
    var lines: [String] {
        switch self {
        case .screen(let reply): reply.text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        case .silence, .failed: []
        }
    }
}
