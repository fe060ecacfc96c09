import Dialogs
import Foundation
import Testing
import Texting

/// Placeholders, languages, and what recordings keep.
struct Wordings {
    private static func said(_ text: String, _ change: (inout Phone) -> Void = { _ in }) throws -> String {
        var phone = Phone([
            "accueil": dialog(
                question("nom", "Nom ?", save: "name", optional: "Rien", next: to("age")),
                question("age", "Age ?", save: "age", expect: .number(NumberRule(decimals: 1)), next: to("jour")),
                question("jour", "Jour ?", save: "day", expect: .date(DateRule()), next: to("mois")),
                question("mois", "Mois ?", save: "month", expect: .date(DateRule(precision: .month)), next: to("tel")),
                question("tel", "Tel ?", save: "phone", expect: .phone, next: to("choix")),
                question(
                    "choix", "Quoi ?", save: "what", expect: choices(choice("a", "La {{name}}"), choice("b", "B"), several: 1...2),
                    next: to("fin")),
                end("fin", text))
        ])
        change(&phone)
        try phone.dial()
        return try phone.type("{{age}} \\{{x}}", "2,5", "3/4/1990", "4 1990", "670000001", "2 1")
    }

    @Test(arguments: [
        ("{{name}}", "{{age}} \\{{x}}"), ("{{age}}", "2,5"), ("{{day}}", "03/04/1990"), ("{{month}}", "04/1990"),
        ("{{phone}}", "+237670000001"),
        ("{{what}}", "La , B"), ("{{none|rien}}", "rien"), ("{{none}}", ""), ("\\{{name}}", "{{name}}"), ("{{code}}", "*123#"),
        ("{{cost}}", "gratuit"),
        ("{{how-to-stop}}", "Faites le *123#."), ("{{date}}", "04/10/2026"), ("{{reference|pas de numero}}", "pas de numero"),
    ])
    func `a placeholder is filled once, and an answer is never expanded again`(text: String, filled: String) throws {
        #expect(try Self.said("(\(text))") == "(\(filled))")
    }

    @Test func `a skipped answer is a missing one`() throws {
        var phone = Phone([
            "accueil": dialog(question("nom", "Nom ?", save: "name", optional: "Rien", next: to("fin")), end("fin", "Fin {{name|sans}}."))
        ])
        try phone.dial()
        #expect(try phone.type("99") == "Fin sans.")
    }

    @Test func `how to stop is worded for a channel that takes answers, in what is sent by SMS`() throws {
        for (takesAnswers, words) in [(true, "Repondez STOP."), (false, "Faites le *123#.")] {
            var phone = Phone(["accueil": dialog(messages: ["m": "{{how-to-stop}}"], end("fin", "Fin.", does: [.send("m")]))])
            phone.channel.takesAnswers = takesAnswers
            try phone.dial()
            #expect(phone.effects == [.send(Confirmation(message: "m", text: words, reference: nil))])
        }
    }

    @Test func `what is begun is worded for the channel that it leaves by`() throws {
        var phone = Phone([
            "accueil": dialog(messages: ["m": "{{how-to-stop}} {{cost}}"], end("fin", "Fin. {{cost}}", does: [.send("m")]))
        ])
        var oneWay = phone.channel
        oneWay.kind = .sms
        oneWay.takesAnswers = false
        oneWay.cost = ["fr": "offert"]
        phone.begunBy = oneWay
        #expect(try phone.dial() == "Fin. gratuit")
        #expect(phone.effects == [.send(Confirmation(message: "m", text: "Faites le *123#. offert", reference: nil))])
    }

