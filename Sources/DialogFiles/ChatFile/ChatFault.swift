import Dialogs

/// Why a line of a `.chat` file can't be read.
struct ChatFault: Error, Equatable {
    enum Kind: Equatable {
        case noHeader
        case unknownKey(String)
        case keyTwice(String)
        case value(Chat.Header.Key, String)
        case duration(String)
        case unknownTrouble(String)
        case unknownArrival
        case noFolder
        case stored
        case storedField
        case storedQuote
    }

    var kind: Kind
    /// Counted from 1, in characters.
    var column: Int

    init(_ kind: Kind, column: Int) {
        self.kind = kind
        self.column = column
    }

    func finding(file: String, line: Int) -> Finding {
        let (what, mend) = sentences
        return Finding(.error, "chat-\(name)", at: Place(file: file, line: line, column: column), what: what, mend: mend)
    }

    private var name: String {
        switch kind {
        case .noHeader, .unknownKey, .keyTwice, .value: "header"
        case .duration, .unknownTrouble, .unknownArrival, .noFolder: "line"
        case .stored, .storedField, .storedQuote: "stored"
        }
    }

    private var sentences: (what: Bilingual, mend: Bilingual) {
        switch kind {
        case .noHeader:
            (
                Bilingual(
                    fr: "cette ligne de l'en-tête n'a pas la forme « clé: valeur »", en: "this line of the header is no \"key: value\""),
                Bilingual(
                    fr: "laissez une ligne vide entre l'en-tête et la conversation",
                    en: "leave an empty line between header and conversation")
            )
        case .unknownKey(let key):
            (
                Bilingual(fr: "« \(key) » n'est pas une clé de l'en-tête", en: "\"\(key)\" is no key of the header"),
                suggestion(key, Chat.Header.Key.allCases.map(\.rawValue))
            )
        case .keyTwice(let key):
            (Bilingual(fr: "« \(key) » est là deux fois", en: "\"\(key)\" is there twice"), Bilingual(fr: "gardez-en une", en: "keep one"))
        case .value(let key, let value):
            (
                Bilingual(fr: "« \(value) » ne convient pas à « \(key.rawValue) »", en: "\"\(value)\" does not fit \"\(key.rawValue)\""),
                Self.example(key)
            )
        case .duration(let text):
            (
                Bilingual(fr: "« \(text) » n'est pas une durée", en: "\"\(text)\" is no duration"),
                Bilingual(
                    fr: "écrivez 30 s, 5 min, 24 h ou 7 days, ou \\ devant ~ si c'est affiché",
                    en: "write 30 s, 5 min, 24 h or 7 days, or \\ before the ~ if it is shown")
            )
        case .unknownTrouble(let words):
            (
                Bilingual(fr: "« ! \(words) » n'est pas connu", en: "\"! \(words)\" is not known"), suggestion(words, ChatLine.troubles)
            )
        case .unknownArrival:
            (
                Bilingual(fr: "« < » n'annonce qu'un SMS", en: "\"<\" announces nothing but an SMS"),
                Bilingual(
                    fr: "écrivez « < sms » et le texte, ou \\ devant si c'est affiché",
                    en: "write \"< sms\" and the text, or \\ before it if it is shown")
            )
        case .noFolder:
            (
                Bilingual(fr: "quel dossier faut-il publier ?", en: "which folder is to be published?"),
                Bilingual(
                    fr: "écrivez « ! publish DOSSIER », à partir du dossier de ce fichier",
                    en: "write \"! publish DIR\", starting at this file's folder")
            )
        case .stored:
            (
                Bilingual(fr: "après = vient « sign-up ID: » ou « callback: »", en: "after = comes \"sign-up ID:\" or \"callback:\""),
                Bilingual(fr: "ou \\ devant si c'est affiché", en: "or \\ before it if it is shown")
            )
        case .storedField:
            (
                Bilingual(fr: "ceci n'est pas de la forme champ=valeur", en: "this is no field=value"),
                Bilingual(
                    fr: "écrivez champ=\"texte\", champ=id ou champ=[id, id], séparés par des virgules",
                    en: "write field=\"text\", field=id or field=[id, id], with commas between them")
            )
        case .storedQuote:
            (
                Bilingual(fr: "ce guillemet n'est pas fermé", en: "this quote is not closed"),
                Bilingual(fr: "un guillemet dans le texte s'écrit \\\"", en: "a quote inside the text is written \\\"")
            )
        }
    }

    private func suggestion(_ word: String, _ known: [String]) -> Bilingual {
        if let meant = nearest(to: word, among: known) {
            return Bilingual(fr: "vouliez-vous dire « \(meant) » ?", en: "did you mean \"\(meant)\"?")
        }
        let list = known.joined(separator: ", ")
        return Bilingual(fr: "il y a : \(list)", en: "there are: \(list)")
    }

    private static func example(_ key: Chat.Header.Key) -> Bilingual {
        switch key {
        case .channel: Bilingual(fr: "écrivez ussd ou sms", en: "write ussd or sms")
        case .language: Bilingual(fr: "écrivez le code d'une langue, comme fr", en: "write a language's code, such as fr")
        case .phone: Bilingual(fr: "écrivez un numéro, comme +237670000001", en: "write a number, such as +237670000001")
        case .at:
            Bilingual(fr: "écrivez une date et une heure, comme 2026-11-24 10:30", en: "write a day and a time, such as 2026-11-24 10:30")
        case .seed: Bilingual(fr: "écrivez un nombre entier, comme 7", en: "write a whole number, such as 7")
        }
    }
}
