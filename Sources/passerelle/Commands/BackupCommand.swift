import ArgumentParser
import Dialogs
import Foundation
import Store

/// `passerelle backup FILE`
struct BackupCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copies the database to one file, while the service runs or not; nobody waits for it.",
        discussion: """
            The file opens by itself and holds everything but the key, without which it can't be read: keep that apart. A half file is never
            left; an older backup of the same database is replaced.
            Example: passerelle backup /var/lib/passerelle/backups/monday.sqlite
            """)

    @Argument(help: "The file to be; the service must be able to write to its folder.")
    var file: String

    @Flag(help: "Replaces the file even if it is no backup of this database.")
    var force = false

    @OptionGroup var config: ConfigurationOption

    func run() async throws {
        let configuration = try config.read()
        let path = URL(filePath: file).standardized.path
        let size = try await BackupRun(configuration: configuration, file: BackupFile(path)).run(force ? .anything : .older)
        let megabytes = (Double(size) / 1_048_576).formatted(
            .number.precision(.fractionLength(1)).locale(Locale(identifier: "en_US_POSIX")))
        Terminal.say(Bilingual(fr: "sauvegarde entière : \(path), \(megabytes) Mo", en: "the backup is whole: \(path), \(megabytes) MB"))
        Terminal.say(Self.keyIsApart(configuration))
    }

    /// What both commands say.
    static func keyIsApart(_ configuration: Configuration) -> Bilingual {
        let key = configuration.keyPath
        return Bilingual(
            fr: "la clé n'y est pas : \(key) ; gardez-en une copie ailleurs, sans elle rien ne peut être lu",
            en: "the key is not in it: \(key); keep a copy elsewhere, without it nothing can be read")
    }
}

extension Configuration {
    /// Beside the database and by its name.
    var keyPath: String { URL(filePath: database).deletingPathExtension().appendingPathExtension("key").path }
}
