import DialogFiles
import Dialogs
import Foundation
import Testing

@Suite struct ScriptReadingTests {
    @Test func `the example of the format is read whole`() throws {
        let reading = Folders.read(try Example.files())
        #expect(reading.told == [])
        let script = try #require(reading.script)
        let dialog = try #require(script.dialogs["inscription"])
        #expect(dialog.title.source.ussd.raw == "votre inscription")
        #expect(dialog.order == ["accord", "nom", "lieu", "equipe", "etape", "aides", "verifier", "sans-accord", "fin"])
        #expect(dialog.keywords == ["fr": ["inscription", "join"]])
        #expect(dialog.keywordAnswer?.destination == .address(ScreenAddress(dialog: "residence", screen: "region")))
        #expect(dialog.resume == .offer)
        let accord = try #require(dialog.question("accord"))
        #expect(accord.ask.source.ussd.raw == "Le MINPMEESA et l'OIM gardent vos réponses pour vous contacter. D'accord ?")
        #expect(accord.ask.source.sms.raw.hasPrefix("Pour vous inscrire : "))
        #expect(dialog.screens["fin"]?.actions.map(\.kind) == [.signUp("entrepreneuriat"), .send("confirmation"), .remind("suivi")])
        guard case .call(let called, let next)? = dialog.screens["lieu"]?.kind else {
            Issue.record("no call")
            return
        }
        #expect(called.destination == .start(dialog: "residence"))
        #expect(next?.destination == .screen("equipe"))
        let signUp = try #require(dialog.signUps["entrepreneuriat"])
        #expect(signUp.fields.map(\.id) == ["name", "residence", "region", "country", "team", "stage", "needs"])
        #expect(signUp.consent?.field == "consent" && signUp.consent?.choice == "oui")
        #expect(signUp.again == .new)
        let reminder = try #require(dialog.reminders["suivi"])
        #expect(reminder.after == [.seconds(7 * 86400), .seconds(30 * 86400)])
        #expect(reminder.expires == Reminder.defaultExpiry)
        #expect(reminder.opens?.destination == .address(ScreenAddress(dialog: "suivi", screen: "interet")))
        #expect(script.lists["lists/regions"]?.choices.count == 2)
        #expect(script.dialogs["residence"]?.title.source.ussd.raw == "residence")
    }

    @Test func `the shipped dialogs are read without an error`() throws {
        let reading = Folders.read(try Folders.shippedFiles(), languages: ["fr", "en"])
        #expect(reading.findings.filter { $0.severity == .error }.map { $0.line(in: .english) } == [])
        #expect(reading.script != nil)
    }

    @Test func `conditions are read as they are meant`() throws {
        let cases: [(written: String, expected: Condition)] = [
            ("{ channel: ussd }", .channel(.ussd)),
            ("{ language: [fr, en] }", .language(["fr", "en"])),
            ("{ network: mtn }", .network(["mtn"])),
            ("{ opted-out: true }", .optedOut(true)),
            ("{ not: { channel: sms } }", .not(.channel(.sms))),
            ("{ any: [{ channel: sms }, { opted-out: false }] }", .any([.channel(.sms), .optedOut(false)])),
            ("{ channel: sms, opted-out: true }", .all([.channel(.sms), .optedOut(true)])),
        ]
        for (written, expected) in cases {
            let reading = Folders.read("start: a\nscreens:\n  a: { route: [{ when: \(written), next: a }, { else: a }] }\n")
            guard case .route(let route)? = reading.accueil?.screens["a"]?.kind else {
                Issue.record("no route for \(written)")
                continue
            }
            #expect(route.cases.map(\.when) == [expected])
        }
    }

    @Test func `tests of an answer are read as they are meant`() throws {
        let cases: [(written: String, expected: [Condition.Test])] = [
            ("oui", [.oneOf(["oui"])]),
            ("[oui, non]", [.oneOf(["oui", "non"])]),
            ("{ at-least: 2.5, at-most: 10 }", [.atLeast(2.5), .atMost(10)]),
            ("{ before: today-18y }", [.before(.fromToday(years: -18, months: 0, days: 0))]),
            ("{ after: 31/12/2026 }", [.after(.day(CalendarDay(year: 2026, month: 12, day: 31)))]),
            ("{ given: true }", [.given(true)]),
        ]
        for (written, expected) in cases {
            let reading = Folders.read("start: a\nscreens:\n  a: { route: [{ when: { x: \(written) }, next: a }, { else: a }] }\n")
            #expect(reading.findings == [])
            guard case .route(let route)? = reading.accueil?.screens["a"]?.kind, let when = route.cases.first?.when else {
                Issue.record("no route for \(written)")
                continue
            }
            let parts: [Condition] = if case .all(let all) = when { all } else { [when] }
            let tests = parts.compactMap { part -> Condition.Test? in
                if case .answer(let field, let test) = part, field.id == "x" { test } else { nil }
            }
            #expect(tests == expected)
        }
    }

