import Dialogs
import Foundation
import Testing

/// After a long silence the next contact is first asked whether the number is still the same person's.
struct SameNumber {
    private static let question = "Deja servi.\n1 C'est moi\n2 Non"

    private static func doubted() throws -> Phone {
        var phone = Phone(Keywords.dialogs)
        phone.contact.language = "en"
        phone.contact.isDoubted = true
        let reference = try #require(Reference(parsing: "12345674"))
        phone.contact.signUps = [KnownSignUp(signUp: "s", reference: reference, status: .open, created: phone.now, answers: [:])]
        phone.script.words.texts[.sameNumber] = words("Deja servi. | Deja servi.")
        phone.script.words.texts[.sameNumberYes] = words("C'est moi | C'est moi")
        phone.script.words.texts[.sameNumberNo] = words("Non | Non")
        return phone
    }

    @Test func `a dial is asked first, and done then`() throws {
        var phone = try Self.doubted()
        #expect(try phone.dial("1") == Self.question)
        #expect(phone.last?.record.understood == .sameNumber)
        #expect(phone.effects.isEmpty)
        #expect(try phone.type("1").hasPrefix("Agreed?"))
        #expect(phone.effects == [.sameContact])
        #expect(phone.last?.record.understood == .sameNumber && phone.last?.record.words == "1")
        #expect(try phone.dial().hasPrefix("Hello."), "it is not asked again")
    }

    @Test func `somebody else begins with nothing, in the source language`() throws {
        var phone = try Self.doubted()
        phone.contact.hasOptedOut = true
        try phone.dial()
        #expect(try phone.type("2").hasPrefix("Bonjour."))
        #expect(phone.effects == [.newContact])
        #expect(phone.contact.hasOptedOut, "the number stays suppressed")
    }

    @Test func `what was open is dropped`() throws {
        var phone = try Self.doubted()
        phone.contact.isDoubted = false
        try phone.dial()
        try phone.type("1", "1")
        phone.contact.isDoubted = true
        #expect(try phone.dial() == Self.question)
        #expect(try phone.session?.answers.isEmpty == true)
        #expect(try phone.type("1").hasPrefix("Hello."))
    }

    @Test(arguments: ["0", "00", "#0", "#00", "98", "99", "", "oui", "3"]) func `nothing leads past it`(typed: String) throws {
        var phone = try Self.doubted()
        try phone.dial()
        for _ in 1...4 { #expect(try phone.type(typed) == "Un numero de la liste.\n" + Self.question) }
        #expect(phone.effects.isEmpty && phone.last?.record.understood == .miss)
        #expect(try phone.type("1").hasPrefix("Hello."))
    }

    @Test func `a message is asked first and done then, by words too`() throws {
        var phone = try Self.doubted()
        #expect(try phone.text("JOIN est") == Self.question)
        #expect(try phone.text("peut-être").hasPrefix("Un numero de la liste."))
        #expect(try phone.text("MENU", "x", "y") == "Un numero de la liste.\n" + Self.question)
        #expect(try phone.text("c’est moi").hasPrefix("Agreed?"))
        #expect(phone.effects == [.sameContact])
        #expect(try phone.session?.answers["region"]?.answer == .choice("est"))
    }

    @Test func `what was written is seen by staff once it is known whose it is`() throws {
        var phone = try Self.doubted()
        try phone.text("J'ai faim")
        #expect(phone.last?.record.words == "J'ai faim")
        try phone.text("Non")
        #expect(phone.last?.record.understood == .unexpected && phone.last?.record.words == "J'ai faim")
        #expect(phone.effects == [.newContact])
    }

    @Test func `stop and what shows nothing of anybody need no proof`() throws {
        var phone = try Self.doubted()
        #expect(try phone.text("STOP") == "Stopped; 8080 works.")
        #expect(phone.effects == [.optOut] && phone.stored == nil)
        #expect(try phone.text("MENU") == Self.question)
        #expect(try phone.text("HELP") == "Dial 8080.")
        #expect(try phone.text("1").hasPrefix("Hello."))
    }

    @Test func `on another channel, and after two days, it is asked again`() throws {
        var phone = try Self.doubted()
        try phone.dial()
        #expect(try phone.text("1") == Self.question)
        #expect(try phone.dial() == Self.question)
        try phone.text("x")
        phone.wait(hours: 48.1)
        #expect(try phone.text("1") == Self.question)
        #expect(phone.effects.isEmpty)
    }
}
