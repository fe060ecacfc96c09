import Dialogs
import Foundation
import Testing

/// STOP, START, HELP, MENU and VERIFY count alone, in every language, and only by SMS.
struct Commanding {
    static let dialogs: [String: Dialog] = [
        "accueil": dialog(
            menu("menu", "Bonjour. | Hello.", option("nom", "Nom"), option("age", "Age"), option("aide", "Aider")),
            question("nom", "Nom ? | Name?", save: "name", next: to("age")),
            question("age", "Age ?", save: "age", expect: .number(NumberRule(min: 1, max: 99)), next: to("fin")),
            question("aide", "Mot ?", save: "word", expect: choices(choice("stop", "Stop"), choice("vrai", "Vrai")), next: to("age")),
            end("fin", "Fin."))
    ]

    struct Case: CustomTestStringConvertible {
        var typed: String
        var reply: String
        var effects: [Effect] = []
        var testDescription: String { typed }
    }

    static let cases = [
        Case(typed: "STOP", reply: "Fini ; 8080 marche.", effects: [.optOut]),
        Case(typed: "arrêt", reply: "Fini ; 8080 marche.", effects: [.optOut]),
        Case(typed: "End.", reply: "Stopped; 8080 works.", effects: [.optOut]),
        Case(typed: "« Start » !", reply: "A nouveau.", effects: [.optIn]),
        Case(typed: "unstop", reply: "Again.", effects: [.optIn]),
        Case(typed: "aide", reply: "Faites le 8080."),
        Case(typed: "help", reply: "Dial 8080."),
        Case(typed: "vrai ?", reply: "Pas de nous."),
        Case(typed: "verify", reply: "Not ours."),
    ]

    @Test(arguments: cases) func `a command is answered in words alone, and no conversation comes of it`(_ row: Case) throws {
        var phone = Phone(Self.dialogs)
        #expect(try phone.text(row.typed) == row.reply)
        #expect(phone.effects == row.effects)
        #expect(phone.last?.record.understood == .command && phone.last?.record.words == row.typed)
        #expect(phone.stored == nil)
    }

    @Test(arguments: cases) func `what is open stays open as it was`(_ row: Case) throws {
        var phone = Phone(Self.dialogs)
        try phone.text("bonjour", "2")
        let before = try phone.session
        #expect(try phone.text(row.typed) == row.reply)
        #expect(try phone.session == before)
        #expect(try phone.text("30") == "Fin.")
    }

    @Test func `a person's own language is kept`() throws {
        var phone = Phone(Self.dialogs)
        phone.contact.language = "fr"
        #expect(try phone.text("HELP") == "Faites le 8080.")
        phone.contact.language = "en"
        #expect(try phone.text("AIDE") == "Dial 8080.")
    }

    @Test(arguments: ["stop svp", "je veux stop", "help me", "menu 2"]) func `inside a sentence they are none`(typed: String) throws {
        var phone = Phone(Self.dialogs)
        try phone.text("bonjour", "1")
        #expect(try phone.text(typed).hasPrefix("Age ?"))
        #expect(try phone.session?.answers["name"]?.answer == .text(typed))
        #expect(phone.effects.isEmpty)
    }

    @Test func `where text is asked, one alone is taken first`() throws {
        var phone = Phone(Self.dialogs)
        try phone.text("bonjour", "1")
        #expect(try phone.text("Aide") == "Faites le 8080.")
        #expect(try phone.session?.answers.isEmpty == true)
    }

    @Test func `stop comes before the open question, and the others after its exact answer`() throws {
        var phone = Phone(Self.dialogs)
        try phone.text("bonjour", "3")
        #expect(try phone.text("STOP") == "Fini ; 8080 marche.")
        #expect(try phone.text("VRAI").hasPrefix("Age ?"))
    }

    @Test func `menu leads to the start as the key does, with a way back and the answers`() throws {
        var phone = Phone(Self.dialogs)
        try phone.text("bonjour", "1", "Awa")
        #expect(try phone.text("MENU") == "Bonjour.\n1 Nom\n2 Age\n3 Aider\n0 Retour")
        #expect(phone.last?.record.understood == .command)
        #expect(try phone.session?.answers["name"]?.answer == .text("Awa"))
        #expect(try phone.text("0").hasPrefix("Age ?"))
        var stranger = Phone(Self.dialogs)
        #expect(try stranger.text("home").hasPrefix("Hello."))
    }

    @Test func `verify says whether we sent anything in the last two days`() throws {
        var phone = Phone(Self.dialogs)
        phone.lastSent = phone.now
        phone.wait(hours: 47.9)
        #expect(try phone.text("VRAI") == "C'est vrai.")
        phone.wait(hours: 0.2)
        #expect(try phone.text("VRAI") == "Pas de nous.")
    }
}