    @Test func `a review without words of its own takes the program's`() {
        let reading = Folders.read("start: a\nscreens:\n  a: { review: [x], next: a }\n")
        #expect(reading.findings == [])
        guard case .review(let review)? = reading.accueil?.screens["a"]?.kind else {
            Issue.record("no review")
            return
        }
        #expect(review.accept.source.ussd.raw == reading.script?.words.texts[.accept]?.source.ussd.raw)
        #expect(review.say.source.ussd.raw == "")
    }
}

/// The dialogs of the format's own example, with the smallest of what they lead to.
enum Example {
    static func files() throws -> [String: String] {
        [
            "accueil.yaml": Folders.smallest, "inscription.yaml": inscription, "residence.yaml": residence,
            "lists.yaml": "regions: { est: Est, nord: Nord }\n",
        ]
    }

    static let residence = """
        # Dialogs/residence.yaml: called from elsewhere
        start: pays
        screens:
          pays:
            ask: Vivez-vous au Cameroun ?
            label: Au Cameroun
            save: residence
            choices: { cm: Oui, abroad: Non }
            next: { cm: region, abroad: ailleurs }
          region: { ask: "Votre région ? (pour vous orienter)", label: Région, save: region, choices: lists/regions, optional: "Je préfère ne pas répondre", next: return }
          ailleurs: { ask: "Dans quel pays ? Écrivez le début du nom.", label: Pays, save: country, choices: lists/pays, find: true, next: return }
        """

    static let inscription = """
        # Dialogs/inscription.yaml
        title: votre inscription
        start: accord
        keywords: [inscription, join]
        keyword-answer: residence/region

        screens:
          accord:
            ask:
              ussd: Le MINPMEESA et l'OIM gardent vos réponses pour vous contacter. D'accord ?
              sms: "Pour vous inscrire : le MINPMEESA et l'OIM gardent vos réponses pour vous contacter. Vous pouvez les faire effacer. D'accord ?"
            save: consent
            choices: { oui: Oui, non: Non }
            next: { oui: nom, non: sans-accord }
          nom: { ask: "Votre nom ?", label: Nom, save: name, expect: { text: { min: 2, max: 40 } }, optional: "Plus tard", next: lieu }
          lieu: { call: residence/, next: equipe }
          equipe:
            ask: Combien de personnes travaillent déjà avec vous ? (0 si vous êtes seul)
            label: Équipe
            save: team
            expect: { number: { min: 0, max: 500 } }
            next: etape
          etape:
            ask: Où en est votre projet ?
            label: Étape
            save: stage
            choices: { idee: "Une idée", debut: "Il démarre", activite: "Il existe déjà" }
            next: { idee: verifier, else: aides }
          aides:
            ask: Quelles aides cherchez-vous ? Par exemple 1 3.
            label: Aides
            save: needs
            several: { min: 1, max: 3 }
            choices:
              epargne: Argent de la diaspora
              outils: Outils et formation
              refugies: { words: "Programme pour réfugiés et déplacés", when: { residence: cm } }
            next: verifier
          verifier: { review: [name, residence, region, country, team, stage, needs], say: "Vos réponses :", accept: Envoyer, next: fin }
          sans-accord: { do: [forget], end: "Sans votre accord, rien n'est gardé. Vous pouvez revenir quand vous voulez." }
          fin:
            do: [sign-up: entrepreneuriat, send: confirmation, remind: suivi]
            end: Merci. Votre numéro d'inscription est {{reference}}.

        sign-ups:
          entrepreneuriat: { title: "Entreprendre au Cameroun", fields: [name, residence, region, country, team, stage, needs], consent: { consent: oui }, again: new }
        messages: { confirmation: "OIM et MINPMEESA : votre demande {{reference}} est enregistrée. C'est gratuit. {{how-to-stop}}" }
        reminders:
          suivi:
            for: entrepreneuriat
            after: [7 days, 30 days]
            say: "OIM et MINPMEESA : votre demande {{reference}} vous intéresse toujours ? {{how-to-stop}}"
            opens: suivi/interet
        """
}
