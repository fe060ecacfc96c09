import Dialogs
import Foundation
import Testing

/// A number is no proof of a person: what was stored is reached by its reference.
struct Referring {
    static let dialogs: [String: Dialog] = [
        "accueil": dialog(
            menu(
                "menu", "Bonjour.", option("donnees/", "Mes donnees"), option("inscription/", "S'inscrire"),
                option("inscription/efface", "Effacer"))),
        "donnees": dialog(
            messages: ["rappel": "{{reference}} {{name}}"],
            question("numero", "Numero ?", save: "ref", expect: .reference(signUp: "projet"), next: to("fiche")),
            menu(
                "fiche", "{{reference}} est {{status}}.", option("charger", "Corriger"), option("efface", "Effacer"),
                option("ferme", "Fermer"),
                option("envoi", "Recevoir")),
            call("charger", "inscription/nom", does: [.load("projet")], next: "relire"),
            review("relire", ["name", "team"], next: "corrige"),
            end("corrige", "{{reference}} corrige.", does: [.signUp("projet")]),
            end("efface", "Efface.", does: [.erase]),
            end("ferme", "{{status}}.", does: [.close("projet"), .cancel("suivi")]),
            end("envoi", "Envoye.", does: [.send("rappel")])),
        "inscription": dialog(
            signUps: ["projet": signUp(["name", "team"], again: .new)],
            reminders: [
                "suivi": Reminder(
                    place: nowhere, signUp: "projet", after: [.seconds(60)], unlessClosed: true, expires: Reminder.defaultExpiry,
                    say: words("?"), opens: nil)
            ],
            question(
                "accord", "D'accord ?", save: "consent", expect: choices(choice("oui", "Oui"), choice("non", "Non")), next: to("tout")),
            call("tout", "nom", next: "fin"),
            question("nom", "Nom ?", save: "name", label: "Nom", next: to("equipe")),
            question(
                "equipe", "Combien ?", save: "team", expect: .number(NumberRule(min: 1, max: 9)), label: "Equipe", optional: "Seul",
                next: to("return")),
            end("efface", "Efface ?", does: [.erase]),
            end("fin", "{{reference}}", does: [.signUp("projet")])),
    ]

    private static func registered(_ equipe: String = "3") throws -> (Phone, KnownSignUp) {
        var phone = Phone(dialogs)
        try phone.dial()
        try phone.type("2", "1", "Awa", equipe)
        let known = try #require(phone.contact.signUps.first)
        phone.turns = []
        return (phone, known)
    }

    @Test func `the person's own reference is accepted and shown with its status`() throws {
        var (phone, known) = try Self.registered()
        try phone.dial("1")
        let digits = known.reference.digits
        #expect(try phone.type("\(digits.prefix(4)) \(digits.suffix(4))").hasPrefix("\(digits) est ouverte."))
        #expect(phone.effects == [.referenceGiven])
    }

    @Test(arguments: ["1", "abc", "", "12345678", "123456789"]) func `what is none is a miss that counts`(typed: String) throws {
        var (phone, _) = try Self.registered()
        try phone.dial("1")
        #expect(try phone.type(typed) == "Pas compris.\nNumero ?\n0 Retour\n00 Accueil")
        #expect(phone.effects == [.referenceMissed])
    }

    @Test func `the last digit is a check`() {
        #expect(Reference(parsing: "12345674") != nil && Reference(parsing: "12345675") == nil)
    }

    @Test func `another's reference and another sign-up's are misses`() throws {
        var (phone, known) = try Self.registered()
        phone.contact.signUps = [KnownSignUp(signUp: "autre", reference: known.reference, status: .open, created: phone.now, answers: [:])]
        try phone.dial("1")
        #expect(try phone.type(known.reference.digits).hasPrefix("Pas compris."))
    }

    @Test func `while references are locked even the right one is a miss`() throws {
        var (phone, known) = try Self.registered()
        phone.contact.referencesLockedUntil = phone.now + 60
        try phone.dial("1")
        #expect(try phone.type(known.reference.digits).hasPrefix("Pas compris."))
        phone.now += 61
        #expect(try phone.type(known.reference.digits).contains("est ouverte."))
    }

