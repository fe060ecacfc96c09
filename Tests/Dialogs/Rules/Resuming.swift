import Dialogs
import Foundation
import Testing

/// A dropped session with an answer and an open question is offered on the next dial.
struct Resuming {
    static func dialogs(_ resume: Resume = .offer) -> [String: Dialog] {
        [
            "accueil": dialog(
                title: "l'accueil", menu("menu", "Bonjour.", option("inscription/", "S'inscrire"), option("page", "Lire")),
                page("page", "Lire.", next: "menu")),
            "inscription": dialog(
                title: "votre inscription", start: "intro", resume: resume, signUps: ["s": signUp(["name"])],
                page("intro", "Trois questions.", next: "accord"),
                question(
                    "accord", "D'accord ?", save: "consent", expect: choices(choice("oui", "Oui"), choice("non", "Non")), next: to("nom")),
                question("nom", "Nom ?", save: "name", next: to("lieu")),
                call("lieu", "lieu/", next: "verifier"),
                review("verifier", ["name"], next: "fin"), end("fin", "Fin.")),
            "lieu": dialog(title: "le lieu", question("ou", "Ou ?", save: "place", next: to("return"))),
        ]
    }

    private static func dropped(_ resume: Resume = .offer, after typed: String...) throws -> Phone {
        var phone = Phone(dialogs(resume))
        try phone.dial()
        for text in typed { try phone.type(text) }
        try phone.hangUp()
        phone.now += 60
        return phone
    }

    static let offer = "Reprendre votre inscription ?\n1 Continuer\n2 Recommencer\n00 Accueil"

    @Test func `the offer names the dialog that the person was in, and neither a name nor an answer`() throws {
        var phone = try Self.dropped(after: "1", "1", "1", "Awa", "Garoua", "0")
        #expect(try phone.dial() == Self.offer)
        #expect(phone.last?.record.understood == .dial)
    }

    @Test func `a title that would name an answer does not`() throws {
        var phone = try Self.dropped(after: "1", "1", "1", "Awa", "Garoua")
        phone.script.dialogs["inscription"]?.title = words("l'inscription de {{name|quelqu'un}}")
        var numbered = phone
        #expect(try phone.dial().hasPrefix("Reprendre l'inscription de quelqu'un ?"))
        numbered.script.dialogs["accueil"]?.start = "debut"
        numbered.script.dialogs["accueil"]?.screens["debut"] = question(
            "debut", "Numero ?", save: "ref", expect: .reference(signUp: "s"), next: to("inscription/"))
        numbered.script.dialogs["inscription"]?.title = words("votre inscription {{reference|sans numero}}")
        let reference = try #require(Reference(parsing: "12345674"))
        numbered.contact.signUps = [
            KnownSignUp(signUp: "s", reference: reference, status: .open, created: numbered.now, answers: [:])
        ]
        numbered.wait(hours: 25)
        try numbered.dial()
        try numbered.type("12345674", "1", "1")
        #expect(try numbered.session?.answers["ref"]?.answer == .reference(reference))
        #expect(try numbered.dial().hasPrefix("Reprendre votre inscription sans numero ?"))
    }

    @Test func `in a called dialog the offer is of the one that called it`() throws {
        var phone = try Self.dropped(after: "1", "1", "1", "Awa")
        #expect(try phone.dial() == Self.offer)
        #expect(try phone.type("1").hasPrefix("Ou ?"))
        #expect(phone.last?.record.understood == .resume)
        #expect(try phone.type("Garoua").hasPrefix("Vos reponses :\n1 name : Awa"))
    }

    @Test func `a consent counts as an answer`() throws {
        var phone = try Self.dropped(after: "1", "1", "1")
        #expect(try phone.dial() == Self.offer)
        #expect(try phone.type("1").hasPrefix("Nom ?"))
    }

    @Test func `without an answer the dial begins anew`() throws {
        var phone = try Self.dropped(after: "1", "1")
        #expect(try phone.dial().hasPrefix("Bonjour."))
    }

    @Test func `an open review is offered, an open menu is not and its answers are gone`() throws {
        var review = try Self.dropped(after: "1", "1", "1", "Awa", "Garoua")
        #expect(try review.dial() == Self.offer)
        var menu = try Self.dropped(after: "1", "1", "1", "00")
        #expect(try menu.dial().hasPrefix("Bonjour."))
        #expect(try menu.session?.answers.isEmpty == true)
    }

