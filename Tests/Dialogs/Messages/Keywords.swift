import Dialogs
import Foundation
import Testing

/// A keyword opens its dialog, and what follows it is answered there.
struct Keywords {
    static let regions = choices(choice("est", "Est | East"), choice("nord", "Nord"), choice("littoral", "Littoral"))

    static let dialogs: [String: Dialog] = [
        "accueil": dialog(menu("menu", "Bonjour. | Hello.", option("inscription/", "S'inscrire"), option("infos/", "Lire"))),
        "infos": dialog(
            keywords: ["fr": ["infos", "infos est"], "en": ["news"]], page("page", "Lire. | Read.", next: "suite"),
            end("suite", "Fini.")),
        "inscription": dialog(
            title: "votre inscription", start: "accord", signUps: ["s": signUp(["region", "team"])],
            keywords: ["fr": ["inscription", "je m'inscris"], "en": ["join"]], keywordAnswer: "lieu/region",
            question(
                "accord", "D'accord ? | Agreed?", save: "consent", expect: choices(choice("oui", "Oui | Yes"), choice("non", "Non")),
                next: by(["oui": "intro", "non": "fin"])),
            page("intro", "Lisez.", next: "ou"), call("ou", "lieu/", next: "vers"),
            route("vers", (answered("region", "nord"), "nom"), otherwise: "equipe"),
            question("equipe", "Combien ?", save: "team", expect: .number(NumberRule(min: 0, max: 500)), next: to("nom")),
            question("nom", "Nom ?", save: "name", next: to("verifier")),
            review("verifier", ["name"], next: "fin"), end("fin", "Fin.")),
        "lieu": dialog(
            question("region", "Region ?", save: "region", expect: regions, next: to("return"))),
    ]

    @Test(arguments: ["JOIN", " join. ", "Inscription !", "JE M’INSCRIS", "« join »"])
    func `alone it opens its dialog, folded`(typed: String) throws {
        var phone = Phone(Self.dialogs)
        phone.contact.language = "fr"
        #expect(try phone.text(typed).hasPrefix("D'accord ?\n1 Oui\n2 Non\n00 Accueil"), "there is no way back")
        #expect(phone.last?.record.understood == .keyword)
    }

    struct Case: CustomTestStringConvertible {
        var rule: String
        var typed: String
        var answers: [String: Answer]
        var testDescription: String { rule }
    }

    static let cases = [
        Case(rule: "words and a number", typed: "JOIN EST, 3", answers: ["region": .choice("est"), "team": .number(3)]),
        Case(rule: "the number as it would be shown", typed: "join 3, 4", answers: ["region": .choice("littoral"), "team": .number(4)]),
        Case(rule: "words of another language", typed: "inscription east,7", answers: ["region": .choice("est"), "team": .number(7)]),
        Case(rule: "a beginning and a sign", typed: "join: lit.", answers: ["region": .choice("littoral")]),
        Case(rule: "a slip", typed: "join litoral", answers: ["region": .choice("littoral")]),
        Case(rule: "past a route", typed: "join nord, Awa", answers: ["region": .choice("nord"), "name": .text("Awa")]),
        Case(rule: "as far as the review", typed: "join nord, Awa, 1", answers: ["region": .choice("nord"), "name": .text("Awa")]),
        Case(rule: "what is not understood and all after it is dropped", typed: "join est, x, 3", answers: ["region": .choice("est")]),
        Case(rule: "an empty piece is not understood", typed: "join est,,Awa", answers: ["region": .choice("est")]),
        Case(rule: "a key is no text", typed: "join nord, 00", answers: ["region": .choice("nord")]),
        Case(rule: "nothing is understood", typed: "join x", answers: [:]),
    ]

    @Test(arguments: cases) func `what follows is answered`(_ row: Case) throws {
        var phone = Phone(Self.dialogs)
        phone.contact.language = "fr"
        #expect(try phone.text(row.typed).hasPrefix("D'accord ?"))
        #expect(try phone.session?.answers.mapValues(\.answer) == row.answers)
        #expect(phone.effects.isEmpty)
    }

