import Dialogs
import Foundation
import Testing
import Texting

/// What a message says that we begin.
struct Beginning {
    static let script: Script = {
        let reminder = Reminder(
            place: nowhere, signUp: "projet", after: [.seconds(7 * 86_400)], unlessClosed: true, expires: Reminder.defaultExpiry,
            say: words("Dossier {{reference}}, {{stage}}. {{how-to-stop}} | File {{reference}}, {{stage}}. {{how-to-stop}}"),
            opens: target("suite"))
        return DialogsTests.script([
            "accueil": dialog(
                signUps: ["projet": signUp(["stage", "health"])], reminders: ["rappel": reminder],
                question("etape", "Où ?", save: "stage", expect: choices(choice("idee", "Idée | Idea")), next: to("sante")),
                question(
                    "sante", "Santé ?", save: "health", expect: choices(choice("bonne", "Bonne")), optional: "Passer", isPrivate: true,
                    next: to("suite")),
                question(
                    "suite", "Toujours à l'idée ? | Still?", save: "more",
                    expect: choices(choice("oui", "Oui | Yes"), choice("non", "Non | No", when: answered("health", "bonne"))),
                    next: to("fin")),
                end("fin", "Fin.")),
            "suivi": dialog(
                route("tri", (answered("stage", "idee"), "libre"), otherwise: "fin"),
                question("libre", "Écrivez.", save: "free", optional: "Rien à dire", next: to("fin")), end("fin", "Fin.")),
        ])
    }()

    private static var someone: KnownSignUp {
        var dice = Dice(seed: 7)
        return KnownSignUp(
            signUp: "projet", reference: Reference(using: &dice), status: .open, created: Date(timeIntervalSince1970: 0),
            answers: ["stage": .choice("idee"), "health": .choice("bonne"), "gone": .text("autrefois")])
    }

    private static func surroundings(
        language: Language? = nil, letters: Letters = .gsm, takesAnswers: Bool = true
    ) -> Surroundings {
        Surroundings(
            channel: Channel(
                name: "sms", kind: .sms, code: "*123#", cost: [:], budget: PageBudget(letters: letters, units: 160),
                takesAnswers: takesAnswers, network: nil),
            contact: Contact(language: language, hasOptedOut: false, signUps: [], referencesLockedUntil: nil),
            country: Country(callingCode: "237"), timeZone: .gmt, now: Date(timeIntervalSince1970: 86_400), isNewVersion: false)
    }

    @Test func `a reminder speaks of its sign-up, and names what an answer opens`() {
        let said = Self.script.words(ofReminder: "accueil/rappel", about: Self.someone, in: nil, Self.surroundings())
        let reference = Self.someone.reference.digits
        #expect(
            said
                == BegunWords(
                    text: "Dossier \(reference), Idée. Repondez STOP.", opens: ScreenAddress(dialog: "accueil", screen: "suite")))
        #expect(Self.script.reminder(named: "accueil/rappel")?.signUp == "projet")
    }

    @Test(arguments: ["accueil/autre", "autre/rappel", "rappel", "", "accueil/rappel/"])
    func `a reminder that is gone says nothing`(cause: String) {
        #expect(Self.script.reminder(named: cause) == nil)
        #expect(Self.script.words(ofReminder: cause, about: Self.someone, in: nil, Self.surroundings()) == nil)
    }

    @Test(
        arguments: [
            (nil, nil, "fr"), (nil, "en", "en"), ("en", "fr", "en"), ("ar", "en", "en"), ("ar", "ar", "fr"),
        ] as [(Language?, Language?, Language)])
    func `it speaks the message's language, else the contact's, else the source's`(
        own: Language?, theirs: Language?, spoken: Language
    ) {
        let said = Self.script.words(ofReminder: "accueil/rappel", about: Self.someone, in: own, Self.surroundings(language: theirs))
        #expect(said?.text.hasPrefix(spoken == "fr" ? "Dossier" : "File") == true)
    }

    @Test func `how to stop is worded for a channel without answers, and letters are the channel's`() {
        let said = Self.script.words(
            ofReminder: "accueil/rappel", about: Self.someone, in: nil, Self.surroundings(letters: .ascii, takesAnswers: false))
        #expect(said?.text == "Dossier \(Self.someone.reference.digits), Idee. Faites le *123#.")
    }

    @Test(
        arguments: [
            ("accueil/suite", "Toujours à l'idée ?\n1 Oui\n2 Non"), ("suivi/", "Écrivez.\n99 Rien à dire"), ("accueil/fin", nil),
            ("accueil/autre", nil), ("autre/", nil), ("suite", nil), ("return", nil), ("", nil),
        ] as [(String, String?)])
    func `a screen is shown as an SMS shows it, without keys that lead nowhere`(target: String, shown: String?) {
        let said = Self.script.words(opening: target, about: Self.someone, in: nil, Self.surroundings())
        #expect(said?.text == shown)
    }

    @Test func `without its sign-up a screen is shown as to somebody new`() {
        let said = Self.script.words(opening: "accueil/suite", about: nil, in: "en", Self.surroundings())
        #expect(said == BegunWords(text: "Still?\n1 Yes", opens: ScreenAddress(dialog: "accueil", screen: "suite")))
        #expect(Self.script.words(opening: "suivi/", about: nil, in: nil, Self.surroundings()) == nil)
    }

    @Test(
        arguments: [
            ("{{stage}}", "Idée", []), ("{{health|sans}}", "sans", []), ("{{health}}", "", ["health"]), ("{{gone}}", "", ["gone"]),
            ("{{nobody}} {{x|y}}", " y", ["nobody"]), ("{{status}} {{date}} {{code}}", "ouverte 02/01/1970 *123#", []),
            ("{{cost}}", "", ["cost"]), ("\\{{x}}", "{{x}}", []),
        ] as [(String, String, [String])])
    func `staff's own text is filled with nothing private, and its holes are named`(text: String, filled: String, holes: [String]) {
        #expect(Self.script.words(of: text, about: Self.someone, in: nil, Self.surroundings()) == filled)
        #expect(Self.script.unfilled(in: text, about: Self.someone, in: nil, Self.surroundings()) == holes)
    }
}