    @Test func `within a day it is offered, after it the dial begins anew`() throws {
        var within = try Self.dropped(after: "1", "1", "1")
        within.wait(hours: 23.9)
        #expect(try within.dial() == Self.offer)
        var after = try Self.dropped(after: "1", "1", "1")
        after.wait(hours: 24.1)
        #expect(try after.dial().hasPrefix("Bonjour."))
        #expect(try after.session?.answers.isEmpty == true)
    }

    @Test func `starting over drops the answers, consent too, and shows the start of the same dialog`() throws {
        var phone = try Self.dropped(after: "1", "1", "1", "Awa")
        try phone.dial()
        #expect(try phone.type("2") == "Trois questions.\n1 Continuer\n00 Accueil")
        #expect(try phone.session?.answers.isEmpty == true)
    }

    @Test func `start on the offer is the start dialog, and answers are kept`() throws {
        var phone = try Self.dropped(after: "1", "1", "1", "Awa")
        try phone.dial()
        #expect(try phone.type("00") == "Bonjour.\n1 S'inscrire\n2 Lire")
        #expect(try phone.session?.answers["name"]?.answer == .text("Awa"))
    }

    @Test func `a miss on the offer repeats it, and a second drop offers it again`() throws {
        var phone = try Self.dropped(after: "1", "1", "1")
        try phone.dial()
        #expect(try phone.type("Awa") == "Un numero de la liste.\n" + Self.offer)
        #expect(try phone.session?.answers["name"] == nil, "what is typed on the offer answers no question")
        try phone.hangUp()
        #expect(try phone.dial() == Self.offer)
    }

    @Test func `a dialog may go on without asking, or start over`() throws {
        var on = try Self.dropped(.goOn, after: "1", "1", "1")
        #expect(try on.dial() == "Nom ?\n0 Retour\n00 Accueil")
        var over = try Self.dropped(.startOver, after: "1", "1", "1")
        #expect(try over.dial().hasPrefix("Trois questions."))
        #expect(try over.session?.answers.isEmpty == true)
    }

    @Test func `going on, back leads to what was shown before the drop`() throws {
        var phone = try Self.dropped(after: "1", "1", "1")
        try phone.dial()
        #expect(try phone.type("1", "0").hasPrefix("D'accord ?"))
    }

    @Test func `hanging up says nothing and keeps the conversation as it is`() throws {
        var phone = try Self.dropped(after: "1", "1", "1")
        let before = phone.stored
        try phone.hangUp()
        #expect(phone.last?.reply == nil && phone.last?.record.understood == .hangUp)
        #expect(try phone.session == before.map { _ in phone.turns[phone.turns.count - 2].session })
    }

    @Test(arguments: [["1"], ["1", "1"], ["1", "1", "1"], ["1", "1", "1", "x y", "z"]])
    func `a dialled path is tried piece by piece and beats the offer`(path: [String]) throws {
        var dialled = try Self.dropped(after: "1", "1", "1")
        var typed = Phone(Self.dialogs())
        try typed.dial()
        for piece in path { try typed.type(piece) }
        let shown = try dialled.dial(path: path)
        #expect(shown == typed.last?.reply?.text)
        #expect(dialled.last?.record.understood == .dial)
    }

    @Test func `a path is followed without a word until a piece is not understood`() throws {
        var phone = Phone(Self.dialogs())
        #expect(try phone.dial("1", "1", "7", "1") == "D'accord ?\n1 Oui\n2 Non\n0 Retour\n00 Accueil")
        #expect(try phone.session?.answers.isEmpty == true)
        var none = Phone(Self.dialogs())
        #expect(try none.dial("9", "1") == "Bonjour.\n1 S'inscrire\n2 Lire")
    }

    @Test func `past the offer of a dialog that starts over, a dialled path leaves nothing of what was answered`() throws {
        var phone = try Self.dropped(.startOver, after: "1", "1", "1", "Awa")
        try phone.dial("1")
        #expect(try phone.session?.answers.isEmpty == true)
        var offered = try Self.dropped(after: "1", "1", "1", "Awa")
        try offered.dial("1")
        #expect(try offered.session?.answers["name"]?.answer == .text("Awa"), "as with start on the offer")
    }

    @Test func `what a screen set is no answer of the person's`() throws {
        var phone = Phone([
            "accueil": dialog(
                page("page", "Page.", does: [.set(["seen": "yes"])], next: "nom"), question("nom", "Nom ?", save: "name", next: to("nom")))
        ])
        try phone.dial()
        try phone.type("1")
        try phone.hangUp()
        #expect(try phone.dial().hasPrefix("Page."))
    }

    @Test func `a session whose conversation is gone begins anew`() throws {
        var phone = Phone(Self.dialogs())
        #expect(try phone.type("1").hasPrefix("Bonjour."))
    }
}
