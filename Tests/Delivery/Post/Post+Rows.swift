import Conversations
import DialogFiles
import Dialogs
import Foundation
import GRDB
import Gateways
import Store
import Testing
import Texting

extension Post {
    static let dialogs = [
        "accueil.yaml": """
        title: l'accueil
        start: menu
        screens:
          menu: { say: Bonjour., menu: { inscription/: "M'inscrire", fin: Finir } }
          fin: { end: "Au revoir." }
        """,
        "inscription.yaml": """
        title: votre inscription
        keywords: [JOIN]
        start: accord
        screens:
          accord: { ask: "D'accord ?", save: consent, choices: { oui: Oui, non: Non }, next: { oui: nom, non: sans } }
          nom: { ask: "Votre nom ?", label: Nom, save: name, expect: { text: { min: 2, max: 40 } }, next: fin }
          sans: { end: "Rien n'est gardé." }
          fin: { do: [sign-up: projet, send: confirmation, remind: suivi], end: Merci. }
        sign-ups:
          projet: { title: Projet, fields: [name], consent: { consent: oui }, again: update }
        messages: { confirmation: "OIM : {{reference}} est enregistré. {{how-to-stop}}" }
        reminders:
          suivi: { for: projet, after: [7 days, 30 days], unless: closed, say: "OIM : {{reference}}, toujours là ?", opens: suivi/ }
        """,
        "suivi.yaml": """
        title: le suivi
        start: interet
        screens:
          interet: { ask: "Toujours ?", save: interest, choices: { oui: Oui, non: Non }, next: fin }
          fin: { end: "C'est noté." }
        """,
        "en.po": """
        msgid ""
        msgstr "Language: en\\nContent-Type: text/plain; charset=UTF-8\\n"

        msgctxt "inscription reminders.suivi.say"
        msgid "OIM : {{reference}}, toujours là ?"
        msgstr "IOM: {{reference}}, still there?"
        """,
    ]

    struct Unreadable: Error {}

    static let compile: ScriptShelf.Compile = { files in
        let reading = DialogFiles.read(FolderText(files: files), start: "accueil", languages: ["fr", "en"])
        guard let script = reading.script, !reading.hasErrors else {
            if files.count > 1 {
                for finding in reading.findings where finding.severity == .error { Issue.record("\(finding.line(in: .english))") }
            }
            throw Unreadable()
        }
        return script
    }

    /// A turn whose effects are made by hand.
    func turn(
        _ effects: [Effect], of number: PhoneNumber = .awa, _ realm: Realm = .people, language: Language = "fr", session: String? = nil,
        isOpen: Bool = false
    ) async throws {
        // What is made later sorts later.
        clock.advance(0.001)
        let (now, name) = (clock.now, session ?? UUID().uuidString)
        let fate = await store.turn(arrived: now) { desk in
            let contact = try desk.contact(of: number, realm, at: now)
            try desk.keep(
                TakenTurn(
                    occasion: .step,
                    turn: Turn(
                        reply: Reply(text: "Oui.", ends: !isOpen),
                        session: Session(language: language, answers: [:], touched: now), effects: effects,
                        record: Record(screen: nil, understood: .answer, words: nil, shown: nil)),
                    number: number, realm: realm, contact: contact,
                    conversation: try desk.conversation(of: contact)?.id ?? desk.newConversation(at: now), channel: "ussd",
                    version: try desk.liveVersion() ?? VersionID(rawValue: ""), session: desk.key(ofSession: name, onChannel: "ussd"),
                    step: name, text: name, now: now))
        }
        if case .failed(let error) = fate { throw error }
    }

    func confirm(_ text: String, to number: PhoneNumber = .awa, _ realm: Realm = .people) async throws {
        try await turn([.send(Confirmation(message: "confirmation", text: text, reference: nil))], of: number, realm)
    }

