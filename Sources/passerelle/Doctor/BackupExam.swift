import Dialogs
import Foundation
import Store

/// Whether there is a backup that would be of use.
struct BackupExam {
    let configuration: Configuration

    /// As `Config/alerts.yaml` says it.
    private static let oldest = Duration.seconds(7 * 86_400)

    /// Nothing where there is no database that can be read: `DatabaseExam` says that.
    func symptoms() async -> [Symptom] {
        guard let store = try? Store.openToRead(at: configuration.database) else { return [] }
        return [symptom(of: try? await store.lastBackup())]
    }

    private func symptom(of last: Date?) -> Symptom {
        guard let last else {
            return Symptom(
                .warning, "backup", fr: "il n'y en a pas encore : passerelle backup FICHIER, et Config/passerelle-backup.timer",
                en: "there is none yet: passerelle backup FILE, and Config/passerelle-backup.timer")
        }
        let age = Duration.seconds(max(0, configuration.clock().timeIntervalSince(last)))
        let days = Int(age / Duration.seconds(86_400))
        return age > Self.oldest
            ? Symptom(
                .warning, "backup", fr: "la dernière a \(days) jours (\(last.text)) : passerelle backup FICHIER",
                en: "the last one is \(days) days old (\(last.text)): passerelle backup FILE")
            : Symptom(.well, "backup", fr: "la dernière montre \(last.text)", en: "the last one shows \(last.text)")
    }
}
