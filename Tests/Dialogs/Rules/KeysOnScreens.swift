import Dialogs
import Foundation
import Testing

/// `0` back, `00` start, `98` more, `99` skip: shown only where they do something.
struct KeysOnScreens {
    static let long = (1...9).map { choice("lieu-\($0)", "Lieu avec un long nom \($0)") }

    static let dialogs: [String: Dialog] = [
        "accueil": dialog(
            menu(
                "menu", "Bonjour.", option("nom", "Nom"), option("lieu", "Lieu"), option("age", "Age"), option("autre/", "Autre"),
                option("jour", "Jour"), option("tel", "Tel")),
            question("nom", "Nom ?", save: "name", optional: "Plus tard", next: to("age")),
            question(
                "lieu", "Lieu ?", save: "lieu", expect: .choice(Choices(source: .inline(long), place: nowhere, several: nil, find: nil)),
                next: to("age")),
            question("age", "Age ?", save: "age", expect: .number(NumberRule(min: 18, max: 97)), next: to("equipe")),
            question(
                "equipe", "Equipe ?", save: "team", expect: .number(NumberRule(min: 0, max: 500)), optional: "Je ne sais pas",
                next: to("fin")),
            question("jour", "Jour ?", save: "day", expect: .date(DateRule()), next: to("fin")),
            question("tel", "Tel ?", save: "phone", expect: .phone, next: to("fin")),
            end("fin", "Fin.")),
        "autre": dialog(
            call("appel", "appele/", next: "suite"),
            page("suite", "Suite.", next: "fin"), end("fin", "Fin.")),
        "appele": dialog(page("un", "Un.", next: "deux"), page("deux", "Deux.", next: "return")),
    ]

    @Test func `the first screen has neither back nor start, since they would do nothing`() throws {
        var phone = Phone(Self.dialogs)
        #expect(try phone.dial() == "Bonjour.\n1 Nom\n2 Lieu\n3 Age\n4 Autre\n5 Jour\n6 Tel")
    }

    @Test func `a screen further on has both, and skipping where it has no number`() throws {
        var phone = Phone(Self.dialogs)
        try phone.dial()
        #expect(try phone.type("1") == "Nom ?\n99 Plus tard\n0 Retour\n00 Accueil")
        #expect(try phone.type("99") == "Age ?\n0 Retour\n00 Accueil")
        #expect(phone.last?.record.understood == .skip)
    }

    @Test func `back goes to the screen shown before, across calls`() throws {
        var phone = Phone(Self.dialogs)
        try phone.dial()
        #expect(try phone.type("4", "1", "1").hasPrefix("Suite."))
        #expect(try phone.type("0").hasPrefix("Deux."))
        #expect(phone.last?.record.understood == .back)
        #expect(try phone.type("0").hasPrefix("Un."))
        #expect(try phone.type("0") == "Bonjour.\n1 Nom\n2 Lieu\n3 Age\n4 Autre\n5 Jour\n6 Tel")
    }

    @Test func `coming back into a call, its return still leads to the caller`() throws {
        var phone = Phone(Self.dialogs)
        try phone.dial()
        #expect(try phone.type("4", "1", "1", "0", "1").hasPrefix("Suite."))
    }

    @Test func `start leads to the start dialog, and answers stay`() throws {
        var phone = Phone(Self.dialogs)
        try phone.dial()
        try phone.type("1", "Awa")
        #expect(try phone.type("00").hasPrefix("Bonjour."))
        #expect(phone.last?.record.understood == .start)
        #expect(try phone.session?.answers["name"]?.answer == .text("Awa"))
    }

    @Test func `more shows the next page, and back on a later page the page before`() throws {
        var phone = Phone(Self.dialogs)
        try phone.dial()
        let first = try phone.type("2")
        #expect(first.hasSuffix("\n98 Suite\n0 Retour\n00 Accueil") && !first.contains("Lieu avec un long nom 9"))
        let second = try phone.type("98")
        #expect(second.hasSuffix("9 Lieu avec un long nom 9\n0 Retour\n00 Accueil"))
        #expect(phone.last?.record.understood == .more)
        #expect(try phone.type("0") == first)
        #expect(try phone.type("0").hasPrefix("Bonjour."))
    }

