import Dialogs
import Foundation
import Testing

/// By SMS an answer may be the number, the words, their beginning, or the words with a slip.
struct AnsweringByWords {
    /// A question of each kind, chosen by the first number.
    static let dialogs: [String: Dialog] = [
        "accueil": dialog(
            signUps: ["s": signUp([], consent: ("agreed", "oui"))],
            menu(
                "menu", "Bonjour.", option("region", "Votre region | Your region"), option("accord", "Votre accord | Your consent"),
                option("besoins", "Vos besoins"), option("pays", "Votre pays"), option("nom", "Votre nom"), option("age", "Votre age"),
                option("date", "Votre date"), option("lire", "Lire"), option("revue", "Revoir")),
            question(
                "region", "Region ?", save: "region",
                expect: choices(
                    choice("ad", "Adamaoua"), choice("en", "Extrême-Nord | Far North"), choice("no", "Nord | North"),
                    choice("lit", "Littoral"), choice("sud", "Sud"), choice("sudo", "Sud-Ouest"), choice("jeune", "25 à 35 ans"),
                    choice("vieux", "250 et plus"), choice("ndian", "Ndian"), choice("ndiam", "Ndiam")),
                optional: "Plus tard | Later", next: to("fin")),
            question(
                "accord", "D'accord ?", save: "agreed",
                expect: choices(choice("oui", "Oui, vraiment | Yes, really"), choice("non", "Non | No")), next: to("fin")),
            question(
                "besoins", "Besoins ?", save: "needs",
                expect: choices(
                    choice("argent", "Argent | Money"), choice("outils", "Outils et formation"), choice("marche", "Marchés | Markets"),
                    choice("lieu", "Lieu | Location"), choice("bail", "Location | Rent"), several: 1...3), next: to("fin")),
            question(
                "pays", "Pays ?", save: "country",
                expect: choices(
                    choice("ca", "Canada"), choice("cm", "Cameroun"), choice("td", "Tchad | Chad"), choice("ng", "Nigeria"),
                    choice("centre", "Centre-ville"),
                    choice("centra", "Centra"), find: true),
                next: to("fin")),
            question("nom", "Nom ?", save: "name", optional: "Plus tard | Later", next: to("fin")),
            question("age", "Age ?", save: "age", expect: .number(NumberRule(min: 1, max: 5000)), next: to("fin")),
            question("date", "Date ?", save: "date", expect: .date(DateRule()), next: to("fin")),
            page("lire", "Lire.", next: "fin"),
            question("prenom", "Prenom ?", save: "first", label: "Prénom | First name", next: to("revue")),
            review("revue", ["first"], next: "fin"), end("fin", "Fin."))
    ]

    struct Case: CustomTestStringConvertible {
        var rule: String
        var screen: String
        var typed: String
        var saves: (String, Answer)?
        var testDescription: String { rule }

        init(_ rule: String, _ screen: String, _ typed: String, _ saves: (String, Answer)?) {
            (self.rule, self.screen, self.typed, self.saves) = (rule, screen, typed, saves)
        }
    }

    static let cases = [
        Case("the number", "1", "2", ("region", .choice("en"))),
        Case("the number in other digits", "1", "٢", ("region", .choice("en"))),
        Case("the number with a point", "1", "2.", ("region", .choice("en"))),
        Case("the number with a bracket", "1", "2)", ("region", .choice("en"))),
        Case("the line as shown", "1", "2 Extreme-Nord", ("region", .choice("en"))),
        Case("the whole words", "1", "Extrême-Nord", ("region", .choice("en"))),
        Case("the words folded", "1", " EXTREME-NORD ", ("region", .choice("en"))),
        Case("the words without their hyphen", "1", "extreme nord", ("region", .choice("en"))),
        Case("the words with a sign after them", "1", "Littoral !", ("region", .choice("lit"))),
        Case("the words of another language", "1", "far north", ("region", .choice("en"))),
        Case("whole words before the beginning of others", "1", "Sud", ("region", .choice("sud"))),
        Case("a whole word that is in the words of others", "1", "Nord", ("region", .choice("no"))),
        Case("a beginning", "1", "extr", ("region", .choice("en"))),
        Case("the beginning of another language", "1", "far", ("region", .choice("en"))),
        Case("a number that begins the words, but not a longer one", "1", "25", ("region", .choice("jeune"))),
        Case("a number inside the words is no beginning", "1", "35", nil),
        Case("a letter added", "1", "Adamaouua", ("region", .choice("ad"))),
        Case("a letter dropped", "1", "Adamaua", ("region", .choice("ad"))),
        Case("a letter changed", "1", "Adamaoia", ("region", .choice("ad"))),
        Case("neighbours exchanged", "1", "Adaamoua", ("region", .choice("ad"))),
        Case("two slips are none", "1", "Adamawa", nil),
        Case("no slip in a word of four letters", "1", "Nodr", nil),
        Case("a slip in a word of five letters", "4", "Tcahd", ("country", .choice("td"))),
        Case("a slip in each of two words is none", "3", "Outlis et fromation", nil),
        Case("a beginning before a slip", "4", "Centre", ("country", .choice("centre"))),
        Case("no slip in a number", "1", "26 à 35 ans", nil),
        Case("a slip in one word of several", "1", "Extreme Norrd", nil),
        Case("a slip in a long one of several", "1", "Extrmee Nord", ("region", .choice("en"))),
        Case("the words of skipping", "1", "plus tard", ("region", .skipped)),
        Case("the number of skipping", "1", "11", ("region", .skipped)),

        Case("a consent's number", "2", "1", ("agreed", .choice("oui"))),
        Case("a consent's whole word", "2", "OUI,  VRAIMENT", ("agreed", .choice("oui"))),
        Case("a consent's whole word in another language", "2", "yes, really", ("agreed", .choice("oui"))),
        Case("no beginning of a consent", "2", "oui", nil),
        Case("no slip in a consent", "2", "oui, vraimant", nil),
        Case("no sign beside a consent", "2", "oui, vraiment !", nil),
        Case("no sign beside a consent's number", "2", "1.", nil),
        Case("no line of a consent", "2", "1 oui, vraiment", nil),

        Case("several numbers", "3", "1 3", ("needs", .several(["argent", "marche"]))),
        Case("several words", "3", "marchés, argent", ("needs", .several(["argent", "marche"]))),
        Case(
            "a number, a word of another language and a beginning", "3", "2; money\nmar",
            ("needs", .several(["argent", "outils", "marche"]))),
        Case("one of several", "3", "outils", ("needs", .several(["outils"]))),
        Case("a slip among several", "3", "argnet, marches", ("needs", .several(["argent", "marche"]))),
        Case("the own language before another", "3", "location", ("needs", .several(["bail"]))),
        Case("one piece that is not understood", "3", "argent, voiture", nil),

        Case("a whole word that is looked for", "4", "cameroun", ("country", .choice("cm"))),
        Case("the only beginning", "4", "nig", ("country", .choice("ng"))),
        Case("another language's word that is looked for", "4", "chad", ("country", .choice("td"))),
        Case("a slip in what is looked for", "4", "Nigerria", ("country", .choice("ng"))),
        Case("several beginnings", "4", "ca", nil),

        Case("free text", "5", "Awa", ("name", .text("Awa"))),
        Case("free text that begins like a keyword", "5", "Menu Awa", ("name", .text("Menu Awa"))),
        Case("the words of skipping are no free text", "5", "Later", ("name", .skipped)),
        Case("a key is no free text", "5", "98", nil),
        Case("a grouped number", "6", "2.500", ("age", .number(2500))),
        Case("a date", "7", "3/4/1990", ("date", .date(CalendarDay(year: 1990, month: 4, day: 3)))),
    ]

