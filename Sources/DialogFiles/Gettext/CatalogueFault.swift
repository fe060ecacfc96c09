import Dialogs

/// What may be wrong with the text of a `.po` file.
enum CatalogueFault {
    case plural
    case unknownWord(String)
    case translationAlone
    case noTranslation
    case textAlone
    case twice(String)
    case lineEnds
    case charset(String)
    case quoted(QuotedText.Fault)

    func finding(at place: Place) -> Finding {
        let (what, mend) = sentences
        return Finding(.error, kind, at: place, what: what, mend: mend)
    }

    private var kind: String {
        switch self {
        case .plural: "po-plural"
        case .twice: "po-twice"
        case .lineEnds: "po-line-ends"
        case .charset: "po-charset"
        case .unknownWord, .translationAlone, .noTranslation, .textAlone, .quoted: "po-syntax"
        }
    }

    private var sentences: (what: Bilingual, mend: Bilingual) {
        switch self {
        case .plural:
            (
                Bilingual(
                    fr: "les pluriels (msgid_plural, msgstr[0]) ne sont pas pris en charge",
                    en: "plurals (msgid_plural, msgstr[0]) are not used"),
                Bilingual(fr: "gardez un seul msgid et un seul msgstr", en: "keep one msgid and one msgstr")
            )
        case .unknownWord(let word):
            (
                Bilingual(fr: "« \(word) » n'est pas un mot d'un fichier .po", en: "\"\(word)\" is no word of a .po file"),
                nearest(to: word, among: ["msgctxt", "msgid", "msgstr"]).map {
                    Bilingual(fr: "vouliez-vous dire « \($0) » ?", en: "did you mean \"\($0)\"?")
                }
                    ?? Bilingual(
                        fr: "une ligne commence par msgctxt, msgid, msgstr, # ou un guillemet",
                        en: "a line begins with msgctxt, msgid, msgstr, # or a quote")
            )
        case .translationAlone:
            (
                Bilingual(fr: "msgstr sans son msgid", en: "a msgstr without its msgid"),
                Bilingual(
                    fr: "écrivez msgid et le texte français une ligne plus haut", en: "write msgid and the source text on the line above")
            )
        case .noTranslation:
            (
                Bilingual(fr: "cette entrée n'a pas de msgstr", en: "this entry has no msgstr"),
                Bilingual(
                    fr: "ajoutez msgstr \"\" si la traduction manque encore", en: "add msgstr \"\" where the translation is still missing")
            )
        case .textAlone:
            (
                Bilingual(fr: "un texte entre guillemets qui n'appartient à rien", en: "a quoted text that belongs to nothing"),
                Bilingual(fr: "il doit suivre msgctxt, msgid ou msgstr", en: "it has to follow msgctxt, msgid or msgstr")
            )
        case .twice(let context):
            (
                Bilingual(
                    fr: "l'entrée « \(context) » est là deux fois avec le même msgid",
                    en: "the entry \"\(context)\" is there twice with the same msgid"),
                Bilingual(fr: "retirez-en une", en: "remove one of them")
            )
        case .lineEnds:
            (
                Bilingual(
                    fr: "msgid et msgstr ne commencent ou ne finissent pas tous deux par \\n",
                    en: "msgid and msgstr do not both begin or both end with \\n"),
                Bilingual(fr: "ajoutez ou retirez le \\n dans msgstr", en: "add or remove the \\n in msgstr")
            )
        case .charset(let charset):
            (
                Bilingual(fr: "l'en-tête dit charset=\(charset)", en: "the header says charset=\(charset)"),
                Bilingual(
                    fr: "enregistrez le fichier en UTF-8 et écrivez charset=UTF-8", en: "save the file as UTF-8 and write charset=UTF-8")
            )
        case .quoted(let fault): fault.sentences
        }
    }
}

extension QuotedText.Fault {
    /// The scalar of the line where it shows.
    var at: Int {
        switch self {
        case .noQuote(let at), .unclosed(let at), .unknownEscape(let at), .trailing(let at): at
        }
    }

    fileprivate var sentences: (what: Bilingual, mend: Bilingual) {
        switch self {
        case .noQuote:
            (
                Bilingual(fr: "ici manque un texte entre guillemets", en: "a text in quotes is missing here"),
                Bilingual(fr: "écrivez \"…\"", en: "write \"…\"")
            )
        case .unclosed:
            (
                Bilingual(fr: "ce guillemet n'est pas fermé sur la même ligne", en: "this quote is not closed on the same line"),
                Bilingual(
                    fr: "fermez-le ; un texte long continue entre guillemets à la ligne suivante",
                    en: "close it; a long text goes on in quotes on the next line")
            )
        case .unknownEscape:
            (
                Bilingual(fr: "ce qui suit \\ n'est pas connu", en: "what follows the \\ is not known"),
                Bilingual(
                    fr: "écrivez \\\\ pour le signe lui-même, \\n pour une nouvelle ligne",
                    en: "write \\\\ for the sign itself, \\n for a new line")
            )
        case .trailing:
            (
                Bilingual(fr: "il y a quelque chose après le guillemet fermant", en: "something follows the closing quote"),
                Bilingual(fr: "un guillemet dans le texte s'écrit \\\"", en: "a quote inside the text is written \\\"")
            )
        }
    }
}
