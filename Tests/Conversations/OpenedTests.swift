import Conversations
import DialogFiles
import Dialogs
import Foundation
import Gateways
import Store
import Synchronization
import Testing
import Texting

/// A reminder that left opens its screen: from the outbox through the store to the next turn.
struct OpenedTests {
    private static let files = [
        "accueil.yaml": """
        title: l'accueil
        start: menu
        screens:
          menu: { say: Bonjour., menu: { inscription/: "M'inscrire", donnees/: "Mes données" } }
        """,
        "inscription.yaml": """
        title: votre inscription
        start: accord
        screens:
          accord: { ask: "D'accord ?", save: consent, choices: { oui: Oui, non: Non }, next: { oui: nom, non: sans } }
          nom: { ask: "Votre nom ?", label: Nom, save: name, next: fin }
          sans: { do: [forget], end: "Rien n'est gardé." }
          fin: { do: [sign-up: projet, remind: suivi], end: "Merci." }
        sign-ups:
          projet: { title: Projet, fields: [name], consent: { consent: oui }, again: new }
        reminders:
          suivi: { for: projet, after: [7 days], say: "Toujours d'accord ?", opens: suivi/interet }
        """,
        "suivi.yaml": """
        title: le suivi
        start: interet
        screens:
          interet: { ask: "Toujours ?", save: interest, choices: { oui: Oui, non: Non }, next: { oui: heure, non: fini } }
          heure: { ask: "Quand appeler ?", save: time, choices: { matin: Matin }, next: appel }
          appel: { do: [callback: time], end: "On appelle." }
          fini: { do: [close: projet], end: "Fini." }
        """,
        "donnees.yaml": """
        title: vos données
        start: numero
        screens:
          numero: { ask: "Votre numéro ?", save: ref, expect: { reference: projet }, next: effacer }
          effacer: { do: [erase], end: "Effacé." }
        """,
    ]

    private struct Service {
        let store: Store
        let taker: TurnTaker
        let scripts: ScriptShelf
        let time = Aviary.Mutexed()

        init() async throws {
            let rising = Mutex<UInt64>(1)
            let chance = Chance {
                rising.withLock {
                    $0 = $0 &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407; return $0
                }
            }
            let time = time
            store = try Store.inMemory(clock: { time.now }, chance: chance)
            scripts = ScriptShelf { files in
                let reading = read(FolderText(files: files), start: "accueil", languages: ["fr"])
                for finding in reading.findings { Issue.record("\(finding.line(in: .english))") }
                guard let script = reading.script else { throw Aviary.Broken() }
                return script
            }
            taker = TurnTaker(
                store: store, scripts: scripts,
                settings: TurnTaker.Settings(
                    country: Country(callingCode: "237"), timeZone: .gmt, words: Parrot.words, language: "fr"),
                chance: chance)
            try await publish(OpenedTests.files)
            try await signUp("S1", "Awa")
        }

        func publish(_ files: [String: String]) async throws {
            let version = try await store.publish(files, by: "test", at: time.now)
            try await store.makeLive(version, by: "test", at: time.now)
        }

        func signUp(_ session: String, _ name: String) async throws {
            for text in ["1", "1*1", "1*1*\(name)"] { _ = await dial(text, session) }
            #expect(try await signUps().last?.answers["name"] == .text(name))
        }

        func dial(_ text: String, _ session: String) async -> String {
            time.advance(1)
            let inbound = Inbound(sender: .awa, session: session, text: .cumulative(text), stepKey: nil, network: nil)
            return await taker.take(inbound, on: Aviary.channel(), arrived: time.now).told
        }

        func text(_ words: String, id: String = UUID().uuidString) async -> String {
            time.advance(1)
            let inbound = Inbound(sender: .awa, session: id, text: .message(words), stepKey: id, network: nil)
            var facts = Aviary.channel("sms").facts
            facts.kind = .sms
            return await taker.take(inbound, on: ChannelSettings(gateway: "sms", facts: facts, isTest: false), arrived: time.now).told
        }

        /// A week passes, and what is due leaves; says what.
        func remind() async throws -> [String] {
            time.advance(7 * 86_400)
            let (now, scripts) = (time.now, scripts)
            let left = Mutex<[String]>([])
            try await store.upkeep { desk in
                for message in try desk.unrouted(at: now, limit: 9) { try desk.route(message.id, by: "sms", network: nil, at: now) }
                let wording = BegunWording(
                    scripts: scripts, country: Country(callingCode: "237"), timeZone: .gmt, desk: desk, now: now)
                for message in try desk.due(on: "sms", 0...3, at: now, limit: 9) {
                    guard case .text(let text, let opens) = try wording.word(message, for: Aviary.channel("sms")) else { continue }
                    try desk.attempt(message, Attempt(text: text, parts: 1, price: nil, day: "2026-12-01"), on: "sms", at: now)
                    if let opens { try desk.setOpening(opens, by: message, at: now) }
                    left.withLock { $0.append(text) }
                }
                return false
            }
            return left.withLock { $0 }
        }

