import Dialogs
import Foundation
import Store

/// Whether the folder could go live, and whether it is what people hear.
struct DialogsExam {
    let configuration: Configuration

    func symptoms() async -> [Symptom] {
        let files: [String: [UInt8]]
        do {
            files = try DialogsOnDisk(folder: configuration.dialogs.folder).files()
        } catch {
            return [Symptom(.error, "dialogs", fr: "\(error)", en: "\(error)")]
        }
        let checked = CheckedDialogs(files: files, as: configuration.scriptSettings, channels: configuration.checkedChannels)
        guard checked.isSound else {
            let first = checked.errors.first?.line(in: .ofThisTerminal) ?? ""
            return [
                Symptom(
                    .error, "dialogs",
                    fr:
                        "\(checked.errors.count) erreurs ; ce qui est en ligne y reste. La première : \(first) (passerelle check les dit toutes)",
                    en: "\(checked.errors.count) errors; what is live stays live. The first: \(first) (passerelle check tells them all)")
            ]
        }
        return [
            Symptom(
                .well, "dialogs", fr: "aucune erreur, \(checked.findings.count) avertissements",
                en: "no error, \(checked.findings.count) warnings")
        ] + (await live())
    }

    private func live() async -> [Symptom] {
        guard FileManager.default.fileExists(atPath: configuration.database), let store = try? Store.openToRead(at: configuration.database)
        else { return [] }
        guard let version = try? await store.liveVersion() else {
            return [
                Symptom(
                    .warning, "dialogs", fr: "aucune version n'est en ligne : lancez « passerelle publish »",
                    en: "no version is live: run `passerelle publish`")
            ]
        }
        return [Symptom(.well, "dialogs", fr: "version \(version.rawValue) en ligne", en: "version \(version.rawValue) is live")]
    }
}
