import Dialogs
import Foundation
import Testing

/// What a question does when the conversation already has a valid answer.
struct KnownAnswers {
    static func dialogs(_ known: Question.Known, _ expect: Dialogs.Expectation = .text(TextRule(min: 2))) -> [String: Dialog] {
        [
            "accueil": dialog(
                menu("menu", "Bonjour.", option("nom", "Nom"), option("encore", "Encore"), option("mis", "Mis")),
                question("nom", "Nom ?", save: "name", expect: expect, optional: "Plus tard", next: to("menu")),
                question("encore", "Encore ?", save: "name", expect: expect, optional: "Plus tard", known: known, next: to("fin")),
                page("mis", "Mis.", does: [.set(["name": "rien"])], next: "encore"),
                end("fin", "Fin {{name|sans}}."))
        ]
    }

    static let yesNo = choices(choice("oui", "Oui"), choice("non", "Non"))

    private static func reached(_ known: Question.Known, _ expect: Dialogs.Expectation = .text(TextRule(min: 2)), after first: String)
        throws
        -> Phone
    {
        var phone = Phone(dialogs(known, expect))
        try phone.dial()
        try phone.type("1", first, "2")
        return phone
    }

    @Test func `by default it is asked`() throws {
        let phone = try Self.reached(.ask, after: "Awa")
        #expect(phone.last?.reply?.text == "Encore ?\n99 Plus tard\n0 Retour\n00 Accueil")
    }

    @Test func `skip passes it`() throws {
        let phone = try Self.reached(.skip, after: "Awa")
        #expect(phone.last?.reply?.text == "Fin Awa.")
    }

    @Test func `an answer that was skipped is one too`() throws {
        let phone = try Self.reached(.skip, after: "99")
        #expect(phone.last?.reply?.text == "Fin sans.")
    }

    @Test func `offer shows it, and 1 keeps`() throws {
        var phone = try Self.reached(.offer, after: "Awa")
        #expect(phone.last?.reply?.text == "Encore ?\n1 Awa\n2 Recommencer\n0 Retour\n00 Accueil")
        #expect(try phone.type("1") == "Fin Awa.")
    }

    @Test func `on an offer another answer is taken, and what is none asks`() throws {
        var phone = try Self.reached(.offer, after: "Awa")
        var other = phone
        #expect(try other.type("Bea") == "Fin Bea.")
        #expect(try phone.type("2") == "Encore ?\n99 Plus tard\n0 Retour\n00 Accueil")
        #expect(try phone.type("Cle") == "Fin Cle.")
    }

    @Test func `an offered choice is kept by 1 whatever its number is, and asked whole otherwise`() throws {
        var phone = try Self.reached(.offer, Self.yesNo, after: "2")
        #expect(phone.last?.reply?.text == "Encore ?\n1 Non\n2 Recommencer\n0 Retour\n00 Accueil")
        var kept = phone
        #expect(try kept.type("1") == "Fin Non.")
        #expect(try phone.type("2") == "Encore ?\n1 Oui\n2 Non\n3 Plus tard\n0 Retour\n00 Accueil")
        #expect(try phone.type("1") == "Fin Oui.")
    }

    @Test(arguments: [Question.Known.skip, .offer]) func `an answer that the question would not take is asked for`(known: Question.Known)
        throws
    {
        var phone = Phone(Self.dialogs(known, Self.yesNo))
        try phone.dial()
        #expect(try phone.type("3", "1") == "Encore ?\n1 Oui\n2 Non\n3 Plus tard\n0 Retour\n00 Accueil")
    }

    @Test func `coming back to it, it is asked`() throws {
        var phone = Phone(Self.dialogs(.offer))
        phone.script.dialogs["accueil"]?.screens["fin"] = page("fin", "Page.", next: "menu")
        try phone.dial()
        #expect(try phone.type("1", "Awa", "2", "1", "0") == "Encore ?\n99 Plus tard\n0 Retour\n00 Accueil")
    }
}
