import Conversations
import Delivery
import DialogFiles
import Dialogs
import Foundation
import GRDB
import Gateways
import Store
import Synchronization
import Testing
import Texting

/// A service that sends, with gateways of the test's own and a clock that stands still until it is moved.
final class Post: Sendable {
    let folder: URL
    let clock = PostClock()
    let network = Network()
    let notices = Held<[String]>([])
    let store: Store
    let shelf: ScriptShelf
    let settings: DeliverySettings
    let dispatcher: Dispatcher
    let taker: TurnTaker
    private let removesFolder: Bool

    /// - Parameters:
    ///   - folder: that of a service that was here before.
    ///   - change: what is set otherwise than usual.
    init(in folder: URL? = nil, _ change: (inout DeliverySettings) -> Void = { _ in }) async throws {
        self.folder = folder ?? FileManager.default.temporaryDirectory.appendingPathComponent("passerelle-post-\(UUID().uuidString)")
        removesFolder = folder == nil
        try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
        var settings = DeliverySettings(
            channels: [Self.channel("sms"), Self.channel("other"), Self.channel("trial", isTest: true)],
            routes: Routes(rules: [Routes.Rule(via: "sms"), Routes.Rule(via: "other")]), country: Country(callingCode: "237"),
            timeZone: TimeZone(identifier: "Africa/Douala") ?? .gmt, quiet: nil, cap: nil)
        change(&settings)
        self.settings = settings
        let (clock, notices) = (clock, notices)
        store = try Store.open(
            at: self.folder.appendingPathComponent("passerelle.sqlite").path, clock: { clock.now },
            chance: Chance { UInt64.random(in: .min ... .max) })
        shelf = ScriptShelf(compile: Self.compile)
        dispatcher = Dispatcher(
            store: store, scripts: shelf, settings: settings, call: network.call, clock: { clock.look() },
            onlookers: Onlookers(notice: { notice, channel in notices.change { $0.append("\(channel) \(notice)") } }))
        let dispatcher = dispatcher
        taker = TurnTaker(
            store: store, scripts: shelf,
            settings: TurnTaker.Settings(
                country: settings.country, timeZone: settings.timeZone,
                words: ProgramWords(texts: [:], commands: [:], status: [:]), language: "fr",
                limits: TurnLimits(aMinute: 100_000, anHour: 100_000), letGo: { await dispatcher.letGo($0) }),
            chance: Chance { UInt64.random(in: .min ... .max) })
        if folder == nil { try await publish(Self.dialogs) }
    }

    deinit { if removesFolder { try? FileManager.default.removeItem(at: folder) } }

    static func channel(
        _ name: String, isTest: Bool = false, rate: Int = 100_000, hasTokens: Bool = false, hasLookUp: Bool = false,
        price: Money? = nil, dailyParts: Int? = nil, dailyMoney: Money? = nil, letters: Letters = .gsm, takesAnswers: Bool = true
    ) -> OutgoingChannel {
        OutgoingChannel(
            settings: texting(name, isTest: isTest, letters: letters, takesAnswers: takesAnswers),
            way: .gateway(PlainSender(channel: name, hasTokens: hasTokens, hasLookUp: hasLookUp)),
            budget: OutgoingChannel.Budget(rate: rate, partPrice: price, dailyParts: dailyParts, dailyMoney: dailyMoney))
    }

    static func texting(
        _ name: String, isTest: Bool = false, letters: Letters = .gsm, takesAnswers: Bool = true, answering: Answering = .inAnswer
    ) -> ChannelSettings {
        ChannelSettings(
            gateway: "kannel",
            facts: Channel(
                name: name, kind: .sms, code: "8080", cost: [:], budget: PageBudget(letters: letters, units: 160),
                takesAnswers: takesAnswers, network: nil), isTest: isTest, answering: answering)
    }

    func publish(_ files: [String: String]) async throws {
        let version = try await store.publish(files, by: "test", at: clock.now)
        try await store.makeLive(version, by: "test", at: clock.now)
    }

    /// Waits for what other tasks bring about.
    func until(_ what: Comment, _ holds: () async throws -> Bool) async throws {
        for _ in 0..<5_000 {
            if try await holds() { return }
            try await Task.sleep(for: .milliseconds(2))
        }
        Issue.record("not in 10 s: \(what)")
    }

    /// The same folder as the next process would find it.
    func reopened(_ change: (inout DeliverySettings) -> Void = { _ in }) async throws -> Post {
        await store.close()
        let next = try await Post(in: folder, change)
        next.clock.set(clock.now)
        return next
    }

    /// A look into the file itself.
    func read<Value: Sendable>(_ work: @escaping @Sendable (Database) throws -> Value) async throws -> Value {
        var configuration = Configuration()
        configuration.readonly = true
        let queue = try DatabaseQueue(path: folder.appendingPathComponent("passerelle.sqlite").path, configuration: configuration)
        defer { try? queue.close() }
        return try await queue.read(work)
    }

    /// What nothing of the program does from here.
    func force(_ sql: String, _ arguments: StatementArguments = []) async throws {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        let queue = try DatabaseQueue(path: folder.appendingPathComponent("passerelle.sqlite").path, configuration: configuration)
        defer { try? queue.close() }
        try await queue.write { db in try db.execute(sql: sql, arguments: arguments) }
    }
}

/// Something that is changed and looked at from several tasks.
final class Held<Value: Sendable>: Sendable {
    private let value: Mutex<Value>

    init(_ value: Value) { self.value = Mutex(value) }

    var now: Value { value.withLock { $0 } }

    func change(_ work: @Sendable (inout Value) -> Void) { value.withLock { work(&$0) } }
}

/// Stands still until it is moved, and counts how often the sender looks at it.
final class PostClock: Sendable {
    private let state = Mutex((now: Date.start, looks: 0))

    var now: Date { state.withLock { $0.now } }
    var looks: Int { state.withLock { $0.looks } }

    func look() -> Date {
        state.withLock { state in
            state.looks += 1
            return state.now
        }
    }

    func advance(_ seconds: TimeInterval) { state.withLock { $0.now += seconds } }
    func set(_ now: Date) { state.withLock { $0.now = now } }
}

extension Date {
    /// 27 November 2026, 11:00 in Douala.
    static let start = Date(timeIntervalSince1970: 1_795_773_600)
}

extension PhoneNumber {
    static let awa = PhoneNumber(e164: "+237670000001")
    static let ben = PhoneNumber(e164: "+237670000002")
    /// One of many.
    static func person(_ number: Int) -> PhoneNumber { PhoneNumber(e164: "+23767\(1_000_000 + number)") }
}
