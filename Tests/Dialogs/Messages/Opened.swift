import Dialogs
import Foundation
import Testing

/// A message of ours asked something: where an answer to it, and the next dial, go on.
struct Opened {
    private static let dialogs: [String: Dialog] = [
        "accueil": dialog(
            menu(
                "menu", "Bonjour.", option("inscription/", "S'inscrire"), option("dossier/", "Dossier"),
                option("appel/", "Appel"))),
        "inscription": dialog(
            start: "accord", signUps: ["projet": signUp(["name", "stage", "health"], again: .new)],
            reminders: [
                "suivi": Reminder(
                    place: nowhere, signUp: "projet", after: [.seconds(7 * 86_400)], unlessClosed: true,
                    expires: Reminder.defaultExpiry, say: words("Encore ?"), opens: target("suivi/interet"))
            ], keywords: ["fr": ["inscription"]],
            question(
                "accord", "D'accord ?", save: "consent", expect: choices(choice("oui", "Oui | Yes"), choice("non", "Non | No")),
                next: by(["oui": "nom", "non": "fin"])),
            question("nom", "Nom ?", save: "name", next: to("etape")),
            question("etape", "Etape ?", save: "stage", expect: choices(choice("idee", "Idée"), choice("debut", "Début")), next: to("ok")),
            end("ok", "Merci.", does: [.signUp("projet")]), end("fin", "Tant pis.")),
        "suivi": dialog(
            title: "le suivi", start: "interet",
            question(
                "interet", "Encore ? | Still?", save: "interest",
                expect: choices(choice("oui", "Oui | Yes"), choice("non", "Non | No"), choice("plus-tard", "Ensuite")),
                next: by(["non": "fini"], otherwise: "pourquoi")),
            question("pourquoi", "Pourquoi ?", save: "why", isPrivate: true, next: to("merci")),
            end("merci", "Merci."),
            end("fini", "Fini.", does: [.close("projet"), .cancel("suivi")])),
        "progres": dialog(
            title: "votre projet", start: "ou",
            question(
                "ou", "Etape, {{name|vous}} ?", save: "stage", expect: choices(choice("idee", "Idée"), choice("debut", "Début")),
                known: .offer, next: to("relire")),
            review("relire", ["name", "stage"], next: "ok"), end("ok", "{{reference}} a jour.", does: [.signUp("projet")])),
        "dossier": dialog(
            menu("menu", "Effacer ?", option("efface", "Oui"), option("accueil/", "Non")), end("efface", "Oui.", does: [.erase])),
        "appel": dialog(question("nom", "Qui ?", save: "name", known: .offer, next: to("fin")), end("fin", "On appelle.")),
        "tri": dialog(
            route("tri", does: [.load("projet")], (answered("stage", "debut"), "fin"), otherwise: "secret"),
            question("secret", "Sante ?", save: "health", isPrivate: true, next: to("fin")), end("fin", "Fin.")),
    ]

    private static func someone(_ seed: UInt64 = 7, name: String = "Awa") -> KnownSignUp {
        var dice = Dice(seed: seed)
        return KnownSignUp(
            signUp: "projet", reference: Reference(using: &dice), status: .open, created: Date(timeIntervalSince1970: 1_790_000_000),
            answers: ["name": .text(name), "stage": .choice("idee")],
            consent: KeptConsent(words: "D'accord ? / Oui", given: Date(timeIntervalSince1970: 1_790_000_000)))
    }

    private static func phone(_ target: String = "suivi/interet", hoursAgo: Double = 1) -> Phone {
        var phone = Phone(dialogs)
        phone.contact.signUps = [someone()]
        phone.opening = Opening(target: target, signUp: someone(), since: phone.now - hoursAgo * 3600)
        return phone
    }

    /// Without the word that the conversation knows the sign-up.
    private func followed(_ phone: Phone) -> [Effect] { phone.effects.filter { $0 != .loaded(Self.someone().reference) } }

    struct Case: CustomTestStringConvertible {
        var text: String
        var shown: String
        var effects: [Effect] = [.opened]
        var understood = Record.Understood.answer
        var testDescription: String { text }
    }

    static let asked = "Encore ?\n1 Oui\n2 Non\n3 Ensuite\n00 Accueil"
    static let home = "Bonjour.\n1 S'inscrire\n2 Dossier\n3 Appel"
    static let onward = "Pourquoi ?\n0 Retour\n00 Accueil"
    static let closing: [Effect] = [
        .opened, .close(someone().reference), .cancel(reminder: "inscription/suivi", someone().reference),
    ]

