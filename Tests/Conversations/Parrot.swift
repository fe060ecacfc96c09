import Conversations
import Dialogs
import Foundation
import Store
import Texting

/// A step that is easy to foresee: it says what it was given and how often it was asked, and does what a few words ask for.
enum Parrot {
    static let words = ProgramWords(
        texts: [
            .tooLate: Words(place: place, source: Variants(Template("Trop tard")), translations: ["en": Variants(Template("Too late"))]),
            .busy: Words(place: place, source: Variants(Template("Réessayez en composant le {{code}}"))),
            .closed: Words(place: place, source: Variants(Template("Fermé"))),
            .loop: Words(place: place, source: Variants(Template("Trop de messages"))),
        ], commands: [:], status: [:])
    static let place = Place(file: "words.yaml", line: 1, column: 1)

    /// The version's own word stands in every reply.
    static func script(_ files: [String: String]) -> Script {
        let title = Words(place: place, source: Variants(Template(files["accueil.yaml"] ?? "")))
        let dialog = Dialog(
            title: title, place: place, start: "debut", startPlace: place, keywords: [:], keywordsPlace: nil, keywordAnswer: nil,
            resume: .offer, continueBySMS: nil, nudge: nil, screens: [:], order: [], signUps: [:], messages: [:], reminders: [:])
        return Script(languages: ["fr", "en"], start: "accueil", dialogs: ["accueil": dialog], lists: [:], words: words)
    }

    static let step: TurnTaker.Step = { session, input, script, surroundings, chance in
        let heard = session?.answers["heard"].flatMap { given -> Int? in
            guard case .number(let number) = given.answer else { return nil }
            return NSDecimalNumber(decimal: number).intValue
        }
        let count = (heard ?? 0) + 1
        let version = script.dialogs["accueil"]?.title.source.ussd.raw ?? ""
        let said =
            switch input {
            case .dialled(let path): "dial \(path.joined(separator: ","))"
            case .typed(let text): "typed \(text)"
            case .texted(let text): "texted \(text)"
            case .hungUp: "hung up"
            }
        let isSilent = input == .hungUp || said.hasSuffix("rien")
        let ends = said.hasSuffix("fin") || said.hasSuffix("oubli")
        let note = (surroundings.isNewVersion ? " new" : "") + (surroundings.contact.isDoubted ? " doubted" : "")
        let given = GivenAnswer(answer: .number(Decimal(count)), words: nil, at: surroundings.now, isPrivate: false)
        let next = Session(language: session?.language ?? "fr", answers: ["heard": given], touched: surroundings.now)
        let sent = surroundings.lastSent.map { " sent \(Int(surroundings.now.timeIntervalSince($0))) s ago" } ?? ""
        let told = said.hasSuffix("vrai") ? said + sent : said
        let reply = Reply(text: "\(version)\(note) \(count): \(told)", ends: ends)
        return Turn(
            reply: isSilent ? nil : reply, session: ends ? nil : next, effects: effects(said, surroundings, &chance),
            record: Record(screen: nil, understood: input == .hungUp ? .hangUp : .answer, words: said, shown: reply.text))
    }

    private static func effects(_ said: String, _ surroundings: Surroundings, _ chance: inout Chance) -> [Effect] {
        switch said.split(separator: " ").last {
        case "inscrire":
            [
                .signUp(
                    SignUpDraft(
                        signUp: "s", reference: Reference(using: &chance), updates: false, answers: [:], consentWords: "D'accord ? / Oui",
                        consentGiven: surroundings.now, language: "fr", keep: nil))
            ]
        case "english": [.language("en")]
        case "up" where said == "hung up":
            [
                .followUp(
                    PlannedFollowUp(
                        kind: .continueBySMS, dialog: "accueil", text: "Continuez par SMS.", due: surroundings.now + 300,
                        expires: surroundings.now + 7200))
            ]
        case "confirmer": [.send(Confirmation(message: "confirmation", text: "C'est noté.", reference: nil))]
        case "oubli": [.erase(nil)]
        case "nouveau": [.newContact]
        case "moi": [.sameContact]
        case "stop": [.optOut]
        case "manque": [.referenceMissed]
        case "relance":
            [
                .followUp(
                    PlannedFollowUp(
                        kind: .nudge, dialog: "accueil", text: "Il manque une réponse.", due: surroundings.now + 3600,
                        expires: surroundings.now + 7200))
            ]
        default: []
        }
    }
}
