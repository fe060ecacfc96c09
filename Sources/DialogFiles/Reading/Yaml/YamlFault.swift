import Dialogs

/// What §1 of the format does not let through, though YAML would.
enum YamlFault {
    case hash
    case tab
    case alias
    case anchor(String)
    case tag(String)
    case mergeKey
    case directive
    case secondDocument
    case control(Unicode.Scalar)
    case hardBlank
    case tooDeep
    case tooLong
    case twice(String)
    case tooManyTwice
    case keyIsNoWord
    case noValue(String, isInBraces: Bool)
    case emptyItem
    case notMap
    case emptyFile

    func finding(at place: Place) -> Finding {
        let (kind, what, mend) = sentences
        return Finding(.error, kind, at: place, what: what, mend: mend)
    }

    private var sentences: (kind: String, what: Bilingual, mend: Bilingual) {
        switch self {
        case .hash:
            (
                "hash",
                Bilingual(fr: "ce qui suit # ne serait pas montré", en: "what follows # would not be shown"),
                Bilingual(
                    fr: "mettez le texte entre guillemets ; un commentaire se met seul sur sa ligne",
                    en: "put the text in quotes; a comment has a line of its own")
            )
        case .tab:
            (
                "tab",
                Bilingual(fr: "cette ligne commence par une tabulation", en: "this line begins with a tab"),
                Bilingual(fr: "remplacez-la par des espaces, deux par niveau", en: "replace it with blanks, two a level")
            )
        case .alias:
            (
                "alias",
                Bilingual(
                    fr: "un texte qui commence par * n'est pas lu comme un texte", en: "a text that begins with * is not read as a text"),
                Bilingual(
                    fr: "mettez-le entre guillemets ; les renvois (*nom) ne sont pas pris en charge",
                    en: "put it in quotes; references (*name) are not used here")
            )
        case .anchor(let name):
            (
                "anchor",
                Bilingual(fr: "« \(name) » n'est pas lu comme un texte", en: "\"\(name)\" is not read as a text"),
                Bilingual(
                    fr: "mettez entre guillemets un texte qui commence par & ; les repères (&nom) ne sont pas pris en charge",
                    en: "put a text that begins with & in quotes; marks (&name) are not used here")
            )
        case .tag(let name):
            (
                "tag",
                Bilingual(fr: "« \(name) » n'est pas lu comme un texte", en: "\"\(name)\" is not read as a text"),
                Bilingual(
                    fr: "mettez entre guillemets un texte qui commence par ! ; les étiquettes (!nom) ne sont pas prises en charge",
                    en: "put a text that begins with ! in quotes; labels (!name) are not used here")
            )
        case .mergeKey:
            (
                "merge-key",
                Bilingual(fr: "« << » ne reprend rien ici", en: "\"<<\" takes nothing over here"),
                Bilingual(fr: "écrivez les lignes en toutes lettres", en: "write the lines out")
            )
        case .directive:
            (
                "directive",
                Bilingual(fr: "une ligne qui commence par % n'a pas de sens ici", en: "a line that begins with % means nothing here"),
                Bilingual(fr: "retirez-la, ou mettez le texte entre guillemets", en: "remove it, or put the text in quotes")
            )
        case .secondDocument:
            (
                "second-document",
                Bilingual(fr: "ce qui suit cette ligne ne serait pas lu", en: "what follows this line would not be read"),
                Bilingual(
                    fr: "retirez la ligne, ou mettez la suite dans un fichier à part",
                    en: "remove the line, or put what follows in a file of its own"
                )
            )
        case .control(let scalar):
            (
                "control-character",
                Bilingual(
                    fr: "un signe invisible est dans le texte (numéro \(scalar.value))",
                    en: "an invisible sign is in the text (number \(scalar.value))"),
                Bilingual(fr: "effacez-le et tapez le texte de nouveau", en: "delete it and type the text again")
            )
        case .hardBlank:
            (
                "hard-blank",
                Bilingual(
                    fr: "l'espace après « : » est insécable : ce qui suit ne serait pas lu",
                    en: "the blank after \":\" is one that does not break: what follows would not be read"),
                Bilingual(fr: "effacez-la et tapez une espace ordinaire", en: "delete it and type an ordinary blank")
            )
        case .tooDeep:
            (
                "too-deep",
                Bilingual(fr: "trop de niveaux les uns dans les autres", en: "too many levels inside one another"),
                Bilingual(fr: "un dialogue n'en a jamais plus d'une dizaine", en: "a dialog never has more than about ten")
            )
        case .tooLong:
            (
                "too-long",
                Bilingual(fr: "ce fichier a plus d'un million d'octets", en: "this file has more than a million bytes"),
                Bilingual(fr: "partagez-le en plusieurs fichiers", en: "split it into several files")
            )
        case .twice(let key):
            (
                "duplicate-key",
                Bilingual(fr: "« \(key) » est déjà écrit plus haut", en: "\"\(key)\" is already written above"),
                Bilingual(fr: "donnez-lui un autre nom, ou retirez l'un des deux", en: "give it another name, or remove one of the two")
            )
        case .tooManyTwice:
            (
                "duplicate-key",
                Bilingual(fr: "trop de noms sont écrits deux fois dans ce fichier", en: "too many names are written twice in this file"),
                Bilingual(fr: "donnez à celui-ci un autre nom, ou retirez-le", en: "give this one another name, or remove it")
            )
        case .keyIsNoWord:
            (
                "key-form",
                Bilingual(fr: "devant « : » il faut un nom", en: "a name has to stand before \":\""),
                Bilingual(fr: "si c'est un texte, mettez-le entre guillemets", en: "if it is a text, put it in quotes")
            )
        case .noValue(let key, let isInBraces):
            (
                "no-value",
                Bilingual(fr: "« \(key) » n'a rien après lui", en: "\"\(key)\" has nothing after it"),
                isInBraces
                    ? Bilingual(
                        fr: "une virgule entre { } commence une nouvelle entrée : mettez le texte entier entre guillemets",
                        en: "a comma inside { } begins a new entry: put the whole text in quotes")
                    : key.contains(" ")
                        ? Bilingual(fr: "un texte qui contient « : » a besoin de guillemets", en: "a text with \":\" in it needs quotes")
                        : Bilingual(fr: "écrivez ce qui lui revient, ou retirez-le", en: "write what belongs to it, or remove it")
            )
        case .emptyItem:
            (
                "no-value",
                Bilingual(fr: "il y a une entrée vide dans cette liste", en: "there is an empty entry in this list"),
                Bilingual(fr: "remplissez-la, ou retirez-la", en: "fill it, or remove it")
            )
        case .notMap:
            (
                "file-form",
                Bilingual(fr: "ce fichier n'est pas un dialogue", en: "this file is no dialog"),
                Bilingual(
                    fr: "un fichier est fait de lignes « nom: valeur », à commencer par start et screens",
                    en: "a file is made of lines \"name: value\", to begin with start and screens")
            )
        case .emptyFile:
            (
                "empty-file",
                Bilingual(fr: "ce fichier est vide", en: "this file is empty"),
                Bilingual(fr: "écrivez-y quelque chose, ou retirez-le", en: "write something in it, or remove it")
            )
        }
    }
}
