import Conversations
import DialogFiles
import Dialogs
import Foundation
import Gateways
import Store
import Testing
import Texting

/// The dialogs' text, the step and the store together, with the service started anew between any two turns.
struct WholeWayTests {
    private static let files = [
        "accueil.yaml": """
        title: l'accueil
        start: menu
        screens:
          menu:
            say: Bonjour.
            menu: { inscription/: "M'inscrire", donnees/: "Mes données", rappel/: "Être appelé" }
        """,
        "inscription.yaml": """
        title: votre inscription
        start: accord
        screens:
          accord:
            ask: "D'accord ?"
            save: consent
            choices: { oui: Oui, non: Non }
            next: { oui: nom, non: sans }
          nom: { ask: "Votre nom ?", label: Nom, save: name, expect: { text: { min: 2, max: 40 } }, next: equipe }
          equipe: { ask: "Combien ?", label: Équipe, save: team, expect: { number: { min: 0, max: 500 } }, next: fin }
          sans: { do: [forget], end: "Rien n'est gardé." }
          fin: { do: [sign-up: projet], end: "Merci. Numéro {{reference}}." }
        sign-ups:
          projet: { title: Projet, fields: [name, team], consent: { consent: oui }, again: new }
        """,
        "donnees.yaml": """
        title: vos données
        start: numero
        screens:
          numero: { ask: "Votre numéro ?", save: ref, expect: { reference: projet }, next: effacer }
          effacer: { do: [erase], end: "Effacé." }
        """,
        "rappel.yaml": """
        title: un appel
        start: heure
        screens:
          heure: { ask: "Quand ?", save: time, choices: { matin: Matin, soir: Soir }, next: fin }
          fin: { do: [callback: time], end: "Nous vous appelons." }
        """,
    ]

    /// The service as one process after the other would have it: nothing stays in memory between two turns.
    private struct Service {
        let folder: URL
        let time = Aviary.Mutexed()

        init() throws {
            folder = FileManager.default.temporaryDirectory.appendingPathComponent("passerelle-way-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        }

        func remove() { try? FileManager.default.removeItem(at: folder) }

        func with<Value>(_ work: (Store, TurnTaker) async throws -> Value) async throws -> Value {
            let time = time
            let chance = Chance { UInt64.random(in: .min ... .max) }
            let store = try Store.open(
                at: folder.appendingPathComponent("passerelle.sqlite").path, clock: { time.now }, chance: chance)
            let compile: ScriptShelf.Compile = { files in
                let reading = read(FolderText(files: files), start: "accueil", languages: ["fr"])
                for finding in reading.findings { Issue.record("\(finding.line(in: .english))") }
                guard let script = reading.script, !reading.hasErrors else { throw Aviary.Broken() }
                return script
            }
            if try await store.liveVersion() == nil {
                _ = try compile(WholeWayTests.files)
                let version = try await store.publish(WholeWayTests.files, by: "test", at: time.now)
                try await store.makeLive(version, by: "test", at: time.now)
            }
            let taker = TurnTaker(
                store: store, scripts: ScriptShelf(compile: compile),
                settings: TurnTaker.Settings(
                    country: Country(callingCode: "237"), timeZone: .gmt, words: Parrot.words, language: "fr"),
                chance: chance)
            let value = try await work(store, taker)
            await store.close()
            return value
        }

        func send(_ text: String, _ session: String) async throws -> String {
            let inbound = Inbound(sender: .awa, session: session, text: .cumulative(text), stepKey: nil, network: nil)
            time.advance(5)
            return try await with { _, taker in await taker.take(inbound, on: Aviary.channel(), arrived: time.now).told }
        }
    }

    private func whole(_ work: (Service) async throws -> Void) async throws {
        let service = try Service()
        defer { service.remove() }
        try await work(service)
    }

    @Test func `a registration that drops is offered, finished, proved and erased`() async throws {
        try await whole { service in
            #expect(try await service.send("", "S1").hasPrefix("CON Bonjour."))
            #expect(try await service.send("1", "S1").hasPrefix("CON D'accord ?"))
            #expect(try await service.send("1*1", "S1").hasPrefix("CON Votre nom ?"))
            #expect(try await service.send("1*1*Awa*Ngoh", "S1").hasPrefix("CON Combien ?"))
            let offer = try await service.send("", "S2")
            #expect(offer.hasPrefix("CON ") && offer.contains("inscription") && !offer.contains("Awa"))
            #expect(try await service.send("1*1*Awa*Ngoh*3", "S1").hasPrefix("END "))
            #expect(try await service.send("1", "S2").hasPrefix("CON Combien ?"))
            let thanks = try await service.send("1*3", "S2")
            let signUp = try #require(
                try await service.with { store, _ in try await store.signUps(since: nil, .people, after: nil).items.first })
            #expect(thanks == "END Merci. Numero \(signUp.reference.digits).")
            #expect(signUp.answers == ["name": .text("Awa*Ngoh"), "team": .number(3)])
            #expect(signUp.consentWords == "D'accord ? / Oui")
            #expect(try await service.send("1*3", "S2") == thanks)
            #expect(try await service.send("2", "S3").hasPrefix("CON Votre numero ?"))
            #expect(try await service.send("2*\(signUp.reference.digits)", "S3") == "END Efface.")
            #expect(try await service.send("2*\(signUp.reference.digits)", "S3") == "END Efface.", "the gateway brings it again")
            #expect(try await service.with { store, _ in try await store.person(.awa).isUnknown })
        }
    }

    @Test func `a refusal of the consent keeps nothing that was said`() async throws {
        try await whole { service in
            _ = try await service.send("1", "S1")
            #expect(try await service.send("1*2", "S1").hasPrefix("END Rien"))
            let (person, counts) = try await service.with { store, _ in (try await store.person(.awa), try await store.facts().counts) }
            #expect(person.signUps.isEmpty)
            #expect(person.messages.filter { $0.direction == .in }.allSatisfy { $0.text == nil })
            #expect(counts["conversation"] == 0)
            #expect(try await service.send("", "S2").hasPrefix("CON Bonjour."), "nothing is left to offer")
        }
    }

    @Test func `a call-back is stored from a dialled path`() async throws {
        try await whole { service in
            #expect(try await service.send("3*2", "S1") == "END Nous vous appelons.")
            let callback = try #require(
                try await service.with { store, _ in try await store.callbacks(since: nil, .people, after: nil).items.first })
            #expect(callback.phone == .awa)
            #expect(callback.answers["time"] == .choice("soir"))
        }
    }
}