    @Test func `on the last page more is no key`() throws {
        var phone = Phone(Self.dialogs)
        try phone.dial()
        try phone.type("2", "98", "98")
        #expect(phone.last?.record.understood == .miss)
    }

    @Test func `any number works from any page`() throws {
        for way in [["9"], ["98", "9"], ["98", "1"]] {
            var phone = Phone(Self.dialogs)
            try phone.dial()
            try phone.type("2")
            for typed in way { try phone.type(typed) }
            #expect(try phone.session?.answers["lieu"]?.answer == .choice("lieu-\(way.last ?? "")"))
        }
    }

    @Test func `where a number question takes what a key would be, it is the answer and the keys are written with a hash`() throws {
        var phone = Phone(Self.dialogs)
        try phone.dial()
        #expect(try phone.type("3", "30") == "Equipe ?\n#99 Je ne sais pas\n#0 Retour\n#00 Accueil")
        for typed in ["0", "98", "99"] {
            var one = phone
            #expect(try one.type(typed) == "Fin.")
            #expect(one.last?.record.understood == .answer)
        }
        var start = phone
        #expect(try start.type("00").hasPrefix("Bonjour."), "a number has no leading zero")
        var back = phone
        #expect(try back.type("#0").hasPrefix("Age ?"))
        var skip = phone
        #expect(try skip.type("#99") == "Fin.")
        #expect(skip.last?.record.understood == .skip)
    }

    @Test func `a number question beyond whose limits the keys are keeps them plain`() throws {
        var phone = Phone(Self.dialogs)
        try phone.dial()
        #expect(try phone.type("3") == "Age ?\n0 Retour\n00 Accueil")
        #expect(try phone.type("0").hasPrefix("Bonjour."))
    }

    @Test func `keys with a hash work everywhere`() throws {
        var phone = Phone(Self.dialogs)
        try phone.dial()
        #expect(try phone.type("1", "#0").hasPrefix("Bonjour."))
        #expect(try phone.type("2", "#98").contains("9 Lieu avec"))
        #expect(try phone.type("#00").hasPrefix("Bonjour."))
        #expect(try phone.type("1", "#99").hasPrefix("Age ?"))
    }

    @Test func `text, dates and phones never accept a key alone`() throws {
        for screen in ["1", "5", "6"] {
            for key in ["98", "99"] {
                var phone = Phone(Self.dialogs)
                try phone.dial()
                try phone.type(screen)
                guard screen != "1" || key != "99" else { continue }
                try phone.type(key)
                #expect(phone.last?.record.understood == .miss, "\(key) on \(screen)")
                #expect(try phone.session?.answers.isEmpty == true)
            }
            for key in ["0", "00"] {
                var phone = Phone(Self.dialogs)
                try phone.dial()
                #expect(try phone.type(screen, key).hasPrefix("Bonjour."), "\(key) on \(screen)")
                #expect(try phone.session?.answers.isEmpty == true)
            }
        }
    }

    @Test func `keys are a setting of the channel`() throws {
        var phone = Phone(Self.dialogs)
        phone.channel.keys = Keys(back: "7", start: "77", more: "8", skip: "9")
        try phone.dial()
        #expect(try phone.type("1") == "Nom ?\n9 Plus tard\n7 Retour\n77 Accueil")
        #expect(try phone.type("7").hasPrefix("Bonjour."))
    }

    @Test func `keys are shown in the language of the contact`() throws {
        var phone = Phone(Self.dialogs)
        phone.script.words.texts[.back] = words("Retour | Back")
        phone.contact.language = "en"
        try phone.dial()
        #expect(try phone.type("3") == "Age ?\n0 Back\n00 Accueil", "a missing translation shows the source")
    }

    @Test func `digits of other scripts are digits`() throws {
        var phone = Phone(Self.dialogs)
        try phone.dial()
        #expect(try phone.type("٣").hasPrefix("Age ?"))
        #expect(try phone.type("٠").hasPrefix("Bonjour."))
        #expect(try phone.type("3", "３５").hasPrefix("Equipe ?"))
        #expect(try phone.session?.answers["age"]?.answer == .number(35))
    }
}