    @Test(arguments: [
        Case(text: "oui", shown: onward),
        Case(text: "1", shown: onward),
        Case(text: "1 Oui", shown: onward),
        Case(text: "Yes!", shown: onward),
        Case(text: "ensuitte", shown: onward), Case(text: "ensu", shown: onward),
        Case(text: "2", shown: "Fini.", effects: closing), Case(text: "NON", shown: "Fini.", effects: closing),
        Case(text: "peut-être", shown: "Un numero de la liste.\n\(asked)", understood: .miss),
        Case(text: "", shown: "Un numero de la liste.\n\(asked)", understood: .miss),
        Case(text: "00", shown: home, understood: .start),
        Case(text: "STOP", shown: "Fini ; 8080 marche.", effects: [.optOut], understood: .command),
        Case(text: "AIDE", shown: "Faites le 8080.", effects: [], understood: .command),
        Case(text: "MENU", shown: home, effects: [], understood: .command),
        Case(text: "inscription", shown: "D'accord ?\n1 Oui\n2 Non\n00 Accueil", effects: [], understood: .keyword),
    ])
    func `a message is an answer to what was asked, after stop words and before the start`(_ row: Case) throws {
        var phone = Self.phone()
        #expect(try phone.text(row.text) == row.shown)
        #expect(followed(phone) == row.effects)
        #expect(phone.last?.record.understood == row.understood)
        let isTaken = row.effects.first == .opened
        #expect((phone.last?.record.screen == ScreenAddress(dialog: "suivi", screen: "interet")) == isTaken)
        #expect((phone.opening == nil) == isTaken)
    }

    @Test func `a number from before the dialogs changed shows the question as it is now, and words are taken`() throws {
        var phone = Self.phone()
        phone.opening?.isBehind = true
        #expect(try phone.text("2") == Self.asked)
        #expect(followed(phone) == [.opened])
        #expect(try phone.text("2") == "Fini.")
        phone = Self.phone()
        phone.opening?.isBehind = true
        #expect(try phone.text("non") == "Fini.")
    }

    @Test func `words in between leave it standing, and an answer comes through still`() throws {
        var phone = Self.phone()
        try phone.text("AIDE", "inscription", "00")
        phone.now += 49 * 3600
        #expect(try phone.text("non") == "Fini.")
    }

    @Test func `the next dial shows it at once, and it is answered once`() throws {
        var phone = Self.phone()
        #expect(try phone.dial() == Self.asked)
        #expect(phone.last?.record.understood == .dial && followed(phone) == [])
        #expect(try phone.type("2") == "Fini.")
        #expect(followed(phone) == Self.closing)
        #expect(try phone.dial() == Self.home)
    }

    @Test func `a session that drops before an answer is asked again`() throws {
        var phone = Self.phone()
        try phone.dial()
        try phone.hangUp()
        #expect(try phone.dial() == Self.asked)
        #expect(try phone.type("8").hasSuffix(Self.asked))
        #expect(followed(phone) == [.opened])
        try phone.hangUp()
        #expect(try phone.dial() == Self.home)
    }

    @Test func `a dialled path wins over it and leaves it standing`() throws {
        var phone = Self.phone()
        #expect(try phone.dial("1") == "D'accord ?\n1 Oui\n2 Non\n0 Retour\n00 Accueil")
        try phone.type("2")
        #expect(followed(phone) == [])
        #expect(try phone.dial() == Self.asked)
    }

    @Test func `it is asked before what was dropped is offered, where it came later`() throws {
        var phone = Self.phone()
        try phone.dial("1")
        try phone.type("1", "Ben")
        let standing = phone.stored
        #expect(try phone.dial().hasPrefix("Reprendre"), "it was asked since")
        phone.stored = standing
        phone.opening?.since = phone.now + 60
        phone.now += 120
        #expect(try phone.dial() == Self.asked)
    }

    @Test func `a question that was asked since by SMS is the one that is answered`() throws {
        var phone = Self.phone()
        try phone.text("inscription")
        #expect(try phone.text("oui") == "Nom ?\n0 Retour\n00 Accueil")
        #expect(phone.opening != nil)
    }

    @Test(arguments: [
        ("suivi/", Self.asked), ("tri/", "Sante ?\n00 Accueil"), ("suivi/merci", Self.home), ("suivi/autre", Self.home),
        ("autre/", Self.home), ("interet", Self.home),
    ])
    func `a target that is gone, or does not wait, is as none`(target: String, shown: String) throws {
        var phone = Self.phone(target)
        #expect(try phone.dial() == shown)
    }

