import Dialogs
import Foundation
import Testing

/// The script changed under a conversation: it goes on where it was, else by the re-walk, else at the start with a word.
struct NewVersions {
    static let before: [String: Dialog] = [
        "accueil": dialog(menu("menu", "Bonjour.", option("inscription/", "S'inscrire"))),
        "inscription": dialog(
            title: "votre inscription",
            question("nom", "Nom ?", save: "name", next: to("choix")),
            question("choix", "Oui ?", save: "yes", expect: choices(choice("oui", "Oui"), choice("non", "Non")), next: to("ville")),
            question("ville", "{{name}}, ville ?", save: "town", next: to("fin")),
            end("fin", "Fin {{name}} {{yes}} {{town}}.")),
    ]

    private static func changed(_ change: (inout Script) -> Void, after typed: String...) throws -> Phone {
        var phone = Phone(before)
        try phone.dial()
        try phone.type("1")
        for text in typed { try phone.type(text) }
        change(&phone.script)
        phone.isNewVersion = true
        return phone
    }

    @Test func `the same screen takes the answer, with the new words after it`() throws {
        var phone = try Self.changed({ $0.dialogs["inscription"]?.screens["fin"] = end("fin", "Merci {{town}}.") }, after: "Awa", "1")
        #expect(try phone.type("Garoua") == "Merci Garoua.")
    }

    @Test func `a number means what was shown, not what the new version numbers so`() throws {
        let turned = question("choix", "Oui ?", save: "yes", expect: choices(choice("non", "Non"), choice("oui", "Oui")), next: to("ville"))
        var phone = try Self.changed({ $0.dialogs["inscription"]?.screens["choix"] = turned }, after: "Awa")
        try phone.type("1")
        #expect(try phone.session?.answers["yes"]?.answer == .choice("oui"))
    }

    @Test func `a choice that is gone is asked again`() throws {
        let other = question("choix", "Oui ?", save: "yes", expect: choices(choice("non", "Non")), next: to("ville"))
        var phone = try Self.changed({ $0.dialogs["inscription"]?.screens["choix"] = other }, after: "Awa")
        #expect(try phone.type("1").hasSuffix("Oui ?\n1 Non\n0 Retour\n00 Accueil"), "with the options of now, and no empty line")
        #expect(try phone.session?.answers["yes"] == nil)
        phone.isNewVersion = false
        try phone.type("1")
        #expect(try phone.session?.answers["yes"]?.answer == .choice("non"))
    }

    @Test func `a question that is of another kind now is asked anew`() throws {
        let other = question("choix", "Combien ?", save: "yes", expect: .number(NumberRule(min: 0, max: 9)), next: to("ville"))
        var phone = try Self.changed({ $0.dialogs["inscription"]?.screens["choix"] = other }, after: "Awa")
        #expect(try phone.type("1") == "Combien ?\n#0 Retour\n#00 Accueil")
        #expect(try phone.session?.answers["yes"] == nil)
    }

    @Test func `where the screen is gone the re-walk leads to the first question without an answer`() throws {
        var phone = try Self.changed(
            {
                $0.dialogs["inscription"]?.screens["ville"] = nil
                $0.dialogs["inscription"]?.screens["choix"] = question(
                    "choix", "Oui ?", save: "yes", expect: choices(choice("oui", "Oui"), choice("non", "Non")), next: to("pays"))
                $0.dialogs["inscription"]?.screens["pays"] = question("pays", "Pays ?", save: "country", next: to("fin"))
            }, after: "Awa", "1")
        #expect(try phone.type("Garoua").hasPrefix("Pays ?"))
        #expect(try phone.session?.answers.keys.sorted() == ["name", "yes"])
    }

