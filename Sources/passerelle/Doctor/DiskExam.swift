import Foundation
import Store

/// Whether there is room on the disk of the database.
struct DiskExam {
    let configuration: Configuration

    func symptoms() -> [Symptom] {
        let rules = SpaceRules.standard
        let folder = URL(filePath: configuration.database).deletingLastPathComponent().path
        guard let facts = SpaceFacts(ofDatabaseAt: configuration.database, under: rules) else {
            return [
                Symptom(
                    .error, "disk", fr: "le dossier \(folder) n'est pas accessible ; créez-le ou changez « database »",
                    en: "the folder \(folder) can't be reached; make it or change `database`")
            ]
        }
        guard access(folder, W_OK) == 0 else {
            return [
                Symptom(
                    .error, "disk", fr: "rien ne peut être écrit dans \(folder) ; vérifiez ses droits, ou changez « database »",
                    en: "nothing can be written in \(folder); check its rights, or change `database`")
            ]
        }
        let free = Self.megabytes(facts.free)
        let isUsed = FileManager.default.fileExists(atPath: configuration.database)
        if facts.free < rules.floor || isUsed && facts.isBallastMissing && facts.free < rules.enough {
            let needed = Self.megabytes(rules.enough)
            return [
                Symptom(
                    .error, "disk",
                    fr:
                        "le disque est plein (\(free) Mo libres sur celui de \(folder)) : seuls STOP et les effacements sont pris ; libérez-en jusqu'à \(needed) Mo (vieux journaux, sauvegardes), le service reprend de lui-même",
                    en:
                        "the disk is full (\(free) MB free on that of \(folder)): only STOP and erasures are taken; free up to \(needed) MB of it (old logs, backups), and the service goes on by itself"
                )
            ]
        }
        guard facts.free < rules.warning else { return [Symptom(.well, "disk", fr: "\(free) Mo libres", en: "\(free) MB free")] }
        return [
            Symptom(
                .warning, "disk",
                fr:
                    "le disque de \(folder) est presque plein : \(free) Mo libres ; libérez de la place (vieux journaux, sauvegardes), sans elle seuls STOP et les effacements seront pris",
                en:
                    "the disk of \(folder) is nearly full: \(free) MB free; make room (old logs, backups), for without it only STOP and erasures will be taken"
            )
        ]
    }

    private static func megabytes(_ bytes: Int) -> Int { bytes >> 20 }
}
