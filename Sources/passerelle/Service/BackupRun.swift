import Dialogs
import Foundation
import HTTPClient
import HTTPTypes
import Store

/// Makes a backup: the running service copies, where there is one, and what was copied is looked through and put in its place here.
struct BackupRun {
    let configuration: Configuration
    let file: BackupFile

    private let client = HTTPClient(timeLimit: .seconds(60))
    private static let lookEvery = Duration.milliseconds(250)

    /// - Returns: its size in bytes.
    func run(_ replacing: BackupFile.Replacing) async throws -> Int {
        do {
            try file.mayBeMade(of: configuration.database, replacing)
            if let moment = try await copiedByService() { return try await keep(moment) }
            let lock = try DatabaseLock(ofDatabaseAt: configuration.database)
            var shown = Shown()
            let moment = try Store.copy(databaseAt: configuration.database, to: file.part, clock: configuration.clock) { shown.show($0) }
            shown.looksThrough()
            let size = try file.finish(showing: moment)
            try Store.keptBackup(of: moment, databaseAt: configuration.database)
            withExtendedLifetime(lock) {}
            return size
        } catch let problem as BackupProblem {
            throw CannotRun(problem.words.words)
        } catch let problem as StoreProblem {
            throw CannotRun(problem.words.words)
        }
    }

    private func keep(_ moment: Date) async throws -> Int {
        // The service's own /tmp may be another than ours (PrivateTmp of systemd).
        guard FileManager.default.fileExists(atPath: file.part) else {
            throw CannotRun(
                fr:
                    "le service a écrit \(file.part) là où cette commande ne le voit pas ; indiquez un dossier à côté de la base de données",
                en: "the service wrote \(file.part) where this command can't see it; name a folder beside the database")
        }
        Shown().looksThrough()
        let size = try file.finish(showing: moment)
        // A service that was stopped just now will count the one before as the last.
        _ = try? await ask(.keep(moment))
        return size
    }

    /// nil where no service runs.
    private func copiedByService() async throws -> Date? {
        guard var answer = try await ask(.begin(part: file.part)) else { return nil }
        var shown = Shown()
        while true {
            switch answer {
            case .copied(let moment): return moment
            case .failed(let words): throw CannotRun(words)
            case .copying(let progress): shown.show(progress)
            }
            try await Task.sleep(for: Self.lookEvery)
            guard let next = try await ask(.look) else { throw BackupProblem.stopped }
            answer = next
        }
    }

    /// nil where no service runs.
    private func ask(_ wish: BackupOrder.Wish) async throws -> BackupAnswer? {
        let order = BackupOrder(wish: wish, language: .here)
        let request = HTTPClient.Request(
            method: .post, address: "http://passerelle/\(BackupOrder.command)", socket: ControlClient.socket(of: configuration),
            headers: [.contentType: "application/json"], body: Array(try JSONEncoder().encode(order)))
        let response: HTTPClient.Response
        do {
            response = try await client.send(request)
        } catch .notConnected {
            return nil
        } catch {
            throw BackupProblem.stopped
        }
        guard response.status == .ok else { throw CannotRun(response.text.trimmingCharacters(in: .whitespacesAndNewlines)) }
        return try JSONDecoder().decode(BackupAnswer.self, from: Data(response.body))
    }

    /// What the terminal has been told of it: a line a tenth.
    private struct Shown {
        var tenth = -1

        mutating func show(_ progress: BackupProgress) {
            guard progress.total > 0, progress.percent / 10 > tenth else { return }
            tenth = progress.percent / 10
            Terminal.say(Bilingual(fr: "copié : \(progress.percent) %", en: "copied: \(progress.percent) %"))
        }

        func looksThrough() { Terminal.say(Bilingual(fr: "la copie est relue", en: "the copy is looked through")) }
    }
}
