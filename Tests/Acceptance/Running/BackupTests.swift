import Foundation
import HTTPClient
import Synchronization
import Testing

extension Acceptance {
    @Suite struct `A backup` {
        @Test(.timeLimit(.minutes(2))) func `of a service that is taking turns is restored to what was registered`() async throws {
            let service = try await Service.start(in: Scratch())
            let scratch = service.scratch
            let backup = scratch.folder.appending(path: "backups/monday.sqlite").path
            try FileManager.default.createDirectory(at: scratch.folder.appending(path: "backups"), withIntermediateDirectories: true)
            for person in 0..<10 { try await Self.register(person, at: service) }
            let before = Set(try await scratch.exportedSignUps().map(\.reference))

            // People go on registering until it is made.
            let isMade = Mutex(false)
            async let others = Self.register(from: 10, until: { isMade.withLock { $0 } }, at: service)
            let made = try await scratch.run("backup", backup)
            isMade.withLock { $0 = true }
            #expect(made.code == 0 && made.output.isEmpty, "\(made.complaints)")
            #expect(made.complaints.contains("copied: 100 %") || made.complaints.contains("looked through"))
            #expect(made.complaints.contains("the key is not in it: \(scratch.key.path)"))
            let count = try await others
            #expect(count > 0)
            let model = Set(try await scratch.exportedSignUps().map(\.reference))

            let refused = try await scratch.run("restore", backup)
            #expect(refused.code == 2)
            #expect(refused.complaints.contains("a service is using the database"))
            #expect(try await scratch.run("doctor").output.contains("backup: the last one shows"))
            try await service.stop()

            let restored = try await scratch.run("restore", backup)
            #expect(restored.code == 0, "\(restored.complaints)")
            #expect(restored.complaints.contains("the key is not in it: \(scratch.key.path)"))
            let again = try await Service.start(in: scratch)
            let stored = try await scratch.exportedSignUps()
            let references = Set(stored.map(\.reference))
            #expect(references.isSuperset(of: before) && references.isSubset(of: model))
            #expect(Set(stored.map { "\($0.answers["name"] ?? .text(""))" }).count == stored.count, "nobody has another's name")
            #expect(restored.complaints.contains("sign-ups: \(stored.count)"))
            var (next, _) = try await Session.dial("+237670000099", to: again)
            _ = try await next.register(name: "Personne 99")
            try await again.stop()
        }

        private static func register(_ person: Int, at service: Service) async throws {
            var (session, _) = try await Session.dial("+2376700000\(person < 10 ? "0" : "")\(person)", to: service)
            _ = try await session.register(name: "Personne \(String(UnicodeScalar(UInt8(65 + person % 26)))) \(person)")
            try await session.end("Success")
        }

        private static func register(from first: Int, until isOver: @escaping @Sendable () -> Bool, at service: Service) async throws -> Int
        {
            var person = first
            repeat {
                try await register(person, at: service)
                person += 1
            } while !isOver() && person < 90
            return person - first
        }

        struct Spoken: Sendable, CustomTestStringConvertible {
            let name: String
            let arguments: [String]
            let said: String
            var testDescription: String { name }
        }

        @Test(arguments: [
            Spoken(name: "no file", arguments: ["restore", "nowhere.sqlite"], said: "il n'y a pas de fichier"),
            Spoken(name: "the database itself", arguments: ["restore", "passerelle.sqlite"], said: "est la base elle-même"),
            Spoken(name: "over something else", arguments: ["backup", "passerelle.yaml"], said: "n'est pas une sauvegarde de cette base"),
            Spoken(name: "over the database", arguments: ["backup", "--force", "passerelle.sqlite"], said: "est la base elle-même"),
            Spoken(name: "where nothing can be written", arguments: ["backup", "/proc/backup.sqlite"], said: "ne peut pas être écrit"),
        ]) func `that can't be says why`(row: Spoken) async throws {
            let scratch = try Scratch()
            try await Service.start(in: scratch).stop()
            let finished = try await Running(
                row.arguments + ["--config", scratch.configuration.path], in: scratch.folder, environment: ["LANG": "fr_FR.UTF-8"]
            ).finished()
            #expect(finished.code == 2)
            #expect(finished.complaints.contains(row.said), "\(finished.complaints)")
            #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path).allSatisfy { !$0.hasSuffix(".part") })
        }

        @Test func `without a service is made all the same, and is told by the metrics of the next one`() async throws {
            let scratch = try Scratch()
            let first = try await Service.start(in: scratch)
            #expect(try await first.get("/metrics").text.contains("\npasserelle_backup_last_timestamp_seconds 0\n"))
            try await first.stop()
            #expect(try await scratch.run("doctor").output.contains("backup: there is none yet"))
            let made = try await scratch.run("backup", scratch.folder.appending(path: "b.sqlite").path)
            #expect(made.code == 0, "\(made.complaints)")
            let next = try await Service.start(in: scratch)
            let told = try await next.get("/metrics").text.firstMatch(of: /\npasserelle_backup_last_timestamp_seconds (\d+)\n/)
            let age = Date().timeIntervalSince1970 - (Double(told?.1 ?? "0") ?? 0)
            #expect(age < 600)
            try await next.stop()
        }

        @Test(arguments: [["serve"], ["doctor"], ["restore", "newer.sqlite"], ["backup", "b.sqlite"], ["export", "sign-ups"]])
        func `of a newer program's database is refused in words, as everything with it`(arguments: [String]) async throws {
            let scratch = try Scratch()
            try await Service.start(in: scratch).stop()
            if arguments[0] == "restore" {
                _ = try await scratch.run("backup", scratch.folder.appending(path: "newer.sqlite").path)
            }
            let file = arguments[0] == "restore" ? "newer.sqlite" : "passerelle.sqlite"
            let sql = "INSERT INTO grdb_migrations VALUES ('2099-01-01 later')"
            let spoilt = try await Running([file, sql], of: URL(filePath: "/usr/bin/sqlite3"), in: scratch.folder).finished()
            #expect(spoilt.code == 0, "\(spoilt.complaints)")
            let finished = try await Running(arguments + ["--config", scratch.configuration.path], in: scratch.folder).finished()
            #expect(finished.code != 0)
            #expect((finished.output + finished.complaints).contains("newer passerelle (2099-01-01 later); update the program"))
        }
    }
}
