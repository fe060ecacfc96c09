import Foundation
import HTTPClient
import HTTPTypes
import Testing

extension Acceptance {
    @Suite struct `The service` {
        @Test func `says that it lives and is ready, and ends at SIGTERM with 0`() async throws {
            let service = try await Service.start(in: Scratch())
            #expect(try await service.get("/health/live").status == .ok)
            #expect(try await service.get("/health/ready").status == .ok)
            let finished = try await service.stop()
            #expect(finished.code == 0, "\(finished.complaints)")
            #expect(finished.output.isEmpty || !finished.output.contains("+237"), "standard output holds results alone")
        }

        @Test func `prints a line to copy that starts a conversation`() async throws {
            let service = try await Service.start(in: Scratch())
            let said = try service.process.said(service.process.complaints) + service.process.said(service.process.output)
            let line = try #require(said.split(separator: "\n").first { $0.contains("curl ") })
            let shell = Process()
            shell.executableURL = URL(filePath: "/bin/sh")
            shell.arguments = ["-c", String(line)]
            let answer = Pipe()
            shell.standardOutput = answer
            shell.standardError = FileHandle.nullDevice
            try shell.run()
            let shown = String(decoding: try answer.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
            #expect(shown.hasPrefix("CON Inscription des migrants."), "\(line): \(shown)")
        }

        @Test func `makes a key that nobody else can read`() async throws {
            let service = try await Service.start(in: Scratch())
            let attributes = try FileManager.default.attributesOfItem(atPath: service.scratch.key.path)
            #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600)
            try await service.stop()
            let before = try Data(contentsOf: service.scratch.key)
            let again = try await Service.start(in: service.scratch)
            try await again.stop()
            #expect(try Data(contentsOf: service.scratch.key) == before)
        }

        @Test func `is there once: a second one leaves the first alone and says so`() async throws {
            let first = try await Service.start(in: Scratch())
            let (session, start) = try await Session.dial("+237670000001", to: first)
            // Another port, so that only the database stands in the way.
            let port = try FreePort.find()
            let second = try Service.launch(in: first.scratch, environment: ["PASSERELLE_LISTEN_PORT": "\(port)"])
            let finished = try await second.process.finished()
            #expect(finished.code != 0)
            #expect(finished.complaints.contains("passerelle.sqlite"), "\(finished.complaints)")
            #expect(try await session.send() == start)
        }

        @Test func `names a port that is in use`() async throws {
            let scratch = try Scratch()
            let other = try FreePort.Listener()
            let service = try Service.launch(in: scratch, environment: ["PASSERELLE_LISTEN_PORT": "\(other.port)"])
            let finished = try await service.process.finished()
            #expect(finished.code != 0)
            #expect(finished.complaints.contains("\(other.port)"), "\(finished.complaints)")
        }

        @Test func `does not start with a key that does not fit its database`() async throws {
            let scratch = try Scratch()
            let service = try await Service.start(in: scratch)
            var (session, _) = try await Session.dial("+237670000001", to: service)
            let reference = try await session.register(name: "Awa")
            try await service.stop()

            let key = try Data(contentsOf: scratch.key)
            let other = try Scratch()
            try await Service.start(in: other).stop()
            try Data(contentsOf: other.key).write(to: scratch.key)
            let refused = try await Service.launch(in: scratch).process.finished()
            #expect(refused.code != 0)
            #expect(refused.complaints.contains("passerelle.key"), "\(refused.complaints)")

            try FileManager.default.removeItem(at: scratch.key)
            let without = try await Service.launch(in: scratch).process.finished()
            #expect(without.code != 0, "a new key must not be made beside a database that has one")
            #expect(without.complaints.contains("passerelle.key"), "\(without.complaints)")

            try key.write(to: scratch.key)
            let export = try await scratch.exportedSignUps()
            #expect(export.map(\.reference) == [reference], "nothing was harmed")
        }

        @Test func `finishes the turns under way when it is told to stop`() async throws {
            let scratch = try Scratch()
            let service = try await Service.start(in: scratch)
            var reviews: [(Session, Screen)] = []
            for person in 0..<24 {
                var (session, _) = try await Session.dial("+2376700000\(20 + person)", to: service)
                reviews.append((session, try await session.type(all: Registration.toReview(name: "Personne \(person)"))))
            }
            let references = await withTaskGroup(of: String?.self) { group in
                for (session, review) in reviews {
                    group.addTask {
                        var session = session
                        return try? await session.accept(review)
                    }
                }
                group.addTask {
                    service.process.send(SIGTERM)
                    return nil
                }
                return await group.reduce(into: Set<String>()) { if let reference = $1 { $0.insert(reference) } }
            }
            let finished = try await service.process.finished()
            #expect(finished.code == 0, "\(finished.complaints)")
            let stored = Set(try await scratch.exportedSignUps().map(\.reference))
            #expect(references.isSubset(of: stored), "what was answered is stored")
        }

        @Test func `loses nothing that was answered when it is killed`() async throws {
            let scratch = try Scratch()
            let service = try await Service.start(in: scratch)
            var references: Set<String> = []
            for person in 0..<5 {
                var (session, _) = try await Session.dial("+2376700000\(20 + person)", to: service)
                references.insert(try await session.register(name: "Personne \(person)"))
            }
            service.process.send(SIGKILL)
            _ = try await service.process.finished()
            let again = try await Service.start(in: scratch)
            #expect(Set(try await scratch.exportedSignUps().map(\.reference)) == references)
            try await again.stop()
        }

        @Test func `counts what it does`() async throws {
            let service = try await Service.start(in: Scratch())
            _ = try await Session.dial("+237670000001", to: service)
            let metrics = try await service.get("/metrics")
            #expect(metrics.status == .ok)
            #expect(metrics.text.contains("# TYPE "))
            #expect(!metrics.text.contains("670000001"))
            var forwarded = HTTPFields()
            forwarded[try #require(HTTPField.Name("X-Forwarded-For"))] = "203.0.113.7"
            let outside = try await service.get("/metrics", headers: forwarded)
            #expect(!outside.text.contains("# TYPE "), "details are for this machine alone")
        }

        @Test func `answers a channel without proof only from this machine`() async throws {
            let service = try await Service.start(in: Scratch())
            var forwarded = HTTPFields()
            forwarded[try #require(HTTPField.Name("X-Forwarded-For"))] = "203.0.113.7"
            forwarded[.contentType] = "application/x-www-form-urlencoded"
            let body = Array("sessionId=s&phoneNumber=%2B237670000001&serviceCode=*123%23&text=".utf8)
            #expect(try await service.send(.post, "/channels/ussd/receive", headers: forwarded, body: body).status == .forbidden)
        }

        @Test func `keeps the token out of its log, however much it tells`() async throws {
            let environment = ["PASSERELLE_TOKEN": "token-that-opens", "PASSERELLE_LOG_LEVEL": "debug"]
            let service = try await Service.start(in: Scratch(), environment: environment)
            let finished = try await service.stop()
            #expect(!finished.complaints.isEmpty && !(finished.complaints + finished.output).contains("token-that-opens"))
        }

        @Test func `takes a secret with a comma in the file whole`() async throws {
            let scratch = try Scratch()
            let text = try String(contentsOf: scratch.configuration, encoding: .utf8)
            let secret = #"page: 160, secret: "first,second","#
            try scratch.write(text.replacingOccurrences(of: "page: 160,", with: secret), to: scratch.configuration)
            let service = try await Service.start(in: scratch)
            let fields: KeyValuePairs = ["sessionId": "s", "phoneNumber": "+237670000001", "serviceCode": "*123#", "text": ""]
            #expect(try Screen(try await service.post("/channels/ussd/receive?key=first%2Csecond", fields)).isOpen)
            for half in ["first", "second"] {
                #expect(try await service.post("/channels/ussd/receive?key=\(half)", fields).status == .forbidden, "\(half)")
            }
        }

        @Test func `has a key and a socket by its database's name, and doctor sees an open key`() async throws {
            let scratch = try Scratch()
            let environment = ["PASSERELLE_DATABASE": "other.sqlite"]
            let service = try await Service.start(in: scratch, environment: environment)
            let key = scratch.folder.appending(path: "other.key")
            #expect(FileManager.default.fileExists(atPath: scratch.folder.appending(path: "other.sock").path))
            #expect(!FileManager.default.fileExists(atPath: scratch.folder.appending(path: "passerelle.sock").path))
            try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: key.path)
            let doctor = try await scratch.run("doctor", environment: environment)
            #expect(doctor.output.contains("chmod 600 \(key.path)"), "\(doctor.output)")
            try await service.stop()
        }

        @Test func `doctor sees each file of a secret that others can read`() async throws {
            let scratch = try Scratch()
            let text = try String(contentsOf: scratch.configuration, encoding: .utf8)
            let files = ["channel", "token"].map { scratch.folder.appending(path: $0) }
            for file in files { try scratch.write("a-long-secret-of-its-own", to: file) }
            let named = text.replacingOccurrences(of: "page: 160,", with: "page: 160, secret-file: channel,") + "\ntoken-file: token\n"
            try scratch.write(named, to: scratch.configuration)
            for (open, closed) in [(files[0], files[1]), (files[1], files[0])] {
                try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: open.path)
                try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: closed.path)
                let doctor = try await scratch.run("doctor")
                #expect(doctor.output.contains("chmod 600 \(open.path)"), "\(doctor.output)")
                #expect(!doctor.output.contains("chmod 600 \(closed.path)"), "\(doctor.output)")
            }
        }

        @Test func `asks for the secret of a channel that has one, old or new`() async throws {
            let environment = ["PASSERELLE_CHANNELS_USSD_SECRET": "old-secret-1,new-secret-2"]
            let service = try await Service.start(in: Scratch(), environment: environment)
            let fields: KeyValuePairs = ["sessionId": "s", "phoneNumber": "+237670000001", "serviceCode": "*123#", "text": ""]
            for key in ["old-secret-1", "new-secret-2"] {
                #expect(try Screen(try await service.post("/channels/ussd/receive?key=\(key)", fields)).isOpen)
            }
            for query in ["", "?key=", "?key=wrong", "?key=old-secret-"] {
                #expect(try await service.post("/channels/ussd/receive\(query)", fields).status == .forbidden, "\(query)")
            }
            let said = try service.process.said(service.process.complaints) + service.process.said(service.process.output)
            #expect(!said.contains("secret-1") && !said.contains("secret-2"))
        }
    }
}
