import DialogFiles
import Dialogs

extension ScriptSettings {
    /// A stored version's files made into a script; they were checked before they were stored.
    func compile(_ files: [String: String]) throws -> Script {
        guard let script = read(FolderText(files: files), start: start, languages: languages).script else {
            throw CannotRun(
                fr: "une version enregistrée des dialogues ne se lit pas avec ce programme ; publiez le dossier à nouveau",
                en: "a stored version of the dialogs can't be read by this program; publish the folder again")
        }
        return script
    }
}

/// The program's own words, for when no version of the dialogs is live.
func shippedWords(languages: [Language]) -> ProgramWords {
    let smallest = FolderText(files: ["fin.yaml": "start: fin\nscreens:\n  fin:\n    end: Fin\n"])
    let words = read(smallest, start: "fin", languages: languages).script?.words
    return words ?? ProgramWords(texts: [:], commands: [:], status: [:])
}