    @Test func `a language that was chosen is spoken from there on, and missing translations show the source`() throws {
        var phone = Phone([
            "accueil": dialog(
                question(
                    "langue", "Langue ?", save: "tongue",
                    expect: choices(choice("fr", "Français"), choice("en", "English"), choice("xx", "Autre")), next: to("choisie")),
                page("choisie", "Bien.", does: [.language(field: "tongue")], next: "fin"),
                end("fin", "Fin {{tongue}}. | End {{tongue}}."))
        ])
        try phone.dial()
        var unknown = phone
        #expect(try phone.type("2").hasPrefix("Bien.\n1 Continuer"))
        #expect(phone.last?.effects == [.language("en")])
        #expect(try phone.type("1") == "End English.")
        try phone.dial()
        #expect(try phone.session?.language == "en", "the contact keeps it")
        try unknown.type("3")
        #expect(unknown.effects.isEmpty)
    }

    @Test func `what is private is in no recording`() throws {
        var phone = Phone([
            "accueil": dialog(
                question("secret", "Secret ?", save: "secret", label: "Secret", isPrivate: true, next: to("redit")),
                page("redit", "Vous dites {{secret}}.", next: "relire"), review("relire", ["secret"], next: "fin"),
                end("fin", "Fin {{secret}}."))
        ])
        try phone.dial()
        #expect(try phone.type("perle").hasPrefix("Vous dites perle."))
        try phone.type("1", "1", "rubis", "2")
        for turn in phone.turns {
            let kept = "\(turn.record)"
            #expect(!kept.contains("perle") && !kept.contains("rubis"))
        }
        #expect(phone.turns[1].record.words == nil && phone.turns[1].record.screen == ScreenAddress(dialog: "accueil", screen: "secret"))
        #expect(phone.turns[2].reply?.text.contains("Secret : perle") == true && phone.turns[2].record.shown?.contains("Secret :") == true)
    }

    @Test(arguments: [
        ("1234", "••••"), ("123456", "••••"), ("١٢٣٤", "••••"), ("12 34", "••••"), ("123", "123"), ("1234567", "1234567"),
        ("1234x", "1234x"),
    ])
    func `four to six digits that fit no question are not kept`(typed: String, kept: String) throws {
        let dialogs = ["accueil": dialog(menu("menu", "Bonjour.", option("page", "Page")), page("page", "Page.", next: "menu"))]
        var menu = Phone(dialogs)
        try menu.dial()
        try menu.type(typed)
        #expect(menu.last?.record.words == kept)
        var page = Phone(dialogs)
        try page.dial()
        try page.type("1", typed)
        #expect(page.last?.record.words == kept)
    }

    @Test func `digits that answer a question are its answer`() throws {
        var phone = Phone([
            "accueil": dialog(
                question("annee", "Annee ?", save: "year", expect: .number(NumberRule()), next: to("fin")), end("fin", "Fin."))
        ])
        try phone.dial()
        try phone.type("1990")
        #expect(phone.last?.record.words == "1990" && phone.last?.record.understood == .answer && phone.last?.record.shown == "Fin.")
    }

    @Test func `by SMS a text is one, and its own wording is taken`() throws {
        let both = Words(place: nowhere, source: Variants(ussd: Template("Court."), sms: Template(String(repeating: "Long. ", count: 60))))
        var phone = Phone(["accueil": dialog(menu("menu", "", option("fin", "Fin")), end("fin", "Fin."))])
        phone.script.dialogs["accueil"]?.screens["menu"] = Screen(
            id: "menu", place: nowhere, kind: .menu(say: both, options: [option("fin", "Fin")]), actions: [])
        #expect(try phone.dial() == "Court.\n1 Fin")
        phone.channel.kind = .sms
        phone.stored = nil
        #expect(try phone.dial().count > 300)
    }

    @Test func `a page never exceeds the channel's budget`() throws {
        var phone = Phone([
            "accueil": dialog(page("long", String(repeating: "Une phrase assez longue. ", count: 20), next: "fin"), end("fin", "Fin."))
        ])
        phone.channel.budget.units = 100
        var pages = [try phone.dial()]
        while pages.last?.contains("98 Suite") == true { pages.append(try phone.type("98")) }
        #expect(pages.count > 5 && pages.allSatisfy { phone.channel.budget.fits($0) } && pages.last?.contains("1 Continuer") == true)
    }
}
