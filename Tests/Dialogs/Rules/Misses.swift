import Dialogs
import Foundation
import Testing

/// What is not understood repeats the question with its hint, and the third time in a row there is a way out.
struct Misses {
    static let dialogs: [String: Dialog] = [
        "accueil": dialog(
            menu(
                "menu", "Bonjour.", option("infos/", "Infos"), option("aide/", "Etre appele"),
                option("autre", "Autre", id: "direct", does: [.callback(field: "when")])),
            question("autre", "Age ?", save: "age", expect: .number(NumberRule(min: 1, max: 9)), next: to("fin")),
            end("fin", "Fin.")),
        "infos": dialog(menu("sujets", "Sujets ?", option("aide/", "Appel"), option("accueil/autre", "Age")), end("fin", "Fin.")),
        "aide": dialog(
            call("vers", "heure/", next: "appel"),
            route("appel", (answered("when", "matin"), "fin"), otherwise: "fin"),
            end("fin", "Nous appelons.", does: [.callback(field: "when")])),
        "heure": dialog(
            question(
                "quand", "Quand ?", save: "when", expect: choices(choice("matin", "Matin"), choice("soir", "Soir")), next: to("return"))),
    ]

    private static func atAge(_ dialogs: [String: Dialog] = dialogs) throws -> Phone {
        var phone = Phone(dialogs)
        try phone.dial()
        try phone.type("1", "2")
        return phone
    }

    @Test func `a miss repeats the question with its hint`() throws {
        var phone = try Self.atAge()
        #expect(try phone.type("x") == "Un nombre de 1 a 9.\nAge ?\n0 Retour\n00 Accueil")
        #expect(phone.last?.record.understood == .miss)
    }

    @Test func `an empty answer is a miss`() throws {
        var phone = try Self.atAge()
        #expect(try phone.type("") == "Un nombre de 1 a 9.\nAge ?\n0 Retour\n00 Accueil")
    }

    @Test func `the third miss in a row offers to try again, the start, and the call-back by the words of the start menu`() throws {
        var phone = try Self.atAge()
        #expect(try phone.type("x", "10", " ") == "Que faire ?\n1 Continuer\n2 Accueil\n3 Etre appele")
    }

    @Test func `trying again asks the question, and three more misses are allowed`() throws {
        var phone = try Self.atAge()
        #expect(try phone.type("x", "x", "x", "1") == "Age ?\n0 Retour\n00 Accueil")
        #expect(phone.last?.record.understood == .wayOut)
        #expect(try phone.type("x", "x").hasPrefix("Un nombre"))
        #expect(try phone.type("x").hasPrefix("Que faire ?"))
    }

    @Test func `the way out leads to the start and to the call-back`() throws {
        var phone = try Self.atAge()
        try phone.type("x", "x", "x")
        var start = phone
        #expect(try start.type("2").hasPrefix("Bonjour."))
        #expect(try phone.type("3").hasPrefix("Quand ?"))
        #expect(try phone.type("1") == "Nous appelons.")
        guard case .callback(let draft)? = phone.last?.effects.first else { return #expect(Bool(false), "a call-back is made") }
        #expect(draft.timeField == "when" && draft.answers["when"]?.answer == .choice("matin"))
    }

    @Test func `a miss on the way out shows it again`() throws {
        var phone = try Self.atAge()
        #expect(try phone.type("x", "x", "x", "7") == "Un numero de la liste.\nQue faire ?\n1 Continuer\n2 Accueil\n3 Etre appele")
    }

    @Test func `keys lead out of the way out`() throws {
        var phone = try Self.atAge()
        try phone.type("x", "x", "x")
        var back = phone
        #expect(try back.type("0") == "Age ?\n0 Retour\n00 Accueil")
        #expect(try phone.type("00").hasPrefix("Bonjour."))
    }

    @Test func `an answer between two misses begins the count anew`() throws {
        var phone = Phone(Self.dialogs)
        try phone.dial()
        try phone.type("x", "x", "1", "x", "x")
        #expect(phone.last?.reply?.text.hasPrefix("Un numero de la liste.\nSujets ?") == true)
    }

    @Test func `a call-back behind another menu is not offered, and without any the way out has two numbers`() throws {
        let dialogs = [
            "accueil": dialog(
                menu("menu", "Bonjour.", option("infos/", "Infos"), option("autre", "Autre")),
                question("autre", "Age ?", save: "age", expect: .number(NumberRule()), next: to("fin")), end("fin", "Fin.")),
            "infos": Self.dialogs["infos"], "aide": Self.dialogs["aide"], "heure": Self.dialogs["heure"],
        ].compactMapValues { $0 }
        var phone = Phone(dialogs)
        try phone.dial()
        #expect(try phone.type("2", "x", "x", "x") == "Que faire ?\n1 Continuer\n2 Accueil")
        #expect(try phone.type("1", "x") == "Pas compris.\nAge ?\n#0 Retour\n#00 Accueil", "a hint without its limits says nothing")
    }

    @Test func `a menu and a choice hint at the list, a question may hint in its own words`() throws {
        let dialogs = [
            "accueil": dialog(
                menu("menu", "Bonjour.", option("nom", "Nom")),
                question(
                    "nom", "Nom ?", save: "name", expect: .text(TextRule(min: 3, max: 5, like: nil)), hint: "Trois lettres ou plus.",
                    next: to("choix")),
                question("choix", "Oui ?", save: "yes", expect: choices(choice("oui", "Oui")), next: to("fin")), end("fin", "Fin."))
        ]
        var phone = Phone(dialogs)
        try phone.dial()
        #expect(try phone.type("2") == "Un numero de la liste.\nBonjour.\n1 Nom")
        #expect(try phone.type("1", "ab") == "Trois lettres ou plus.\nNom ?\n0 Retour\n00 Accueil")
        #expect(try phone.type("abc", "oui") == "Un numero de la liste.\nOui ?\n1 Oui\n0 Retour\n00 Accueil")
    }

    @Test func `the hint stands over all the pages of the question that it is shown with`() throws {
        let many = (1...7).map { choice("c\($0)", "Une tres longue reponse numero \($0)") }
        let dialogs = [
            "accueil": dialog(
                question(
                    "choix", "Quoi ?", save: "what",
                    expect: .choice(Choices(source: .inline(many), place: nowhere, several: nil, find: nil)), next: to("fin")),
                end("fin", "Fin."))
        ]
        var phone = Phone(dialogs)
        try phone.dial()
        let pages = [try phone.type("x"), try phone.type("98")]
        #expect(pages.joined(separator: "\n").components(separatedBy: "Une tres longue reponse").count == many.count + 1)
    }
}