    @Test func `guessing along a dialled path counts too`() throws {
        var (phone, _) = try Self.registered()
        try phone.dial("1", "12345678")
        #expect(phone.effects == [.referenceMissed])
    }

    @Test func `loading passes what is known, and the next sign-up keeps reference and consent`() throws {
        var (phone, known) = try Self.registered()
        try phone.dial("1")
        #expect(try phone.type(known.reference.digits, "1").hasPrefix("Vos reponses :\n1 Nom : Awa\n2 Equipe : 3\n3 Envoyer"))
        phone.now += 60
        #expect(try phone.type("1", "Bea").hasPrefix("Vos reponses :\n1 Nom : Bea"))
        #expect(try phone.type("3") == "\(known.reference.digits) corrige.")
        guard case .signUp(let draft)? = phone.last?.effects.first else { return #expect(Bool(false), "it is stored") }
        #expect(draft.updates && draft.reference == known.reference && draft.answers["name"]?.answer == .text("Bea"))
        #expect(draft.consentWords == "D'accord ? / Oui" && draft.consentGiven == known.created)
    }

    @Test func `without its reference nothing is loaded`() throws {
        var (phone, _) = try Self.registered()
        phone.script.dialogs["accueil"]?.screens["menu"] = menu("menu", "Bonjour.", option("donnees/charger", "Corriger"))
        #expect(try phone.dial("1") == "Nom ?\n0 Retour\n00 Accueil")
        #expect(try phone.session?.answers.isEmpty == true)
    }

    @Test func `loading asks what the sign-up does not have`() throws {
        var (phone, known) = try Self.registered("99")
        try phone.dial("1")
        #expect(try phone.type(known.reference.digits, "1").hasPrefix("Combien ?"))
        #expect(try phone.type("4").hasPrefix("Vos reponses :\n1 Nom : Awa\n2 Equipe : 4"))
    }

    @Test func `only the next sign-up is rewritten by a load`() throws {
        var (phone, known) = try Self.registered()
        phone.script.dialogs["donnees"]?.screens["corrige"] = page("corrige", "Corrige.", does: [.signUp("projet")], next: "encore")
        phone.script.dialogs["donnees"]?.screens["encore"] = end("encore", "{{reference}}", does: [.signUp("projet")])
        try phone.dial("1")
        try phone.type(known.reference.digits, "1", "3")
        #expect(phone.contact.signUps.map(\.reference) == [known.reference])
        try phone.type("1")
        #expect(phone.contact.signUps.count == 2)
    }

    @Test func `forgetting forgets the reference that was given`() throws {
        var (phone, known) = try Self.registered()
        phone.script.dialogs["donnees"]?.screens["ferme"] = end("ferme", "{{reference|oublie}}", does: [.forget, .erase, .close("projet")])
        try phone.dial("1")
        #expect(try phone.type(known.reference.digits, "3") == "oublie")
        #expect(phone.last?.effects == [.forget])
    }

    @Test func `erasing takes the sign-up whose reference was given`() throws {
        var (phone, known) = try Self.registered()
        try phone.dial("1")
        #expect(try phone.type(known.reference.digits, "2") == "Efface.")
        #expect(phone.last?.effects == [.erase(known.reference)])
    }

    @Test func `without a reference only a contact with no sign-up is erased`() throws {
        var (phone, _) = try Self.registered()
        try phone.dial("3")
        #expect(phone.effects.isEmpty)
        phone.contact.signUps = []
        try phone.dial("3")
        #expect(phone.effects == [.erase(nil)])
    }

    @Test func `closing and cancelling reach the sign-up of that reference`() throws {
        var (phone, known) = try Self.registered()
        try phone.dial("1")
        phone.script.words.status["closed"] = words("fermee")
        #expect(try phone.type(known.reference.digits, "3") == "fermee.")
        #expect(phone.last?.effects == [.close(known.reference), .cancel(reminder: "inscription/suivi", known.reference)])
    }

    @Test func `a message sees the sign-up that caused it`() throws {
        var (phone, known) = try Self.registered()
        try phone.dial("1")
        try phone.type(known.reference.digits, "4")
        #expect(
            phone.last?.effects == [
                .send(Confirmation(message: "rappel", text: "\(known.reference.digits) Awa", reference: known.reference))
            ])
    }
}