    @Test func `every rule has its own row`() { #expect(Set(Self.cases.map(\.rule)).count == Self.cases.count) }

    @Test func `its questions are passed once, also when they are stepped to`() throws {
        var phone = Phone(Self.dialogs)
        phone.contact.language = "fr"
        try phone.text("JOIN EST, 3")
        #expect(try phone.text("oui").hasPrefix("Lisez."))
        #expect(try phone.text("ok").hasPrefix("Nom ?"))
        #expect(try phone.text("Awa").hasPrefix("Vos réponses :"))
        #expect(try phone.session?.answers["region"]?.answer == .choice("est"))
        #expect(try phone.text("00", "1").hasPrefix("D'accord ?"))
        #expect(try phone.text("oui", "ok").hasPrefix("Region ?"), "the second time they are asked")
    }

    @Test func `a dialog that begins with forgetting forgets what was before, not what came with its word`() throws {
        var dialogs = Self.dialogs
        dialogs["inscription"]?.start = "debut"
        dialogs["inscription"]?.screens["debut"] = route("debut", does: [.forget], otherwise: "accord")
        var phone = Phone(dialogs)
        phone.contact.language = "fr"
        try phone.text("JOIN EST", "oui", "ok")
        try phone.text("JOIN NORD, Awa")
        #expect(try phone.session?.answers.mapValues(\.answer) == ["region": .choice("nord"), "name": .text("Awa")])
        #expect(try phone.text("oui").hasPrefix("Vos réponses :"), "what was brought is passed, and the page that was read")
    }

    @Test func `a consent is never answered this way`() throws {
        var dialogs = Self.dialogs
        dialogs["inscription"]?.keywordAnswer = target("accord")
        var phone = Phone(dialogs)
        phone.contact.language = "fr"
        #expect(try phone.text("join oui, est").hasPrefix("D'accord ?"))
        #expect(try phone.session?.answers.isEmpty == true)
    }

    @Test func `a reference that is wrong counts, and a right one proves`() throws {
        let reference = Reference(parsing: "12345674")
        let known = try #require(reference)
        var dialogs = Self.dialogs
        dialogs["lieu"]?.screens["region"] = question(
            "region", "Numero ?", save: "ref", expect: .reference(signUp: "s"), next: to("return"))
        var phone = Phone(dialogs)
        phone.contact.signUps = [KnownSignUp(signUp: "s", reference: known, status: .open, created: phone.now, answers: [:])]
        try phone.text("inscription 12345675")
        #expect(phone.effects == [.referenceMissed])
        try phone.text("inscription 12345674")
        #expect(phone.effects == [.referenceMissed, .referenceGiven])
    }

    @Test func `without a question to answer, a word with a rest is no keyword`() throws {
        var phone = Phone(Self.dialogs)
        #expect(try phone.text("infos nord").hasPrefix("Bonjour."))
        #expect(phone.last?.record.understood == .unexpected)
        #expect(try phone.text("Infos EST").hasPrefix("Lire."), "the longest keyword")
    }

    @Test func `who never chose a language has chosen that of the word`() throws {
        var phone = Phone(Self.dialogs)
        #expect(try phone.text("JOIN").hasPrefix("Agreed?"))
        #expect(phone.effects == [.language("en")])
        var chosen = Phone(Self.dialogs)
        chosen.contact.language = "fr"
        #expect(try chosen.text("JOIN").hasPrefix("D'accord ?"))
        #expect(chosen.effects.isEmpty)
    }

    @Test func `where text is asked, only a keyword alone is one`() throws {
        var phone = Phone(Self.dialogs)
        phone.contact.language = "fr"
        try phone.text("join nord", "oui", "ok")
        var named = phone
        #expect(try named.text("join est").hasPrefix("Vos réponses :"))
        #expect(try named.session?.answers["name"]?.answer == .text("join est"))
        #expect(try phone.text("infos").hasPrefix("Lire."))
        #expect(try phone.session?.answers["region"]?.answer == .choice("nord"), "answers stay in a conversation that is alive")
    }

    @Test func `an option comes before a keyword, and a keyword before a beginning`() throws {
        let dialogs = Self.dialogs.merging([
            "accueil": dialog(menu("menu", "Bonjour.", option("inscription/", "News"), option("infos/", "Joindre")))
        ]) { $1 }
        var phone = Phone(dialogs)
        phone.contact.language = "fr"
        try phone.text("x")
        var keyword = phone
        #expect(try phone.text("news").hasPrefix("D'accord ?"))
        #expect(try keyword.text("join").hasPrefix("D'accord ?"))
    }

    @Test(arguments: ["stop", "aide", "menu", "start", "vrai"]) func `the program's own words come before a keyword`(word: String) throws {
        var dialogs = Self.dialogs
        dialogs["infos"]?.keywords = ["fr": [word]]
        var phone = Phone(dialogs)
        phone.contact.language = "fr"
        #expect(try !phone.text(word).hasPrefix("Lire."))
        #expect(phone.last?.record.understood == .command)
    }

    @Test func `it beats a resume offer and keeps the answers, and forgets what is too old`() throws {
        var phone = Phone(Self.dialogs)
        phone.contact.language = "fr"
        try phone.dial()
        try phone.type("1", "1", "1")
        try phone.hangUp()
        var old = phone
        #expect(try phone.text("infos").hasPrefix("Lire."))
        #expect(try phone.session?.answers["consent"] != nil)
        old.wait(hours: 24.1)
        #expect(try old.text("infos").hasPrefix("Lire."))
        #expect(try old.session?.answers.isEmpty == true)
    }

    @Test func `nothing is done on the way to the question that it answers`() throws {
        var dialogs = Self.dialogs
        for (id, action) in [("vers", Action.Kind.optOut), ("ou", .callback(field: "region"))] {
            let screen = dialogs["inscription"]?.screens[id]?.doing(action)
            dialogs["inscription"]?.screens[id] = screen
        }
        var phone = Phone(dialogs)
        phone.contact.language = "fr"
        try phone.text("join est, 3")
        #expect(phone.effects.isEmpty)
        #expect(try phone.session?.answers["team"]?.answer == .number(3))
    }

    @Test func `a keyword that has the words of a key opens its dialog`() throws {
        var dialogs = Self.dialogs
        dialogs["infos"]?.keywords = ["fr": ["retour"]]
        var phone = Phone(dialogs)
        try phone.text("inscription")
        #expect(try phone.text("Retour").hasPrefix("Lire."))
    }

    @Test func `past the offer of a dialog that starts over nothing stays`() throws {
        var dialogs = Self.dialogs
        dialogs["inscription"]?.resume = .startOver
        var phone = Phone(dialogs)
        try phone.dial()
        try phone.type("1", "1", "1")
        try phone.text("infos")
        #expect(try phone.session?.answers.isEmpty == true)
    }

    @Test func `a private answer that came with a keyword is in no recording`() throws {
        var dialogs = Self.dialogs
        dialogs["lieu"]?.screens["region"] = question("region", "Ou ?", save: "region", isPrivate: true, next: to("return"))
        var phone = Phone(dialogs)
        try phone.text("Join Garoua")
        #expect(phone.last?.record.words == "Join")
        #expect(try phone.session?.answers["region"]?.isPrivate == true)
    }
}
