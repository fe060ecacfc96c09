import Dialogs
import Store

/// The language that staff asked in, which may be another terminal's than the service's.
enum Spoken: String, Codable {
    case french, english

    static var here: Self { Bilingual.Choice.ofThisTerminal == .french ? .french : .english }

    var choice: Bilingual.Choice { self == .french ? .french : .english }

    func say(fr: String, en: String) -> String { self == .french ? fr : en }

    func lines(of purged: Purged) -> [String] {
        [
            say(fr: "conversations inachevées : \(purged.conversations)", en: "unfinished conversations: \(purged.conversations)"),
            say(fr: "enregistrements : \(purged.recordings)", en: "recordings: \(purged.recordings)"),
            say(fr: "inscriptions : \(purged.signUps)", en: "sign-ups: \(purged.signUps)"),
            say(fr: "rappels demandés : \(purged.callbacks)", en: "call-backs: \(purged.callbacks)"),
            say(fr: "contacts : \(purged.contacts)", en: "contacts: \(purged.contacts)"),
            say(fr: "sessions : \(purged.sessions)", en: "sessions: \(purged.sessions)"),
            say(fr: "messages envoyés : \(purged.messages)", en: "messages sent: \(purged.messages)"),
        ]
    }

    func line(of moved: MovedOption) -> String {
        let words = moved.words.source.ussd.raw
        return say(
            fr: "\(moved.screen) : l'option \(moved.before) devient \(moved.now) (\(words)) ; qui la compose de mémoire se trompera",
            en: "\(moved.screen): option \(moved.before) becomes \(moved.now) (\(words)); who dials it by heart will go wrong")
    }
}
