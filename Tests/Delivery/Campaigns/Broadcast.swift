import Conversations
import Delivery
import DialogFiles
import Dialogs
import Foundation
import Gateways
import HTTPTypes
import Store
import Synchronization
import Testing
import Texting

/// People who have signed up, and a gateway that keeps whatever is sent to them.
final class Broadcast: Sendable {
    struct Unreadable: Error {}

    private let folder: URL
    private let time = Mutex(Broadcast.start)
    private let sent = Mutex<[String: Int]>([:])
    private let texts = Mutex<Set<String>>([])
    let store: Store
    let shelf: ScriptShelf
    let settings: DeliverySettings

    /// 27 November 2026, 11:00 in Douala.
    static let start = Date(timeIntervalSince1970: 1_795_773_600)

    init(people: Int, quiet: QuietHours? = nil, cap: Cap? = nil, in folder: URL? = nil) async throws {
        self.folder = folder ?? FileManager.default.temporaryDirectory.appendingPathComponent("passerelle-campaign-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: self.folder, withIntermediateDirectories: true)
        shelf = ScriptShelf { files in
            guard let script = DialogFiles.read(FolderText(files: files), start: "accueil", languages: ["fr", "en"]).script else {
                throw Unreadable()
            }
            return script
        }
        settings = DeliverySettings(
            channels: [Self.channel("sms", price: Money(12, "XAF")), Self.channel("other", price: nil)],
            routes: Routes(
                rules: [Routes.Rule(network: "mtn", via: "sms"), Routes.Rule(network: "orange", via: "other")],
                prefixes: ["mtn": ["23767"], "orange": ["23769"]]), country: Country(callingCode: "237"),
            timeZone: TimeZone(identifier: "Africa/Douala") ?? .gmt, quiet: quiet, cap: cap)
        store = try Store.open(
            at: self.folder.appendingPathComponent("passerelle.sqlite").path, clock: { Broadcast.start },
            chance: Chance { UInt64.random(in: .min ... .max) })
        let version = try await store.publish(Self.dialogs, by: "test", at: Self.start)
        try await store.makeLive(version, by: "test", at: Self.start)
        for index in 0..<people { try await signUp(Self.person(index)) }
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    static func person(_ index: Int) -> PhoneNumber { PhoneNumber(e164: "+23767\(1_000_000 + index)") }

    private static func channel(_ name: String, price: Money?) -> OutgoingChannel {
        OutgoingChannel(
            settings: ChannelSettings(
                gateway: "kannel",
                facts: Channel(
                    name: name, kind: .sms, code: "8080", cost: [:], budget: PageBudget(letters: .gsm, units: 160), takesAnswers: true,
                    network: nil), isTest: false),
            way: .gateway(Plain()), budget: OutgoingChannel.Budget(rate: 100_000, partPrice: price))
    }

    private struct Plain: Sender {
        func request(for message: OutgoingMessage, token: String?) -> OutgoingRequest {
            OutgoingRequest(method: .post, address: message.to.e164, body: Array(message.text.utf8))
        }

        func outcome(of answer: OutgoingAnswer) -> SendOutcome { .accepted(Receipt(id: nil, price: nil, parts: nil)) }
    }

    private static let dialogs = [
        "accueil.yaml": """
        title: l'accueil
        start: accord
        screens:
          accord: { ask: "D'accord ?", save: consent, choices: { oui: Oui, non: Non }, next: region }
          region: { ask: "Région ?", label: Région, save: region, choices: { est: Est, nord: Nord }, next: fin }
          fin: { do: [sign-up: projet], end: Merci. }
        sign-ups:
          projet: { title: Projet, fields: [region], consent: { consent: oui }, again: update }
        """,
        "suivi.yaml": """
        title: le suivi
        start: interet
        screens:
          interet: { ask: "Toujours ?", save: interest, choices: { oui: Oui, non: Non }, next: fin }
          fin: { end: C'est noté. }
        """,
    ]

    var now: Date { time.withLock { $0 } }
    func advance(_ seconds: TimeInterval) { time.withLock { $0 += seconds } }

    /// How often each number was sent something.
    var received: [String: Int] { sent.withLock { $0 } }
    var told: Set<String> { texts.withLock { $0 } }

    func signUp(_ number: PhoneNumber, region: String = "est", language: Language = "fr", then effects: [Effect] = []) async throws {
        let reference = try await freeReference()
        let draft = SignUpDraft(
            signUp: "projet", reference: reference, updates: false,
            answers: ["region": StoredAnswer(answer: .choice(region), isPrivate: false)], consentWords: "D'accord ? / Oui",
            consentGiven: now, language: language, keep: nil)
        try await take([.signUp(draft)] + effects, of: number)
    }

    /// One that is nobody's yet: of hundreds that are drawn two are the same now and then.
    private func freeReference() async throws -> Reference {
        var chance = Chance { UInt64.random(in: .min ... .max) }
        while true {
            let reference = Reference(using: &chance)
            if try await !store.look({ try $0.isTaken(reference) }) { return reference }
        }
    }

    func take(_ effects: [Effect], of number: PhoneNumber) async throws {
        let (now, name) = (now, UUID().uuidString)
        let fate = await store.turn(arrived: .distantFuture) { desk in
            let contact = try desk.contact(of: number, .people, at: now)
            try desk.keep(
                TakenTurn(
                    occasion: .step,
                    turn: Turn(
                        reply: Reply(text: "Merci.", ends: true), session: nil, effects: effects,
                        record: Record(screen: nil, understood: .answer, words: nil, shown: nil)),
                    number: number, realm: .people, contact: contact, conversation: desk.newConversation(at: now), channel: "ussd",
                    version: try desk.liveVersion() ?? VersionID(rawValue: ""), session: desk.key(ofSession: name, onChannel: "ussd"),
                    step: name, text: name, now: now))
        }
        if case .failed(let error) = fate { throw error }
    }

    func order(
        _ audience: Audience = .all([]), texts: [Language: String] = ["fr": "OIM : réunion lundi. {{how-to-stop}}"], opens: String? = nil
    ) -> CampaignOrder {
        CampaignOrder(audience: audience, written: "-", texts: texts, opens: opens, life: .seconds(3 * 86_400))
    }

    func begin(_ order: CampaignOrder) async throws -> Identifier<Kept.Campaign> {
        try await store.beginCampaign(order, by: "staff", at: now)
    }

    func progress(of id: Identifier<Kept.Campaign>) async throws -> CampaignProgress {
        try #require(try await store.progress(of: id))
    }

    var campaigner: Campaigner { Campaigner(store: store, settings: settings, clock: { self.now }) }

    /// - Parameter meanwhile: done with each message before the gateway takes it.
    func dispatcher(_ meanwhile: @escaping @Sendable (Int) async -> Void = { _ in }) -> Dispatcher {
        Dispatcher(
            store: store, scripts: shelf, settings: settings,
            call: { [self] request in
                let count = sent.withLock { sent in
                    sent[request.address, default: 0] += 1
                    return sent.count
                }
                texts.withLock { _ = $0.insert(String(decoding: request.body, as: UTF8.self)) }
                await meanwhile(count)
                return .answered(OutgoingAnswer(status: .ok))
            }, clock: { self.now })
    }

    /// Runs until it holds.
    func run(_ dispatcher: Dispatcher, until what: Comment, _ holds: @escaping @Sendable () async throws -> Bool) async throws {
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await dispatcher.run() }
            defer { dispatcher.stop() }
            for _ in 0..<10_000 {
                if try await holds() { return }
                try await Task.sleep(for: .milliseconds(2))
            }
            Issue.record("not in 20 s: \(what)")
        }
    }
}
