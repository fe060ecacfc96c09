import Conversations
import DialogFiles
import Dialogs
import Foundation
import Gateways
import Store
import Testing
import Texting

/// A number is no proof of a person, with the dialogs' own text behind it: two people with one phone, and two with two.
struct SharedPhoneTests {
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
          nom: { ask: "Votre nom ?", label: Nom, save: name, expect: { text: { min: 2, max: 40 } }, next: appel }
          appel: { ask: "Être appelé ?", save: time, choices: { matin: Matin, non: Non }, next: { matin: demande, non: fin } }
          sans: { do: [forget], end: "Rien n'est gardé." }
          demande: { do: [sign-up: projet, callback: time], end: "Merci. Numéro {{reference}}." }
          fin: { do: [sign-up: projet], end: "Merci. Numéro {{reference}}." }
        sign-ups:
          projet: { title: Projet, fields: [name], consent: { consent: oui }, again: new }
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
          heure: { ask: "Quand ?", save: time, choices: { matin: Matin, non: Non }, next: fin }
          fin: { do: [callback: time], end: "Nous vous appelons." }
        """,
    ]

    private struct Town {
        let store: Store
        let taker: TurnTaker
        let time = Aviary.Mutexed()

        init() async throws {
            let time = time
            let chance = Chance { UInt64.random(in: .min ... .max) }
            store = try Store.inMemory(clock: { time.now }, chance: chance)
            let reading = read(FolderText(files: SharedPhoneTests.files), start: "accueil", languages: ["fr"])
            for finding in reading.findings { Issue.record("\(finding.line(in: .english))") }
            let version = try await store.publish(SharedPhoneTests.files, by: "test", at: time.now)
            let shelf = ScriptShelf { _ in throw Aviary.Broken() }
            if let script = reading.script { shelf.put(script, for: version) }
            try await store.makeLive(version, by: "test", at: time.now)
            taker = TurnTaker(
                store: store, scripts: shelf,
                settings: TurnTaker.Settings(
                    country: Country(callingCode: "237"), timeZone: .gmt, words: Parrot.words, language: "fr"),
                chance: chance)
        }

        func dial(_ path: String, _ session: String, from number: PhoneNumber, isTest: Bool = false) async -> String {
            time.advance(10)
            let inbound = Inbound(sender: number, session: session, text: .cumulative(path), stepKey: nil, network: nil)
            return await taker.take(inbound, on: Aviary.channel(isTest ? "phone" : "ussd", isTest: isTest), arrived: time.now).told
        }

        /// Its reference.
        func register(_ name: String, _ session: String, from number: PhoneNumber, callBack: Bool = false) async throws -> String {
            let told = await dial("1*1*\(name)*\(callBack ? 1 : 2)", session, from: number)
            return String(try #require(told.split(separator: " ").last).dropLast())
        }

        var names: [String] {
            get async throws {
                try await store.signUps(since: nil, .people, after: nil).items.compactMap { signUp in
                    if case .text(let name) = signUp.answers["name"] { name } else { nil }
                }
            }
        }
    }

    @Test func `another's reference is a miss, from another number and from a trial`() async throws {
        let town = try await Town()
        let reference = try await town.register("Awa", "S1", from: .awa)
        _ = try await town.register("Ben", "S2", from: .ben)
        #expect(await town.dial("2*\(reference)", "S3", from: .ben).hasPrefix("CON "))
        #expect(await town.dial("2*\(reference)", "P1", from: .awa, isTest: true).hasPrefix("CON "))
        #expect(try await town.names == ["Awa", "Ben"])
        #expect(await town.dial("2*\(reference)", "S4", from: .awa) == "END Efface.")
        #expect(try await town.names == ["Ben"])
        await town.store.close()
    }

    @Test func `five misses of one lock nobody else`() async throws {
        let town = try await Town()
        let reference = try await town.register("Awa", "S1", from: .awa)
        let own = try await town.register("Ben", "S2", from: .ben)
        for index in 0..<5 { _ = await town.dial("2*\(reference)", "B\(index)", from: .ben) }
        #expect(await town.dial("2*\(own)", "S3", from: .ben).hasPrefix("CON "), "locked, even for the right one")
        #expect(await town.dial("2*\(reference)", "S4", from: .awa) == "END Efface.")
        #expect(try await town.names == ["Ben"])
        await town.store.close()
    }

    struct Whose: CustomTestStringConvertible {
        var name: String
        var typed: String
        var isErased: Bool
        var testDescription: String { name }
    }

    @Test(arguments: [
        Whose(name: "the same person", typed: "1", isErased: true), Whose(name: "somebody else", typed: "2", isErased: false),
        Whose(name: "neither", typed: "7", isErased: false),
    ])
    func `after a silence even the reference opens nothing before it is known whose number it is`(_ row: Whose) async throws {
        let town = try await Town()
        let reference = try await town.register("Awa", "S1", from: .awa)
        town.time.advance(91 * 86_400)
        let asked = await town.dial("2*\(reference)", "S2", from: .awa)
        #expect(asked.hasPrefix("CON ") && asked != "END Efface.")
        #expect(try await town.names == ["Awa"])
        let told = await town.dial("2*\(reference)*\(row.typed)", "S2", from: .awa)
        #expect((told == "END Efface.") == row.isErased)
        #expect(try await town.names == (row.isErased ? [] : ["Awa"]))
        await town.store.close()
    }

    @Test func `of two who share a phone one is erased, with the call-back of the same talk, and the other is not`() async throws {
        let town = try await Town()
        let reference = try await town.register("Awa", "S1", from: .awa, callBack: true)
        _ = try await town.register("Ben", "S2", from: .awa, callBack: true)
        #expect(await town.dial("2*\(reference)", "S3", from: .awa) == "END Efface.")
        #expect(try await town.names == ["Ben"])
        let callbacks = try await town.store.callbacks(since: nil, .people, after: nil).items
        #expect(callbacks.map { $0.answers["name"] } == [.text("Ben")])
        let words = try await town.store.person(.awa).messages.compactMap(\.text).joined(separator: "\n")
        #expect(!words.contains("Awa"))
        await town.store.close()
    }
}