    @Test func `after a week nobody is asked any more`() throws {
        var phone = Self.phone(hoursAgo: 7 * 24 - 0.1)
        #expect(try phone.dial() == Self.asked)
        phone = Self.phone(hoursAgo: 7 * 24 + 0.1)
        #expect(try phone.dial() == Self.home)
        #expect(try phone.text("non") == Self.home)
    }

    @Test(arguments: [("1", asked), ("2", home)])
    func `while it is asked whose number it is nothing of it is shown, and then only to the same person`(
        answer: String, shown: String
    ) throws {
        var phone = Self.phone()
        phone.contact.isDoubted = true
        #expect(try phone.text("non") == "Deja servi.\n1 C'est moi\n2 Non")
        #expect(followed(phone) == [])
        try phone.hangUp()
        #expect(try phone.dial() == "Deja servi.\n1 C'est moi\n2 Non")
        #expect(try phone.type(answer) == shown)
    }

    @Test func `an answer that waited for it is taken where it is the same person's`() throws {
        var phone = Self.phone()
        phone.contact.isDoubted = true
        try phone.text("non")
        #expect(try phone.text("1") == "Fini.")
        #expect(followed(phone) == [.sameContact] + Self.closing)
    }

    @Test func `the sign-up that it was about is updated, without showing what was stored`() throws {
        var phone = Self.phone("progres/")
        #expect(try phone.text("debut") == "Vos réponses :\n1 name : ****\n2 stage : Début\n3 Envoyer\n0 Retour\n00 Accueil")
        #expect(try phone.text("1", "Ben").hasPrefix("Vos réponses :\n1 name : Ben\n"), "what is said now is shown")
        #expect(try phone.text("1", "Awa").hasPrefix("Vos réponses :\n1 name : Awa\n"), "a right guess looks like any other")
        try phone.text("3")
        #expect(phone.effects.contains(.loaded(Self.someone().reference)), "its recording is erased with it")
        let stored = phone.contact.signUps
        #expect(stored.count == 1 && stored[0].reference == Self.someone().reference)
        #expect(stored[0].answers == ["name": .text("Awa"), "stage": .choice("debut")])
        #expect(stored[0].consent == Self.someone().consent)
    }

    @Test func `another's registration that was begun is not mixed into it, and what was answered beside it stays`() throws {
        var phone = Self.phone("progres/")
        try phone.text("inscription", "oui", "Ben")
        phone.opening?.since = phone.now + 60
        phone.now += 120
        try phone.text("debut", "3")
        #expect(phone.contact.signUps.map(\.answers) == [["name": .text("Awa"), "stage": .choice("debut")]])
    }

    @Test func `who goes on elsewhere has given no reference: nothing is shown, erased or closed`() throws {
        var phone = Self.phone("progres/")
        try phone.dial()
        try phone.type("00", "3")
        #expect(phone.last?.reply?.text == "Qui ?\n0 Retour\n00 Accueil", "and not the name")
        try phone.type("00", "2", "1")
        #expect(followed(phone) == [.opened])
        #expect(phone.contact.signUps.count == 1)
    }

    @Test func `the dialog itself erases nothing`() throws {
        var phone = Self.phone("dossier/")
        try phone.text("1")
        #expect(followed(phone) == [.opened])
    }

    @Test func `starting over is still about it`() throws {
        var phone = Self.phone()
        try phone.dial()
        try phone.type("1")
        try phone.hangUp()
        #expect(try phone.dial() == "Reprendre le suivi ?\n1 Continuer\n2 Recommencer\n00 Accueil")
        #expect(try phone.type("2", "2") == "Fini.")
        #expect(followed(phone) == Self.closing)
    }

    @Test func `a consent is shown before it is given`() throws {
        var phone = Self.phone("inscription/")
        let asked = "D'accord ?\n1 Oui\n2 Non\n00 Accueil"
        #expect(try phone.text("oui") == asked)
        #expect(phone.last?.record.understood == .resume && followed(phone) == [.opened])
        #expect(try phone.text("oui") == "Nom ?\n0 Retour\n00 Accueil")
    }

    @Test func `an answer to a private question is in no recording, and a keyword alone is one there`() throws {
        var phone = Self.phone("tri/")
        try phone.text("Pas bonne")
        #expect(phone.last?.record.words == nil && phone.isOver)
        phone = Self.phone("tri/")
        try phone.text("inscription")
        #expect(phone.last?.record.words == "inscription" && phone.opening != nil)
    }

    @Test func `without a sign-up it opens for anybody`() throws {
        var phone = Self.phone()
        phone.opening?.signUp = nil
        phone.contact.signUps = []
        #expect(try phone.text("non") == "Fini.")
        #expect(followed(phone) == [.opened])
    }
}
