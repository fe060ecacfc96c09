import Conversations
import Dialogs
import Foundation
import Gateways
import Store
import Synchronization
import Testing
import Texting

/// A turn taker with the parrot behind it.
struct Aviary {
    let store: Store
    let shelf = ScriptShelf(compile: { files in
        if files["accueil.yaml"] == "broken" { throw Broken() }
        return Parrot.script(files)
    })
    let taker: TurnTaker
    let time: Mutexed

    struct Broken: Error {}

    final class Mutexed: Sendable {
        private let date = Mutex(Date(timeIntervalSince1970: 1_795_593_600))
        var now: Date { date.withLock { $0 } }
        func advance(_ seconds: TimeInterval) { date.withLock { $0 += seconds } }
    }

    /// - Parameter draws: what references are drawn from, in their order.
    init(
        draws: [UInt64]? = nil, limits: TurnLimits = .standard, doubtAfter: Duration = TurnTaker.Settings.usualDoubt, isLive: Bool = true
    ) async throws {
        let time = Mutexed()
        let rising = Mutex<UInt64>(1)
        let chance = Chance {
            rising.withLock {
                $0 = $0 &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407; return $0
            }
        }
        let left = Mutex(draws ?? [])
        let references = draws == nil ? chance : Chance { left.withLock { $0.isEmpty ? chance.next() : $0.removeFirst() } }
        self.time = time
        store = try Store.inMemory(clock: { time.now }, chance: chance)
        taker = TurnTaker(
            store: store, scripts: shelf,
            settings: TurnTaker.Settings(
                country: Country(callingCode: "237"), timeZone: TimeZone(secondsFromGMT: 3600) ?? .gmt, words: Parrot.words,
                language: "fr", limits: limits, doubtAfter: doubtAfter),
            chance: references, step: Parrot.step)
        if isLive { try await publish("v1") }
    }

    @discardableResult
    func publish(_ word: String, takingOver takeover: Takeover = .atNextSession) async throws -> VersionID {
        let id = try await store.publish(["accueil.yaml": word], by: "test", at: time.now)
        try await store.makeLive(id, by: "test", at: time.now, takingOver: takeover)
        return id
    }

    static func channel(_ name: String = "ussd", isTest: Bool = false, retriesWithin: Duration? = nil) -> ChannelSettings {
        ChannelSettings(
            gateway: "africas-talking-ussd",
            facts: Channel(
                name: name, kind: .ussd, code: "*123#", cost: [:], budget: PageBudget(letters: .ascii, units: 160), takesAnswers: true,
                network: nil),
            isTest: isTest, retriesWithin: retriesWithin)
    }

    func send(
        _ text: Inbound.Text, _ session: String = "S1", key: String? = nil, from number: PhoneNumber = .awa,
        on channel: ChannelSettings = Aviary.channel()
    ) async -> String {
        let inbound = Inbound(sender: number, session: session, text: text, stepKey: key, network: nil)
        return await taker.take(inbound, on: channel, arrived: time.now).told
    }

    /// An SMS; each has an id of its own, unless one is given.
    func text(
        _ words: String, id: String = UUID().uuidString, key: String?? = nil, from number: PhoneNumber = .awa,
        on channel: ChannelSettings = Aviary.channel("sms")
    ) async -> String {
        await send(.message(words), id, key: key ?? id, from: number, on: channel)
    }

    /// One after the other, as Africa's Talking sends them.
    func send(_ texts: [String], _ session: String = "S1", from number: PhoneNumber = .awa) async -> [String] {
        var told: [String] = []
        for text in texts { told.append(await send(.cumulative(text), session, from: number)) }
        return told
    }

    func end(_ session: String, _ cause: SessionEnd.Cause, from number: PhoneNumber? = .awa) async -> String {
        await taker.sessionEnded(SessionEnd(sender: number, session: session, cause: cause), on: Self.channel(), arrived: time.now).told
    }

    /// What waits to leave to a number.
    func waiting(to number: PhoneNumber, _ realm: Realm = .people) async throws -> [ExportedMessage] {
        try await messages(realm).filter { $0.status == "queued" && $0.phone == number }
    }

    var messages: [ExportedMessage] { get async throws { try await messages(.people) } }

    private func messages(_ realm: Realm) async throws -> [ExportedMessage] {
        var page = try await store.messages(since: nil, realm, after: nil)
        var all = page.items
        while let next = page.next {
            page = try await store.messages(since: nil, realm, after: next)
            all += page.items
        }
        return all
    }

    var turns: Int { get async throws { try await store.facts().counts["turn"] ?? 0 } }
}

extension Outcome {
    var told: String {
        switch self {
        case .reply(let reply): (reply.ends ? "END " : "CON ") + reply.text
        case .none: "-"
        case .refused(let words): "refused: \(words)"
        case .withdrawn(let words): "withdrawn: \(words)"
        case .failed(let words): "failed: \(words)"
        case .noScript(let words): "no script: \(words)"
        }
    }
}

extension PhoneNumber {
    static let awa = PhoneNumber(e164: "+237670000001")
    static let ben = PhoneNumber(e164: "+237670000002")
}