    @Test func `a new question before the one that was open is asked, what has an answer is not asked again`() throws {
        var phone = try Self.changed(
            {
                $0.dialogs["inscription"]?.screens["ville"] = nil
                $0.dialogs["inscription"]?.screens["nom"] = question("nom", "Nom ?", save: "name", next: to("age"))
                $0.dialogs["inscription"]?.screens["age"] = question("age", "Age ?", save: "age", next: to("choix"))
                $0.dialogs["inscription"]?.screens["choix"] = question(
                    "choix", "Oui ?", save: "yes", expect: choices(choice("oui", "Oui"), choice("non", "Non")), next: to("pays"))
                $0.dialogs["inscription"]?.screens["pays"] = question("pays", "Pays ?", save: "country", next: to("fin"))
            }, after: "Awa", "1")
        #expect(try phone.type("Garoua").hasPrefix("Age ?"))
        #expect(try phone.type("30").hasPrefix("Pays ?"))
    }

    @Test func `a screen that names an answer which is not there is no place to go on`() throws {
        var phone = try Self.changed(
            {
                $0.dialogs["inscription"]?.start = "prenom"
                $0.dialogs["inscription"]?.screens["prenom"] = question("prenom", "Prenom ?", save: "first", next: to("ville"))
                $0.dialogs["inscription"]?.screens["ville"] = question("ville", "{{first}}, ville ?", save: "town", next: to("fin"))
            }, after: "Awa", "1")
        #expect(try phone.type("Garoua").hasPrefix("Prenom ?"))
        #expect(try phone.type("Awa").hasPrefix("Awa, ville ?"))
    }

    @Test func `where the dialog is gone it begins at the start with a word`() throws {
        var phone = try Self.changed(
            {
                $0.dialogs["inscription"] = nil
                $0.dialogs["accueil"] = dialog(menu("menu", "Bonjour a nouveau.", option("fin", "Fin")), end("fin", "Fin."))
            }, after: "Awa")
        #expect(try phone.type("1") == "Ferme.\nBonjour a nouveau.\n1 Fin")
        #expect(try phone.type("1") == "Fin.")
    }

    @Test func `where the way from the start leads nowhere it begins at the start with a word, and nothing is done by halves`() throws {
        var phone = try Self.changed(
            {
                $0.dialogs["inscription"]?.screens["choix"] = nil
                $0.dialogs["inscription"]?.screens["nom"] = question("nom", "Nom ?", save: "name", does: [.optOut], next: to("rien"))
            }, after: "Awa")
        #expect(try phone.type("1").hasPrefix("Ferme.\nBonjour."))
        #expect(phone.last?.effects.isEmpty == true)
    }

    @Test func `an offer in the new version goes on there`() throws {
        var phone = try Self.changed(
            { $0.dialogs["inscription"]?.screens["ville"] = question("ville", "Quelle ville ?", save: "town", next: to("fin")) },
            after: "Awa", "1")
        #expect(try phone.dial() == "Reprendre votre inscription ?\n1 Continuer\n2 Recommencer\n00 Accueil")
        #expect(try phone.type("1").hasPrefix("Quelle ville ?"))
    }

    @Test func `back passes over screens that are gone`() throws {
        var phone = try Self.changed({ $0.dialogs["inscription"]?.screens["choix"] = nil }, after: "Awa", "1")
        #expect(try phone.type("0").hasPrefix("Nom ?"))
    }

    @Test func `what a re-walk passes again does nothing again`() throws {
        let marked = question("nom", "Nom ?", save: "name", does: [.optOut], next: to("choix"))
        var phone = Phone(Self.before)
        phone.script.dialogs["inscription"]?.screens["nom"] = marked
        try phone.dial()
        try phone.type("1", "Awa", "1")
        phone.script.dialogs["inscription"]?.screens["ville"] = nil
        phone.script.dialogs["inscription"]?.screens["choix"] = question(
            "choix", "Oui ?", save: "yes", expect: choices(choice("oui", "Oui")), next: to("pays"))
        phone.script.dialogs["inscription"]?.screens["pays"] = question("pays", "Pays ?", save: "country", next: to("fin"))
        phone.isNewVersion = true
        #expect(try phone.type("Garoua").hasPrefix("Pays ?"))
        #expect(phone.effects == [.optOut])
    }
}
