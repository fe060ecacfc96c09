import Dialogs
import Foundation
import Testing

/// What a message answers: the question last shown by SMS, else it is a keyword, else it gets the resume offer, else the start.
struct TextingIn {
    private static func begun(_ typed: String...) throws -> Phone {
        var phone = Phone(Resuming.dialogs())
        try phone.text("bonjour")
        for text in typed { try phone.text(text) }
        return phone
    }

    @Test func `nothing open gets the start, and staff see what was written`() throws {
        var phone = Phone(Resuming.dialogs())
        #expect(try phone.text("J'ai faim") == "Bonjour.\n1 S'inscrire\n2 Lire")
        #expect(phone.last?.record.understood == .unexpected && phone.last?.record.words == "J'ai faim")
        var empty = Phone(Resuming.dialogs())
        #expect(try empty.text("").hasPrefix("Bonjour."))
        #expect(empty.last?.record.understood == .dial)
    }

    @Test func `a question is answered for two days, then it is closed`() throws {
        var within = try Self.begun("1", "1", "1")
        within.wait(hours: 47.9)
        #expect(try within.text("Awa").hasPrefix("Ou ?"))
        var after = try Self.begun("1", "1", "1")
        after.wait(hours: 48.1)
        #expect(try after.text("Awa").hasPrefix("Bonjour."))
        #expect(after.last?.record.understood == .unexpected)
        #expect(try after.session?.answers.isEmpty == true)
    }

    @Test func `what was last shown by USSD is offered, not answered, and finished by SMS`() throws {
        var phone = Phone(Resuming.dialogs())
        try phone.dial()
        try phone.type("1", "1", "1")
        try phone.hangUp()
        #expect(try phone.text("Awa") == Resuming.offer)
        #expect(try phone.text("continuer") == "Nom ?\n0 Retour\n00 Accueil")
        #expect(try phone.text("Awa", "Garoua").hasPrefix("Vos réponses :"))
        #expect(try phone.text("envoyer") == "Fin.")
        #expect(phone.stored == nil)
    }

    @Test func `what was begun by SMS is offered on a dial, with the options of now`() throws {
        var phone = try Self.begun("1", "1", "1", "Awa")
        #expect(try phone.dial() == Resuming.offer)
        #expect(try phone.type("1") == "Ou ?\n0 Retour\n00 Accueil")
        #expect(try phone.type("Garoua").hasPrefix("Vos reponses :"))
        try phone.hangUp()
        #expect(try phone.text("recommencer").hasPrefix("Reprendre"), "the USSD screen is not answered by SMS")
        #expect(try phone.text("recommencer").hasPrefix("Trois questions."))
    }

    @Test func `after a day a dropped USSD session is not offered by SMS, either`() throws {
        var phone = Phone(Resuming.dialogs())
        try phone.dial()
        try phone.type("1", "1", "1")
        phone.wait(hours: 24.1)
        #expect(try phone.text("Awa").hasPrefix("Bonjour."))
    }

    @Test func `a newer version shows again what waits before it is answered`() throws {
        var phone = try Self.begun("1", "1", "1", "Awa")
        phone.script.dialogs["lieu"] = dialog(question("quartier", "Quartier ?", save: "place", next: to("return")))
        phone.isNewVersion = true
        #expect(try phone.text("AIDE") == "Faites le 8080.")
        #expect(try phone.text("Garoua").hasPrefix("Quartier ?"), "the words between are of the new version, the question is not")
        #expect(try phone.text("Garoua").hasPrefix("Vos réponses"))
    }

    @Test func `a private answer is in no recording, and a command or a keyword is`() throws {
        var phone = Phone([
            "accueil": dialog(
                keywords: ["fr": ["debut"]], question("nom", "Nom ?", save: "name", isPrivate: true, next: to("nom")))
        ])
        try phone.text("x")
        try phone.text("Awa")
        #expect(phone.last?.record.words == nil)
        try phone.text("AIDE")
        #expect(phone.last?.record.words == "AIDE")
        try phone.text("Debut")
        #expect(phone.last?.record.words == "Debut")
    }

    @Test func `a session that an earlier version stored is read`() throws {
        var phone = try Self.begun("1", "1", "1")
        var object = try #require(try JSONSerialization.jsonObject(with: phone.stored ?? Data()) as? [String: Any])
        for later in ["shownBy", "brought", "pending", "isBehind"] { object[later] = nil }
        phone.stored = try JSONSerialization.data(withJSONObject: object)
        #expect(try phone.text("Awa") == Resuming.offer)
    }
}
