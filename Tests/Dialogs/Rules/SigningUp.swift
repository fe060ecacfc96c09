import Dialogs
import Foundation
import Testing

/// What `do` does: once, in its order, before the screen's words.
struct SigningUp {
    private static func inscription(
        _ again: SignUp.Again, consent: (String, String)? = ("consent", "oui"), _ last: [Action.Kind] = [.signUp("projet")]
    ) -> [String: Dialog] {
        [
            "accueil": dialog(
                signUps: ["projet": signUp(["name"], consent: consent, again: again)], messages: ["merci": "Merci {{reference}}."],
                question(
                    "accord", "D'accord ?", save: "consent", expect: choices(choice("oui", "Oui"), choice("non", "Non")), next: to("nom")),
                question("nom", "Nom ?", save: "name", isPrivate: true, next: to("apres")),
                menu("apres", "Apres {{reference|rien}}.", does: last, option("accord", "Encore"), option("fin", "Fin")),
                end("fin", "Fin."))
        ]
    }

    private static func references(_ phone: Phone) -> [Reference] {
        phone.effects.compactMap { effect in if case .signUp(let draft) = effect { draft.reference } else { nil } }
    }

    @Test func `going back is not offered over a sign-up`() throws {
        var phone = Phone(Self.inscription(.new))
        try phone.dial()
        let after = try phone.type("1", "Awa")
        #expect(after.hasPrefix("Apres ") && after.hasSuffix("\n1 Encore\n2 Fin\n00 Accueil"))
        #expect(try phone.type("0").hasPrefix("Un numero de la liste.\nApres"), "0 does nothing there")
    }

    @Test func `what is done is done once, however often the screen is shown`() throws {
        var phone = Phone(Self.inscription(.new))
        try phone.dial()
        try phone.type("1", "Awa", "9", "1", "0")
        #expect(phone.last?.reply?.text.hasPrefix("Apres") == true)
        #expect(Self.references(phone).count == 1)
    }

    @Test func `stepping forward onto it anew does it again`() throws {
        var phone = Phone(Self.inscription(.new))
        try phone.dial()
        try phone.type("1", "Awa", "1", "1", "Bea")
        #expect(Set(Self.references(phone)).count == 2 && phone.contact.signUps.count == 2)
    }

    @Test func `update rewrites the contact's own, refuse stores nothing`() throws {
        var update = Phone(Self.inscription(.update))
        try update.dial()
        try update.type("1", "Awa", "1", "1", "Bea")
        #expect(Set(Self.references(update)).count == 1 && update.contact.signUps.map(\.answers) == [["name": .text("Bea")]])
        var refuse = Phone(Self.inscription(.refuse))
        try refuse.dial()
        #expect(try refuse.type("1", "Awa", "1", "1", "Bea") == "Ferme.")
        #expect(refuse.isOver && Self.references(refuse).count == 1)
    }

    @Test func `without its consent nothing is signed up`() throws {
        var phone = Phone(Self.inscription(.new))
        try phone.dial()
        #expect(try phone.type("2", "Awa") == "Ferme.")
        #expect(phone.isOver && phone.effects.isEmpty && phone.last?.record.shown == "Ferme.")
        var never = Phone(Self.inscription(.new, consent: nil))
        try never.dial()
        #expect(try never.type("1", "Awa") == "Ferme.")
    }

    @Test func `a consent that was set and not said is none`() throws {
        var phone = Phone(Self.inscription(.new, [.set(["consent": "oui"]), .signUp("projet")]))
        try phone.dial()
        #expect(try phone.type("2", "Awa") == "Ferme.")
    }

    @Test func `actions run in their order, before the words`() throws {
        var phone = Phone(
            Self.inscription(.new, [.optOut, .signUp("projet"), .send("merci"), .callback(field: "name"), .optIn, .newContact, .forget]))
        try phone.dial()
        try phone.type("1", "Awa")
        let effects = try #require(phone.last?.effects)
        #expect(effects.count == 7)
        #expect(effects.first == .optOut && effects.suffix(3) == [.optIn, .newContact, .forget])
        guard case .signUp(let draft) = effects[1], case .send(let message) = effects[2], case .callback(let callback) = effects[3] else {
            return #expect(Bool(false), "in the order of the list")
        }
        #expect(message.text == "Merci \(draft.reference.digits)." && message.reference == draft.reference)
        #expect(draft.answers["name"] == StoredAnswer(answer: .text("Awa"), isPrivate: true))
        #expect(callback.answers.keys.sorted() == ["consent", "name"])
    }

    @Test func `forgetting takes the answers and their words`() throws {
        var phone = Phone(Self.inscription(.new, [.forget]))
        try phone.dial()
        try phone.type("1", "Awa")
        #expect(try phone.session?.answers.isEmpty == true)
        #expect(phone.last?.effects == [.forget])
    }

    @Test func `an option does what it says before its target is reached`() throws {
        let dialogs = [
            "accueil": dialog(
                menu(
                    "menu", "Bonjour.", option("ou", "Un", does: [.set(["way": "un"])]),
                    option("ou", "Deux", id: "deux", does: [.set(["way": "deux"])])),
                route("ou", (answered("way", "deux"), "deux"), otherwise: "un"), end("un", "Un."), end("deux", "Deux."))
        ]
        var phone = Phone(dialogs)
        try phone.dial()
        #expect(try phone.type("2") == "Deux.")
    }

    @Test func `a sign-up keeps the consent's question as shown and the words chosen`() throws {
        var phone = Phone(Self.inscription(.new))
        phone.script.dialogs["accueil"]?.screens["accord"] = question(
            "accord", "Gardons-nous « tout » {{name|ici}} ?", save: "consent", expect: choices(choice("oui", "Oui, d'accord")),
            next: to("nom"))
        try phone.dial()
        try phone.type("x", "1", "Awa")
        guard case .signUp(let draft)? = phone.last?.effects.first else { return #expect(Bool(false), "it is stored") }
        #expect(draft.consentWords == phone.turns[0].reply.map { $0.text.components(separatedBy: "\n")[0] + " / Oui, d'accord" })
    }

    @Test func `the end closes the session, and its conversation is gone`() throws {
        var phone = Phone(Self.inscription(.new))
        try phone.dial()
        #expect(try phone.type("1", "Awa", "2") == "Fin.")
        #expect(phone.last?.reply?.ends == true && phone.stored == nil)
    }
}
