import Dialogs
import Foundation
import Store
import Texting

/// Who came in the last thirty days: everybody is a contact, and every fifth has registered, as in a service that goes well.
struct People: Sendable {
    let count: Int
    let now: Date

    private static let days = 30.0
    private static let registered = 5

    func add(_ number: Int, at desk: TurnDesk) throws {
        let came = now.addingTimeInterval(-86_400 * Self.days * Double(count - number) / Double(count))
        let phone = Self.phone(number)
        let contact = try desk.contact(of: phone, .people, at: came)
        guard number.isMultiple(of: Self.registered) else { return }
        let draft = SignUpDraft(
            signUp: "entrepreneuriat", reference: try freeReference(at: desk), updates: false, answers: Self.answers(of: number),
            consentWords: "L'OIM (migrations) et le ministère des PME gardent vos réponses pour vous contacter. D'accord ? / Oui",
            consentGiven: came, language: Language(rawValue: "fr"), keep: nil)
        let turn = Turn(
            reply: Reply(text: "Merci.", ends: true), session: nil, effects: [.signUp(draft)],
            record: Record(screen: nil, understood: .answer, words: "5", shown: "Merci."))
        try desk.keep(
            TakenTurn(
                occasion: .step, turn: turn, number: phone, realm: .people, contact: contact,
                conversation: desk.newConversation(at: came), channel: "ussd", version: VersionID(rawValue: "bench"),
                session: desk.key(ofSession: "filled-\(number)", onChannel: "ussd"), step: "5", text: "5", now: came))
    }

    /// None of them dials while turns are measured: those people have +237 67.
    private static func phone(_ number: Int) -> PhoneNumber {
        let digits = "\(number)"
        return PhoneNumber(e164: "+23769" + String(repeating: "0", count: 7 - digits.count) + digits)
    }

    private func freeReference(at desk: TurnDesk) throws -> Reference {
        var chance = SystemRandomNumberGenerator()
        while true {
            let reference = Reference(using: &chance)
            if try !desk.isTaken(reference) { return reference }
        }
    }

    private static func answers(of number: Int) -> [String: StoredAnswer] {
        func clear(_ answer: Answer) -> StoredAnswer { StoredAnswer(answer: answer, isPrivate: false) }
        return [
            "nom": clear(.text("Awa Ngo \(number)")), "pays": clear(.choice("cameroun")), "region": clear(.choice("est")),
            "activite": clear(.choice("commerce")), "etape": clear(.choice("idee")), "personnes": clear(.number(2)),
            "programmes": clear(.several(["diaspora", "creation"])),
            "situation": StoredAnswer(answer: .choice("refugie"), isPrivate: true),
            "genre": StoredAnswer(answer: .choice("femme"), isPrivate: true),
        ]
    }
}
