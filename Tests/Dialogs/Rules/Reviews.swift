import Dialogs
import Foundation
import Testing

/// A review shows the answers and asks one of them again; the re-walk leads back to it.
struct Reviews {
    static let dialogs: [String: Dialog] = [
        "accueil": dialog(menu("menu", "Bonjour.", option("inscription/", "S'inscrire"), option("inscription/nom", "Sans accord"))),
        "inscription": dialog(
            start: "intro",
            signUps: ["projet": signUp(["name", "place", "region", "country", "team"])],
            page("intro", "Cinq questions.", next: "accord"),
            question("accord", "D'accord ?", save: "consent", expect: choices(choice("oui", "Oui"), choice("non", "Non")), next: to("nom")),
            question("nom", "Nom ?", save: "name", label: "Nom", optional: "Plus tard", next: to("lieu")),
            call("lieu", "lieu/", next: "equipe"),
            question(
                "equipe", "Combien ?", save: "team", expect: .number(NumberRule(min: 1, max: 9)), label: "Equipe",
                does: [.set(["seen": "yes"])], next: to("verifier")),
            review("verifier", ["name", "place", "region", "country", "team"], next: "fin"),
            end("fin", "Fin {{reference}}.", does: [.signUp("projet")])),
        "lieu": dialog(
            question(
                "ou", "Ici ?", save: "place", expect: choices(choice("ici", "Oui"), choice("loin", "Non")), label: "Ici",
                next: by(["ici": "region", "loin": "pays"])),
            question("region", "Region ?", save: "region", label: "Region", next: to("return")),
            question("pays", "Pays ?", save: "country", label: "Pays", next: to("return"))),
    ]

    private static func atReview(_ name: String = "Awa") throws -> Phone {
        var phone = Phone(dialogs)
        try phone.dial()
        try phone.type("1", "1", "1", name, "1", "Est", "3")
        return phone
    }

    static let whole = "Vos reponses :\n1 Nom : Awa\n2 Ici : Oui\n3 Region : Est\n4 Equipe : 3\n5 Envoyer\n0 Retour\n00 Accueil"

    @Test func `each answered field has a line and a number, accept is the last`() throws {
        let phone = try Self.atReview()
        #expect(phone.last?.reply?.text == Self.whole)
    }

    @Test func `a skipped field shows its words of skipping`() throws {
        let phone = try Self.atReview("99")
        #expect(phone.last?.reply?.text.hasPrefix("Vos reponses :\n1 Nom : Plus tard\n2 Ici : Oui\n") == true)
    }

    @Test func `a number asks that question again, and its answer leads back to the review`() throws {
        var phone = try Self.atReview()
        #expect(try phone.type("1") == "Nom ?\n99 Plus tard\n0 Retour\n00 Accueil")
        #expect(try phone.type("Bea") == Self.whole.replacing("Awa", with: "Bea"))
    }

    @Test func `a correction that opens a new question asks it, and nothing else`() throws {
        var phone = try Self.atReview()
        #expect(try phone.type("2").hasPrefix("Ici ?"))
        #expect(try phone.type("2").hasPrefix("Pays ?"))
        let review = try phone.type("Gabon")
        #expect(review == "Vos reponses :\n1 Nom : Awa\n2 Ici : Non\n3 Pays : Gabon\n4 Equipe : 3\n5 Envoyer\n0 Retour\n00 Accueil")
    }

    @Test func `answers off the path are dropped at the sign-up`() throws {
        var phone = try Self.atReview()
        try phone.type("2", "2", "Gabon", "5")
        #expect(phone.contact.signUps.map { $0.answers.keys.sorted() } == [["country", "name", "place", "team"]])
    }

    @Test func `back from a correction is the review, and no miss there is a correction`() throws {
        var phone = try Self.atReview()
        #expect(try phone.type("1", "0") == Self.whole)
        #expect(try phone.type("9") == "Un numero de la liste.\n" + Self.whole)
    }

    @Test func `back at a corrected question, it still leads back to the review`() throws {
        var phone = try Self.atReview()
        try phone.type("1", "Bea")
        #expect(try phone.type("0").hasPrefix("Nom ?"))
        #expect(try phone.type("Cle") == Self.whole.replacing("Awa", with: "Cle"))
    }

    @Test func `somebody who came in by another door is led back to the review too`() throws {
        var phone = Phone(Self.dialogs)
        try phone.dial()
        try phone.type("2", "Awa", "1", "Est", "3")
        #expect(try phone.type("1", "Bea").hasPrefix("Vos reponses :\n1 Nom : Bea"))
        #expect(try phone.type("5") == "Ferme.", "and nothing is stored without the consent")
        #expect(phone.effects.isEmpty && phone.isOver)
    }

    @Test func `a field that no question on the way asks is corrected from the review all the same`() throws {
        let dialogs = [
            "accueil": dialog(
                question("avant", "Langue ?", save: "tongue", label: "Langue", next: to("suite/"))),
            "suite": dialog(
                question("nom", "Nom ?", save: "name", label: "Nom", next: to("verifier")),
                review("verifier", ["tongue", "name"], next: "fin"), end("fin", "Fin.")),
        ]
        var phone = Phone(dialogs)
        try phone.dial()
        #expect(try phone.type("peul", "Awa").hasPrefix("Vos reponses :\n1 Langue : peul\n2 Nom : Awa\n3 Envoyer"))
        #expect(try phone.type("1").hasPrefix("Langue ?"))
        #expect(try phone.type("haoussa").hasPrefix("Vos reponses :\n1 Langue : haoussa\n2 Nom : Awa\n3 Envoyer"))
    }

    @Test func `going back through answered questions asks them again`() throws {
        var phone = try Self.atReview()
        #expect(try phone.type("0").hasPrefix("Combien ?"))
        #expect(try phone.type("0").hasPrefix("Region ?"))
        #expect(try phone.type("Sud").hasPrefix("Combien ?"), "the next question is asked although it has an answer")
    }
}