    @Test(arguments: cases) func `by SMS an answer is`(_ row: Case) throws {
        var phone = Phone(Self.dialogs)
        try phone.text("bonjour", row.screen)
        try #require(phone.last?.session != nil)
        guard let (field, answer) = row.saves else {
            try phone.text(row.typed)
            #expect(phone.last?.reply?.ends == false)
            return #expect(try phone.session?.answers.isEmpty == true)
        }
        // The end forgets the answers, so that it is looked for where they last were.
        phone.script.dialogs["accueil"]?.screens["fin"] = page("fin", "Fin.", next: "fin")
        try phone.text(row.typed)
        #expect(try phone.session?.answers[field]?.answer == answer)
    }

    @Test func `every rule has its own row`() { #expect(Set(Self.cases.map(\.rule)).count == Self.cases.count) }

    @Test func `two options equally near are asked, never guessed, and their numbers stay`() throws {
        var phone = Phone(Self.dialogs)
        try phone.text("bonjour", "1")
        #expect(try phone.text("ndia") == "9 Ndian, 10 Ndiam ?")
        #expect(phone.last?.record.understood == .miss)
        #expect(try phone.text("ndia") == "9 Ndian, 10 Ndiam ?")
        #expect(try phone.text("ndiax").hasPrefix("Que faire ?"), "the third leads to the way out")
        #expect(try phone.text("continuer", "ndia", "10") == "Fin.")
    }

    @Test func `several that are found are offered, and taken by number or word`() throws {
        var phone = Phone(Self.dialogs)
        try phone.text("bonjour", "4")
        #expect(try phone.text("ca").hasPrefix("Pays ?\n1 Canada\n2 Cameroun\n"))
        var worded = phone
        #expect(try phone.text("2") == "Fin.")
        #expect(try worded.text("tchad") == "Fin.")
    }

    @Test func `menus, pages, reviews and the way out are answered by words`() throws {
        var phone = Phone(Self.dialogs)
        #expect(try phone.text("bonjour", "your region").hasPrefix("Region ?"))
        #expect(try phone.text("retour").hasPrefix("Bonjour."), "the words of a key")
        #expect(try phone.text("lire").hasPrefix("Lire.\n1 Continuer"))
        var page = phone
        #expect(try page.text("d'accord") == "Fin.", "anything but a key goes on")
        #expect(try phone.text("accueil").hasPrefix("Bonjour."))
        phone.script.dialogs["accueil"]?.start = "prenom"
        #expect(try phone.text("menu").hasPrefix("Prenom ?"))
        #expect(try phone.text("Awa") == "Vos réponses :\n1 Prénom : Awa\n2 Envoyer\n0 Retour\n00 Accueil")
        #expect(try phone.text("first name").hasPrefix("Prenom ?"))
        #expect(try phone.text("Fatou").hasPrefix("Vos réponses :\n1 Prénom : Fatou"))
        #expect(try phone.text("x", "y", "z").hasPrefix("Que faire ?"))
        #expect(try phone.text("continuer").hasPrefix("Vos réponses"))
        #expect(try phone.text("envoyr") == "Fin.")
    }

    @Test func `on USSD no words are an answer`() throws {
        var phone = Phone(Self.dialogs)
        try phone.dial()
        #expect(try phone.type("1", "Littoral").hasPrefix("Un numero de la liste."))
        #expect(try phone.type("STOP").hasPrefix("Un numero de la liste."))
        #expect(phone.effects.isEmpty)
    }
}