        func signUps() async throws -> [ExportedSignUp] { try await store.signUps(since: nil, .people, after: nil).items }

        func stands() async throws -> Bool {
            let now = time.now
            let found = Mutex(false)
            try await store.upkeep { desk in
                let opening = try desk.opening(of: desk.contact(of: .awa, .people, at: now))
                found.withLock { $0 = opening != nil }
                return false
            }
            return found.withLock { $0 }
        }
    }

    private func service(_ work: (Service) async throws -> Void) async throws {
        let service = try await Service()
        #expect(try await service.remind() == ["Toujours d'accord ?"])
        #expect(try await service.stands())
        try await work(service)
        await service.store.close()
    }

    @Test func `an answer by SMS closes what the reminder was about, once`() async throws {
        try await service { service async throws in
            #expect(await service.text("non", id: "m1") == "END Fini.")
            #expect(try await service.signUps().map(\.status) == [.closed])
            #expect(try await service.stands() == false)
            #expect(await service.text("non", id: "m1") == "END Fini.", "the gateway brings it again")
            #expect(await service.text("non", id: "m2").hasPrefix("CON Bonjour."))
        }
    }

    @Test func `the sign-up of the message is meant, though another was made since`() async throws {
        try await service { service async throws in
            try await service.signUp("S2", "Ben")
            #expect(await service.text("non") == "END Fini.")
            let status = Dictionary(uniqueKeysWithValues: try await service.signUps().map { ($0.answers["name"], $0.status) })
            #expect(status == [.text("Awa"): .closed, .text("Ben"): .open])
        }
    }

    @Test func `the next dial opens it, and its first answer uses it up`() async throws {
        try await service { service async throws in
            #expect(await service.dial("", "S2").hasPrefix("CON Toujours ?"))
            #expect(try await service.stands())
            #expect(await service.dial("1", "S2").hasPrefix("CON Quand appeler ?"))
            #expect(try await service.stands() == false)
        }
    }

    @Test func `a dialled path leaves it standing`() async throws {
        try await service { service async throws in
            #expect(await service.dial("1", "S2").hasPrefix("CON D'accord ?"))
            #expect(try await service.stands())
        }
    }

    @Test func `it is asked in the version that is live, and not where it is gone`() async throws {
        try await service { service async throws in
            var files = Self.files
            files["suivi.yaml"]?.replace("Toujours ?", with: "Encore ?")
            try await service.publish(files)
            #expect(await service.text("quoi").contains("Encore ?"))
        }
        try await service { service async throws in
            var files = Self.files
            files["suivi.yaml"]?.replace("interet", with: "question")
            files["inscription.yaml"]?.replace("suivi/interet", with: "suivi/")
            try await service.publish(files)
            #expect(await service.text("non").hasPrefix("CON Bonjour."))
            #expect(try await service.signUps().map(\.status) == [.open])
        }
    }

    @Test func `STOP ends it`() async throws {
        try await service { service async throws in
            #expect(await service.text("STOP").hasPrefix("END "))
            #expect(try await service.stands() == false)
        }
    }

    @Test(arguments: [("1", "END Fini.", true), ("2", "CON Bonjour.", false)])
    func `a number that is doubted is asked first, and somebody else finds nothing`(
        answer: String, shown: String, closes: Bool
    ) async throws {
        try await service { service async throws in
            try await service.store.reportUnknownSubscriber(.awa, .people, at: service.time.now)
            _ = await service.text("non")
            #expect(try await service.stands())
            #expect(try await service.signUps().map(\.status) == [.open])
            #expect(await service.text(answer).hasPrefix(shown))
            #expect(try await service.signUps().map(\.status) == [closes ? .closed : .open])
            #expect(try await service.stands() == false)
        }
    }

    @Test func `what was said there is erased with the sign-up`() async throws {
        try await service { service async throws in
            try await service.signUp("S2", "Ben")
            _ = await service.text("oui")
            #expect(await service.text("matin") == "END On appelle.")
            let asked = try await service.store.callbacks(since: nil, .people, after: nil).items
            #expect(asked.map { $0.answers["name"] } == [.text("Awa")])
            let reference = try #require(try await service.signUps().first { $0.answers["name"] == .text("Awa") }?.reference.digits)
            #expect(await service.dial("2*\(reference)", "S3") == "END Efface.")
            #expect(try await service.store.callbacks(since: nil, .people, after: nil).items.isEmpty)
        }
    }
}
