import Conversations
import DialogFiles
import Dialogs
import Foundation
import Gateways
import Store
import Synchronization
import Testing
import Texting

/// The dialogs that people walk through here, and the way of each.
enum Walk {
    static let files = [
        "accueil.yaml": """
        title: l'accueil
        start: menu
        screens:
          menu:
            say: Bonjour.
            menu: { inscription/: "M'inscrire", donnees/: "Mes données" }
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
        start: quoi
        screens:
          quoi: { ask: "Quoi ?", save: what, choices: { stop: "Arrêter les SMS", tout: "Effacer" }, next: { stop: stop, tout: numero } }
          numero: { ask: "Votre numéro ?", save: ref, expect: { reference: projet }, next: effacer }
          effacer: { do: [erase], end: "Effacé." }
          stop: { do: [opt-out], end: "Arrêté." }
        """,
    ]

    /// Read once for all.
    static let script = Result { try read() }

    private static func read() throws -> Script {
        let reading = DialogFiles.read(FolderText(files: files), start: "accueil", languages: ["fr"])
        for finding in reading.findings { Issue.record("\(finding.line(in: .english))") }
        return try #require(reading.script)
    }

    /// One step of somebody's way; what is sent may repeat what was shown.
    struct Step: Sendable {
        var session: String
        var text: @Sendable (_ shown: [String]) -> String
        /// With it everything before is gone, so that it does not come again.
        var erases = false

        init(_ session: String, _ text: @escaping @Sendable (_ shown: [String]) -> String) { (self.session, self.text) = (session, text) }

        init(_ session: String, _ text: String) { self.init(session) { _ in text } }
    }

    struct Person: Sendable {
        var number: PhoneNumber
        /// A name that is nobody else's.
        var secret: String
        var team: Int
        var steps: [Step]
    }

    enum End { case signsUp, erases, stops }

    static func person(_ index: Int, _ end: End = .signsUp) -> Person {
        let secret = "Secret\(index)"
        let team = 100 + index
        var steps = ["", "1", "1*1", "1*1*\(secret)", "1*1*\(secret)*\(team)"].map { Step("a\(index)", $0) }
        switch end {
        case .signsUp: break
        case .stops: steps += ["", "2", "2*1"].map { Step("b\(index)", $0) }
        case .erases:
            steps += ["", "2", "2*2"].map { Step("b\(index)", $0) }
            var last = Step("b\(index)") { shown in "2*2*" + (reference(in: shown) ?? "00000000") }
            last.erases = true
            steps.append(last)
        }
        return Person(number: PhoneNumber(e164: "+2376700000\(10 + index)"), secret: secret, team: team, steps: steps)
    }

    static func reference(in shown: [String]) -> String? {
        shown.lazy.compactMap { $0.firstMatch(of: /[0-9]{8}/).map { String($0.output) } }.first
    }

    /// Without what is drawn.
    static func masked(_ text: String) -> String { text.replacing(/[0-9]{8}/, with: "########") }
}

/// A store with a turn taker before it, as one process has them.
struct Service {
    let store: Store
    let taker: TurnTaker
    let clock: Clock

    final class Clock: Sendable {
        private let time = Mutex(Date(timeIntervalSince1970: 1_795_593_600))
        var now: Date { time.withLock { $0 } }
        func advance(_ seconds: TimeInterval) { time.withLock { $0 += seconds } }
    }

    static let channel = ChannelSettings(
        gateway: "africas-talking-ussd",
        facts: Channel(
            name: "ussd", kind: .ussd, code: "*123#", cost: [:], budget: PageBudget(letters: .ascii, units: 160), takesAnswers: true,
            network: nil),
        isTest: false)

    init(
        in folder: URL, clock: Clock = Clock(), seed: UInt64 = 1, space: SpaceRules? = nil, durability: Durability = .full
    ) async throws {
        let drawn = Mutex(Draws(seed: seed))
        let chance = Chance { drawn.withLock { $0.next() } }
        let clock = clock
        store = try Store.open(
            at: folder.appendingPathComponent("passerelle.sqlite").path, space: space, durability: durability, clock: { clock.now },
            chance: chance)
        if try await store.liveVersion() == nil {
            let version = try await store.publish(Walk.files, by: "test", at: clock.now)
            try await store.makeLive(version, by: "test", at: clock.now)
        }
        taker = TurnTaker(
            store: store, scripts: ScriptShelf(compile: { _ in try Walk.script.get() }),
            settings: TurnTaker.Settings(
                country: Country(callingCode: "237"), timeZone: .gmt, words: ProgramWords(texts: [:], commands: [:], status: [:]),
                language: "fr"),
            chance: chance)
        self.clock = clock
    }

    /// As many turns as have the log written back into the database.
    func writeBack() async {
        await withDiscardingTaskGroup { group in
            for _ in 0..<1_000 { group.addTask { _ = await store.turn(arrived: clock.now) { _ in } } }
        }
        // It is written back behind the answers to the last of them; this one comes behind that.
        _ = await store.turn(arrived: clock.now) { _ in }
    }

    func take(_ step: Walk.Step, of person: Walk.Person, shown: [String]) async -> Outcome {
        let inbound = Inbound(
            sender: person.number, session: step.session, text: .cumulative(step.text(shown)), stepKey: nil, network: nil)
        return await taker.take(inbound, on: Self.channel, arrived: clock.now)
    }
}

extension Outcome {
    /// What the person saw; nil where nothing was promised.
    var shown: String? {
        switch self {
        case .reply(let reply): (reply.ends ? "END " : "CON ") + reply.text
        case .none: "-"
        case .refused, .withdrawn, .failed, .noScript: nil
        }
    }
}

/// A folder that is gone with the test.
final class Scratch: Sendable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("passerelle-disk-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }
}
