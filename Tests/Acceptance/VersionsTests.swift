import Foundation
import Testing

extension Acceptance {
    @Suite struct `Words that change while people are in them` {
        private static let old = "Où en est votre projet ?"
        private static let new = "Votre projet, où en est-il ?"

        /// Dials until the changed start is shown: a folder goes live once it has been still for two seconds. Each time it is somebody else,
        /// for who dials so often is cut off.
        private func dialUntil(_ words: String, _ service: Service) async throws -> Bool {
            var isShown = false
            var dials = 100
            try await eventually(within: .seconds(20), every: .milliseconds(250), "the new words are live") {
                dials += 1
                isShown = try await Session.dial("+237670000\(dials)", to: service).1.text.contains(words)
                return isShown
            }
            return isShown
        }

        @Test func `stay as they were for who is in the middle; the next dial reads the new ones`() async throws {
            let scratch = try Scratch(watch: true)
            let service = try await Service.start(in: scratch)
            var (inside, _) = try await Session.dial("+237670000001", to: service)
            _ = try await inside.type(all: ["1", "1", "Awa", "1", "3"])

            try scratch.replace(Self.old, with: Self.new, in: "inscription.yaml")
            try scratch.replace("Inscription des migrants.", with: "Nouvelle inscription.", in: "accueil.yaml")
            #expect(try await dialUntil("Nouvelle inscription.", service))

            #expect(try await inside.type("2").lines.first == "Ou en est votre projet ?")
            _ = try await inside.accept(try await inside.type("1"))

            var (next, _) = try await Session.dial("+237670000003", to: service)
            #expect(try await next.type(all: ["1", "1", "Awa", "1", "3", "2"]).lines.first == "Votre projet, ou en est-il ?")
        }

        @Test func `change nothing when they are broken, and say why`() async throws {
            let scratch = try Scratch(watch: true)
            let service = try await Service.start(in: scratch)
            let (_, start) = try await Session.dial("+237670000001", to: service)
            try scratch.replace("rappel/: Être rappelé", with: "rapel/: Être rappelé", in: "accueil.yaml")
            try await eventually(within: .seconds(20), "the log names the file") {
                try service.process.said(service.process.complaints).contains("accueil.yaml")
            }
            #expect(try await Session.dial("+237670000002", to: service).1 == start)
            let doctor = try await scratch.run("doctor", "--json")
            #expect(doctor.output.contains("accueil.yaml"), "doctor says why: \(doctor.output)\(doctor.complaints)")

            // Mended, it goes live with all its words.
            try scratch.replace("rapel/: Être rappelé", with: "rappel/: Être appelé", in: "accueil.yaml")
            #expect(try await dialUntil("2 Etre appele", service))
        }

        @Test func `wait for publish where the folder is not watched, and go back by rollback`() async throws {
            let scratch = try Scratch(watch: false)
            let service = try await Service.start(in: scratch)
            try scratch.replace("Inscription des migrants.", with: "Nouvelle inscription.", in: "accueil.yaml")
            #expect(try await Session.dial("+237670000001", to: service).1.text.hasPrefix("Inscription des migrants."))

            let published = try await scratch.run("publish")
            #expect(published.code == 0, "\(published.output)\(published.complaints)")
            #expect(try await Session.dial("+237670000002", to: service).1.text.hasPrefix("Nouvelle inscription."))

            let versions = try await scratch.run("versions")
            #expect(versions.code == 0)
            // The newest first; a star at the one that is live.
            let names = versions.output.split(separator: "\n").compactMap { $0.split { $0 == " " || $0 == "*" }.first.map(String.init) }
            #expect(names.count == 2, "\(versions.output)")
            let back = try await scratch.run("rollback", try #require(names.last))
            #expect(back.code == 0, "\(back.output)\(back.complaints)")
            #expect(try await Session.dial("+237670000003", to: service).1.text.hasPrefix("Inscription des migrants."))
        }

        @Test func `are published without a service too`() async throws {
            let scratch = try Scratch(watch: false)
            try await Service.start(in: scratch).stop()
            try scratch.replace("Inscription des migrants.", with: "Nouvelle inscription.", in: "accueil.yaml")
            #expect(try await scratch.run("publish").code == 0)
            let service = try await Service.start(in: scratch)
            #expect(try await Session.dial("+237670000001", to: service).1.text.hasPrefix("Nouvelle inscription."))
        }

        @Test func `do not go live broken by publish`() async throws {
            let scratch = try Scratch(watch: false)
            let service = try await Service.start(in: scratch)
            let (_, start) = try await Session.dial("+237670000001", to: service)
            try scratch.replace("rappel/: Être rappelé", with: "rapel/: Être rappelé", in: "accueil.yaml")
            let published = try await scratch.run("publish")
            #expect(published.code != 0)
            #expect((published.output + published.complaints).contains("accueil.yaml:8:7:"), "\(published.output)\(published.complaints)")
            #expect(try await Session.dial("+237670000002", to: service).1 == start)
        }
    }
}
