import Foundation
import HTTPClient
import HTTPTypes
import Testing

extension Acceptance {
    @Suite struct `Dialogs that cannot be used` {
        struct Fault: Sendable {
            let label: String
            let spoil: @Sendable (Scratch) throws -> Void
            /// What the answer must name.
            let names: String
        }

        static let faults = [
            Fault(label: "missing", spoil: { try FileManager.default.removeItem(at: $0.dialogs) }, names: "Dialogs"),
            Fault(
                label: "empty",
                spoil: { scratch in
                    try FileManager.default.removeItem(at: scratch.dialogs)
                    try FileManager.default.createDirectory(at: scratch.dialogs, withIntermediateDirectories: true)
                }, names: "accueil.yaml"),
            Fault(
                label: "not YAML",
                spoil: { try $0.write("start: [menu\nscreens: {{\n", to: $0.dialogs.appending(path: "accueil.yaml")) },
                names: "accueil.yaml"),
            Fault(
                label: "not text", spoil: { try Data([0xFF, 0xFE, 0x00, 0x01]).write(to: $0.dialogs.appending(path: "accueil.yaml")) },
                names: "accueil.yaml"),
            Fault(
                label: "a cycle of calls",
                spoil: { scratch in
                    try scratch.replace(
                        "abroad: ailleurs }", with: "abroad: encore }\n  encore: { call: residence/, next: ailleurs }", in: "residence.yaml"
                    )
                }, names: "residence.yaml"),
        ]

        @Test func `leave the service standing, not ready, and saying why`() async throws {
            #expect(!Self.faults.isEmpty)
            for fault in Self.faults {
                let scratch = try Scratch()
                try fault.spoil(scratch)
                let service = try Service.launch(in: scratch)
                try await eventually("\(fault.label): alive") { (try? await service.get("/health/live").status) == .ok }
                let ready = try await service.get("/health/ready")
                #expect(ready.status == .serviceUnavailable, "\(fault.label): \(ready.status)")
                #expect(ready.text.contains { $0.isLetter }, "\(fault.label) says why")
                let said = try ready.text + service.process.said(service.process.complaints)
                #expect(said.contains(fault.names), "\(fault.label): \(said)")

                let session = Session(service: service, number: "+237670000001", id: "s", typed: [])
                let answer = try await session.response()
                #expect([200, 503].contains(answer.status.code), "\(fault.label): a person gets a polite end: \(answer.text)")
                #expect(!answer.text.hasPrefix("CON"))
                #expect(try await service.stop().code == 0, "\(fault.label)")
            }
        }

        @Test func `are named by check`() async throws {
            for fault in Self.faults {
                let scratch = try Scratch()
                try fault.spoil(scratch)
                let check = try await Running(["check", scratch.dialogs.path], in: scratch.folder).finished()
                #expect([1, 2].contains(check.code), "\(fault.label): \(check.code)")
                let said = check.output + check.complaints
                #expect(said.contains(fault.names), "\(fault.label): \(said)")
            }
        }
    }
}