    func answer(_ text: String, to number: PhoneNumber = .awa, by channel: String? = nil, _ realm: Realm = .people) async throws {
        clock.advance(0.001)
        let now = clock.now
        let fate = await store.turn(arrived: now) { desk in
            try desk.queueAnswer(
                text, to: desk.contact(of: number, realm, at: now), cause: "accueil/menu", language: "fr", by: channel, at: now)
        }
        if case .failed(let error) = fate { throw error }
    }

    func followUp(
        _ text: String, to number: PhoneNumber = .awa, _ realm: Realm = .people, kind: PlannedFollowUp.Kind = .nudge,
        lives: TimeInterval = 7 * 86_400
    ) async throws {
        try await turn(
            [
                .followUp(
                    PlannedFollowUp(kind: kind, dialog: "d-\(text)", text: text, due: clock.now, expires: clock.now + lives))
            ], of: number, realm)
    }

    /// A sign-up with its reminder; due in a week, if nothing else is said.
    @discardableResult
    func remind(
        _ number: PhoneNumber = .awa, after days: [Double] = [7], language: Language = "fr", reminder: String = "inscription/suivi",
        expires: Duration = .seconds(2 * 86_400)
    ) async throws -> Reference {
        var chance: any RandomNumberGenerator = SystemRandomNumberGenerator()
        var draws = Chance { [seed = chance.next()] in seed }
        let reference = Reference(using: &draws)
        let now = clock.now
        try await turn(
            [
                .signUp(
                    SignUpDraft(
                        signUp: "projet", reference: reference, updates: false, answers: [:], consentWords: "D'accord ? / Oui",
                        consentGiven: now, language: language, keep: nil)),
                .remind(
                    PlannedReminder(
                        reminder: reminder, reference: reference, due: days.map { now + $0 * 86_400 }, expires: expires)),
            ], of: number, language: language)
        return reference
    }

    /// Messages of a campaign that is running, one a person.
    func campaign(_ text: String, to numbers: [PhoneNumber], state: String = "running") async throws {
        for number in numbers { try await turn([], of: number) }
        let id = Data((0..<16).map { _ in UInt8.random(in: 0...255) })
        let now = Int64(clock.now.timeIntervalSince1970 * 1000)
        try await force(
            "INSERT INTO campaign (id, made, made_by, audience, texts, expires, state) VALUES (?, ?, 'test', '', ?, ?, ?)",
            [id, now, "{\"fr\":\"\(text)\"}", now + 30 * 86_400_000, state])
        try await force(
            """
            INSERT INTO outbox (id, contact, class, cause, language, due, expires, state, created, updated, campaign)
            SELECT randomblob(16), id, 'campaign', 'campaign', 'fr', ?1, ?2, 'queued', ?1, ?1, ?3 FROM contact
            WHERE id NOT IN (SELECT contact FROM outbox WHERE campaign = ?3) ORDER BY id DESC LIMIT ?4
            """, [now, now + 30 * 86_400_000, id, numbers.count])
        store.bell.ring()
    }

    /// Everything of the outbox in the order in which it was made: `confirmation accepted`, with what is asked for behind it.
    func rows(_ columns: String = "class, state, reason") async throws -> [String] {
        try await read { db in
            try Row.fetchAll(db, sql: "SELECT \(columns) FROM outbox ORDER BY created, id").map { row in
                row.databaseValues.compactMap { $0.storage.value.map { "\($0)" } }.joined(separator: " ")
            }
        }
    }

    func texts(_ sql: String) async throws -> [String] {
        try await read { db in
            try Row.fetchAll(db, sql: sql).map { row in
                row.databaseValues.map { $0.storage.value.map { "\($0)" } ?? "-" }.joined(separator: " ")
            }
        }
    }

    /// Words of a person by SMS.
    func text(
        _ words: String, from number: PhoneNumber = .awa, on channel: ChannelSettings = Post.texting("sms")
    ) async -> Outcome {
        let id = UUID().uuidString
        return await taker.take(
            Inbound(sender: number, session: id, text: .message(words), stepKey: id, network: nil), on: channel, arrived: clock.now)
    }
}
