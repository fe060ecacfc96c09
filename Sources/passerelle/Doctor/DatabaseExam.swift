import Dialogs
import Foundation
import Store

/// Whether the database is whole, its key fits, and its SQLite is one to rely on.
struct DatabaseExam {
    let configuration: Configuration

    func symptoms() async -> [Symptom] {
        let path = configuration.database
        guard FileManager.default.fileExists(atPath: path) else {
            return [
                Symptom(
                    .well, "database", fr: "\(path) n'existe pas encore ; « passerelle serve » la crée",
                    en: "\(path) is not there yet; `passerelle serve` makes it")
            ]
        }
        let facts: DatabaseFacts
        let cutOff: Int
        do {
            let store = try Store.openToRead(at: path)
            facts = try await store.facts()
            cutOff = try await store.cutOff(at: configuration.clock())
        } catch let problem as StoreProblem {
            return [Symptom(.error, "database", problem.words)]
        } catch {
            return [Symptom(.error, "database", fr: "la base ne se lit pas : \(error)", en: "the database can't be read: \(error)")]
        }
        return [whole(facts), key(facts), sqlite(facts)] + loops(cutOff)
    }

    /// Another machine that answers ours, most likely; a person would be stopped by it too.
    private func loops(_ cutOff: Int) -> [Symptom] {
        guard cutOff > 0 else { return [] }
        return [
            Symptom(
                .warning, "loops",
                fr: "coupés pour une heure, car trop de messages : \(cutOff) (passerelle export contacts, colonne cut-off-until)",
                en: "cut off for an hour, for too many messages: \(cutOff) (passerelle export contacts, column cut-off-until)")
        ]
    }

    private func whole(_ facts: DatabaseFacts) -> Symptom {
        let megabytes = Double(facts.bytes) / (1024 * 1024)
        let size = megabytes.formatted(.number.precision(.fractionLength(1)).locale(Locale(identifier: "en_US_POSIX")))
        guard facts.check == ["ok"] else {
            return Symptom(
                .error, "database",
                fr: "la base est abîmée (\(facts.check.first ?? "")) : arrêtez le service et restaurez la dernière sauvegarde",
                en: "the database is damaged (\(facts.check.first ?? "")): stop the service and restore the last backup")
        }
        return Symptom(.well, "database", fr: "entière, \(size) Mo", en: "whole, \(size) MB")
    }

    private func key(_ facts: DatabaseFacts) -> Symptom {
        let key = URL(filePath: configuration.database).deletingPathExtension().appendingPathExtension("key").path
        guard facts.keyFits else { return Symptom(.error, "key", StoreProblem.keyDoesNotFit(path: key).words) }
        return ConfigurationExam.isOpenToOthers(key)
            ? Symptom(
                .warning, "key", fr: "d'autres peuvent lire \(key) : chmod 600 \(key)", en: "others can read \(key): chmod 600 \(key)")
            : Symptom(
                .well, "key", fr: "elle ouvre la base ; gardez-en une copie ailleurs que la sauvegarde",
                en: "it opens the database; keep a copy apart from the backup")
    }

    /// From 3.7.0 to 3.51.2 two connections that write or checkpoint at the same moment can corrupt a WAL (sqlite.org, WAL-reset bug).
    private func sqlite(_ facts: DatabaseFacts) -> Symptom {
        facts.isSafeForTwoWriters
            ? Symptom(.well, "sqlite", fr: "version \(facts.sqliteVersion)", en: "version \(facts.sqliteVersion)")
            : Symptom(
                .well, "sqlite",
                fr:
                    "version \(facts.sqliteVersion) : n'ouvrez jamais la base en écriture avec un autre outil pendant que le service tourne",
                en: "version \(facts.sqliteVersion): never open the database for writing with another tool while the service runs")
    }
}
