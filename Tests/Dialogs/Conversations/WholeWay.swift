import Dialogs
import Foundation
import Testing

/// The registration of the format's own example, as far as the engine goes.
struct WholeWay {
    static let regions = [
        "Adamaoua", "Centre", "Est", "Extreme-Nord", "Littoral", "Nord", "Nord-Ouest (Bamenda)", "Ouest", "Sud", "Sud-Ouest (Buea)",
        "Ailleurs",
    ]
    static let lists = [
        "lists/regions": regions.map { choice($0.lowercased(), $0) },
        "lists/pays": ["Allemagne", "France", "Gabon", "Italie", "Republique centrafricaine", "Tchad"].map {
            choice($0.lowercased().replacing(" ", with: "-"), $0)
        },
    ]

    static let dialogs: [String: Dialog] = [
        "accueil": dialog(
            title: "l'accueil",
            menu(
                "menu", "Bienvenue. C'est {{cost}}.", option("inscription/", "S'inscrire"), option("rappel/", "Etre rappele"),
                option("apropos", "A propos")),
            page("apropos", "Deux organisations vous aident.", next: "menu")),
        "inscription": dialog(
            title: "votre inscription",
            signUps: ["projet": signUp(["name", "residence", "region", "country", "team", "stage", "needs"], again: .new)],
            messages: ["confirmation": "Votre demande {{reference}} est la. {{how-to-stop}}"],
            reminders: [
                "suivi": Reminder(
                    place: nowhere, signUp: "projet", after: [.seconds(7 * 86_400)], unlessClosed: false, expires: Reminder.defaultExpiry,
                    say: words("Encore {{reference}} ?"), opens: nil)
            ],
            question(
                "accord", "Gardons-nous vos réponses ?", save: "consent", expect: choices(choice("oui", "Oui"), choice("non", "Non")),
                next: by(["oui": "nom", "non": "sans-accord"])),
            question(
                "nom", "Votre nom ?", save: "name", expect: .text(TextRule(min: 2, max: 40)), label: "Nom", optional: "Plus tard",
                next: to("lieu")),
            call("lieu", "residence/", next: "equipe"),
            question(
                "equipe", "Combien avec vous ?", save: "team", expect: .number(NumberRule(min: 0, max: 500)), label: "Equipe",
                next: to("etape")),
            question(
                "etape", "Le projet ?", save: "stage", expect: choices(choice("idee", "Une idee"), choice("debut", "Il demarre")),
                label: "Etape",
                next: by(["idee": "verifier"], otherwise: "aides")),
            question(
                "aides", "Quelles aides ? Par exemple 1 3.", save: "needs",
                expect: choices(
                    choice("argent", "Argent"), choice("outils", "Outils"),
                    choice("refugies", "Refugies", when: answered("residence", "cm")), several: 1...3),
                label: "Aides", next: to("verifier")),
            review("verifier", ["name", "residence", "region", "country", "team", "stage", "needs"], next: "fin"),
            end("sans-accord", "Rien n'est garde.", does: [.forget]),
            end("fin", "Merci. Votre numero est {{reference}}.", does: [.signUp("projet"), .send("confirmation"), .remind("suivi")])),
        "residence": dialog(
            title: "la residence",
            question(
                "pays", "Vivez-vous au Cameroun ?", save: "residence", expect: choices(choice("cm", "Oui"), choice("abroad", "Non")),
                label: "Au Cameroun",
                next: by(["cm": "region", "abroad": "ailleurs"])),
            question(
                "region", "Votre region ?", save: "region", expect: listed("lists/regions"), label: "Region",
                optional: "Je prefere ne pas dire", next: to("return")),
            question(
                "ailleurs", "Quel pays ? Le debut du nom.", save: "country", expect: listed("lists/pays", find: true), label: "Pays",
                next: to("return"))),
        "rappel": dialog(
            title: "un rappel",
            question(
                "heure", "Quand ?", save: "time", expect: choices(choice("matin", "Le matin"), choice("soir", "Le soir")),
                next: to("rappele")),
            end("rappele", "Nous vous appelons : {{time}}.", does: [.callback(field: "time")])),
    ]

    @Test func `a dial becomes a sign-up`() throws {
        var phone = Phone(Self.dialogs, lists: Self.lists)
        #expect(try phone.dial() == "Bienvenue. C'est gratuit.\n1 S'inscrire\n2 Etre rappele\n3 A propos")
        #expect(try phone.type("1") == "Gardons-nous vos reponses ?\n1 Oui\n2 Non\n0 Retour\n00 Accueil")
        #expect(try phone.type("1") == "Votre nom ?\n99 Plus tard\n0 Retour\n00 Accueil")
        #expect(try phone.type("") == "De 2 a 40 lettres.\nVotre nom ?\n99 Plus tard\n0 Retour\n00 Accueil")
        #expect(try phone.type("Awa*Ngo") == "Vivez-vous au Cameroun ?\n1 Oui\n2 Non\n0 Retour\n00 Accueil")
        let regions = try phone.type("1")
        #expect(regions.hasPrefix("Votre region ?\n1 Adamaoua\n") && regions.hasSuffix("\n98 Suite\n0 Retour\n00 Accueil"))
        #expect(!regions.contains("11 Ailleurs") && regions.count <= 160)
        #expect(try phone.type("11") == "Combien avec vous ?\n#0 Retour\n#00 Accueil")
        #expect(try phone.type("#0") == regions)
        #expect(try phone.type("11", "0") == "Le projet ?\n1 Une idee\n2 Il demarre\n0 Retour\n00 Accueil")
        #expect(try phone.type("2") == "Quelles aides ? Par exemple 1 3.\n1 Argent\n2 Outils\n3 Refugies\n0 Retour\n00 Accueil")
        let review = """
            Vos reponses :
            1 Nom : Awa*Ngo
            2 Au Cameroun : Oui
            3 Region : Ailleurs
            4 Equipe : 0
            5 Etape : Il demarre
            6 Aides : Argent, Refugies
            98 Suite
            0 Retour
            00 Accueil
            """
        #expect(try phone.type("3 1") == review)
        #expect(try phone.type("98") == "7 Envoyer\n0 Retour\n00 Accueil")
        let thanks = try phone.type("7")
        let reference = try #require(phone.contact.signUps.first?.reference)
        #expect(thanks == "Merci. Votre numero est \(reference.digits).")
        #expect(phone.isOver && phone.stored == nil)
        guard case .signUp(let draft)? = phone.last?.effects.first else { return #expect(Bool(false), "the sign-up comes first") }
        #expect(
            draft.answers.mapValues(\.answer) == [
                "name": .text("Awa*Ngo"), "residence": .choice("cm"), "region": .choice("ailleurs"), "team": .number(0),
                "stage": .choice("debut"), "needs": .several(["argent", "refugies"]),
            ])
        #expect(draft.consentWords == "Gardons-nous vos reponses ? / Oui" && draft.consentGiven == phone.now && !draft.updates)
        #expect(
            phone.last?.effects.dropFirst() == [
                .send(
                    Confirmation(
                        message: "confirmation", text: "Votre demande \(reference.digits) est la. Repondez STOP.", reference: reference)),
                .remind(
                    PlannedReminder(
                        reminder: "inscription/suivi", reference: reference, due: [phone.now + 7 * 86_400], expires: Reminder.defaultExpiry)
                ),
            ])
    }
}
