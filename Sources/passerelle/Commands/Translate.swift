import ArgumentParser
import DialogFiles
import Dialogs
import Foundation

/// `passerelle translate en`: writes or updates the file that a translator works in.
struct Translate: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes or updates the translations' file of a language.",
        discussion: """
            What changed in the source keeps its translation and is marked fuzzy; what is gone is kept behind #~.
            Example: passerelle translate en
            """)

    @Argument(help: "The language's code, such as en.")
    var language: String

    @OptionGroup var config: ConfigurationOption

    func run() async throws {
        let configuration = try config.read()
        guard language.wholeMatch(of: /[a-z]{2,3}([-_][A-Za-z0-9]+)*/) != nil else {
            throw CannotRun(
                fr: "« \(language) » n'est pas un code de langue, comme en ou fr",
                en: "“\(language)” is no code of a language, such as en or fr")
        }
        guard let source = configuration.languages.first, source != Language(language) else {
            throw CannotRun(
                fr: "« \(language) » est la langue des fichiers eux-mêmes ; nommez une autre langue",
                en: "“\(language)” is the language of the files themselves; name another one")
        }
        let disk = DialogsOnDisk(folder: configuration.dialogs.folder)
        let checked = CheckedDialogs(files: try disk.files(), as: configuration.scriptSettings, channels: [])
        _ = try checked.readScript()
        let file = URL(filePath: configuration.dialogs.folder).appending(path: "\(language).po")
        let before = try Self.text(of: file)
        let reading = before.map { Catalogue.read($0, file: "\(language).po") }
        if let fault = reading?.findings.first(where: { $0.severity == .error }) { throw CannotRun(fault.line(in: .ofThisTerminal)) }
        let after = updated(reading?.catalogue, slots: checked.slots, language: Language(language)).text
        if after != before { try Data(after.utf8).write(to: file, options: .atomic) }
        Terminal.say(Bilingual(fr: "\(file.path) est à jour", en: "\(file.path) is up to date"))
        if !configuration.languages.contains(Language(language)) {
            Terminal.say(
                Bilingual(
                    fr: "« \(language) » n'est pas encore montré : ajoutez-le à « languages » dans la configuration",
                    en: "“\(language)” is not shown yet: add it to “languages” in the configuration"))
        }
    }

    /// nil where there is none yet. A file that can't be read holds a translator's work, and is not written over.
    private static func text(of file: URL) throws -> String? {
        guard FileManager.default.fileExists(atPath: file.path) else { return nil }
        guard let text = String(validating: try Data(contentsOf: file), as: UTF8.self) else {
            throw CannotRun(
                fr: "\(file.path) n'est pas enregistré en UTF-8 ; dans votre éditeur, enregistrez-le avec cet encodage",
                en: "\(file.path) is not saved as UTF-8; save it with that encoding in your editor")
        }
        return text
    }
}
