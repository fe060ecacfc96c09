import Foundation
import Testing

extension Acceptance {
    @Suite struct `What is stored of a person` {
        private static let number = "+237670000042"
        private static let name = "Nanga Eboko Marcelline"
        private static let village = "Bankim-Sonkolong"
        private static let pin = "482915"

        /// The number as people and gateways write it, and the rest that a person said.
        private static let secrets = [number, "237670000042", "670000042", "6 70 00 00 42", name, "Marcelline", village, "Sonkolong", pin]

        @Test func `lies open nowhere, and is gone when it is erased`() async throws {
            let scratch = try Scratch()
            let service = try await Service.start(in: scratch)

            // Registers with misses, a mistyped PIN and a drop.
            var (first, _) = try await Session.dial(Self.number, to: service)
            _ = try await first.type(Self.pin)
            _ = try await first.type(all: ["1", "1", Self.name, "7"])
            _ = try await first.type("1")
            try await first.end("Incomplete")
            var (second, offer) = try await Session.dial(Self.number, to: service)
            #expect(offer.lines.contains("1 Continuer"), "\(offer)")
            _ = try await second.type("1")
            _ = try await second.type("3")
            _ = try await second.type(Self.pin)
            let reference = try await second.accept(try await second.type(all: ["2", "1"]))
            try await second.end("Success")

            // Asks to be called, at a village.
            var (third, _) = try await Session.dial(Self.number, to: service)
            let called = try await third.type(all: ["2", Self.village, "1"])
            #expect(called == .closed("Nous vous rappellerons."))
            try await third.end("Success")

            // Somebody else, who must stay.
            var (other, _) = try await Session.dial("+237670000043", to: service)
            let kept = try await other.register(name: "Awa")

            let shown = try await scratch.run("person", "show", Self.number, "--json")
            #expect(shown.code == 0, "\(shown.complaints)")
            #expect(shown.output.contains(Self.name) && shown.output.contains(Self.village), "what is stored can be shown: \(shown.output)")
            #expect(!shown.output.contains(Self.pin), "a PIN is not kept")
            try expectNothing(of: service, "before the erasure")

            // Is erased by the person, with the reference.
            var (fourth, _) = try await Session.dial(Self.number, to: service)
            #expect(try await fourth.type(all: ["3", reference, "1"]) == .closed("C'est efface."))
            try await fourth.end("Success")

            let gone = try await scratch.run("person", "show", Self.number, "--json")
            #expect(!gone.output.contains(Self.name) && !gone.output.contains(Self.village) && !gone.output.contains(reference))
            #expect(try await scratch.exportedSignUps().map(\.reference) == [kept])
            try expectNothing(of: service, "while the service runs")
            try await service.stop()
            try expectNothing(of: service, "after its end")
        }

        @Test func `is erased by staff, by number`() async throws {
            let scratch = try Scratch()
            let service = try await Service.start(in: scratch)
            var (session, _) = try await Session.dial(Self.number, to: service)
            _ = try await session.register(name: Self.name)
            let erased = try await scratch.run("person", "erase", "6 70 00 00 42")
            #expect(erased.code == 0, "\(erased.complaints)")
            #expect(try await scratch.exportedSignUps().isEmpty)
            let gone = try await scratch.run("person", "show", Self.number)
            #expect(!gone.output.contains(Self.name))

            // The number begins anew.
            let (_, start) = try await Session.dial(Self.number, to: service)
            #expect(start.lines.contains("1 S'inscrire"))
            try await service.stop()
            try expectNothing(of: service, "after its end")
        }

        @Test func `is not shown to whoever has the phone but not the reference`() async throws {
            let service = try await Service.start(in: Scratch())
            var (session, _) = try await Session.dial(Self.number, to: service)
            let reference = try await session.register(name: Self.name)
            var (thief, _) = try await Session.dial(Self.number, to: service)
            _ = try await thief.type("3")
            for guess in 0..<5 {
                let screen = try await thief.type("0000000\(guess)")
                #expect(!screen.text.contains("Tout effacer"), "\(screen)")
                if !screen.lines.contains(where: { $0.contains("numero d'inscription") }) { _ = try await thief.type("1") }
            }
            // Five misses lock it for a day, for the owner too.
            var (owner, _) = try await Session.dial(Self.number, to: service)
            #expect(try await owner.type(all: ["3", reference]).text.contains("Tout effacer") == false)
            #expect(try await service.scratch.exportedSignUps().map(\.reference) == [reference])
        }

        private func expectNothing(of service: Service, _ when: String) throws {
            let said = service.process.output.deletingLastPathComponent()
            for secret in Self.secrets {
                let findings = try Search(for: secret).findings(in: [service.scratch.folder, said])
                #expect(findings.isEmpty, "\(when), \(secret): \(findings)")
            }
        }

        @Test func `would be found by the search if it lay there`() throws {
            let folder = FileManager.default.temporaryDirectory.appending(path: "passerelle-search-\(UUID().uuidString)")
            try FileManager.default.createDirectory(at: folder.appending(path: "inner"), withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let utf8 = Array(Self.name.utf8)
            let utf16 = Self.name.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
            var planted: [[UInt8]] = [utf8, utf16, Array(utf8.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined().utf8)]
            for before in ["", "x", "xy"] {
                for bytes in [utf8, utf16] {
                    planted.append(Array(Data(Array(before.utf8) + bytes + Array("z".utf8)).base64EncodedString().utf8))
                }
            }
            for (index, bytes) in planted.enumerated() {
                let file = folder.appending(path: "inner/file")
                try Data([0, 1, 2] + bytes + [3]).write(to: file)
                #expect(try !Search(for: Self.name).findings(in: [folder]).isEmpty, "form \(index)")
            }
            try Data([0, 1, 2]).write(to: folder.appending(path: "inner/file"))
            #expect(try Search(for: Self.name).findings(in: [folder]).isEmpty)
        }
    }
}
