import Foundation
import Logging
import Server
import ServiceLifecycle
import Testing

@Suite struct `the control socket` {
    private static let commands = [
        ControlCommand("publish") { body in .json(Array(#"{"heard":"\#(String(decoding: body, as: UTF8.self))"}"#.utf8)) },
        ControlCommand("person/erase") { _ in throw ControlRefusal("Nobody of this number is known.") },
        ControlCommand("purge") { _ in
            .lines(
                AsyncThrowingStream { lines in
                    for line in ["3 recordings", "2 conversations"] { lines.yield(line) }
                    lines.finish()
                })
        },
    ]

    /// Runs the socket in a folder of its own, at `passerelle.sock` behind that many bytes of path.
    private func withSocket(depth: Int = 0, _ test: (_ path: String) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("control-\(UInt32.random(in: 0...UInt32.max))")
        let deep = depth == 0 ? folder : folder.appendingPathComponent(String(repeating: "d", count: depth))
        try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = deep.appendingPathComponent("passerelle.sock").path
        try await running({ started in Self.socket(path) { await started(0) } }) { _, _ in try await test(path) }
        #expect(try FileManager.default.contentsOfDirectory(atPath: deep.path) == [], "nothing is left behind")
    }

    private static func socket(_ path: String, _ started: @escaping @Sendable () async -> Void = {}) -> ControlSocket {
        ControlSocket(path: path, commands: commands, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, onRunning: started)
    }

    private func post(_ command: String, _ body: String, to path: String) async throws -> String {
        let connection = try await RawConnection.to(socket: path)
        defer { connection.close() }
        connection.write(
            "POST /\(command) HTTP/1.1\r\nHost: passerelle\r\nConnection: close\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)")
        return await connection.rest()
    }

    @Test func `a command is carried out and answers`() async throws {
        try await withSocket { path in
            let answer = try await post("publish", "now", to: path)
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(answer.hasSuffix(#"{"heard":"now"}"#))
        }
    }

    @Test func `a command may answer line for line`() async throws {
        try await withSocket { path in
            let answer = try await post("purge", "", to: path)
            #expect(answer.contains("3 recordings\n"))
            #expect(answer.contains("2 conversations\n"))
        }
    }

    @Test func `a command that cannot be carried out says why`() async throws {
        try await withSocket { path in
            let answer = try await post("person/erase", "{}", to: path)
            #expect(answer.hasPrefix("HTTP/1.1 422 "))
            #expect(answer.hasSuffix("Nobody of this number is known.\n"))
        }
    }

    @Test func `a command that is not known is nowhere`() async throws {
        try await withSocket { path in
            let answer = try await post("shutdown", "", to: path)
            #expect(answer.hasPrefix("HTTP/1.1 404 "))
        }
    }

    @Test func `it is this user's alone`() async throws {
        try await withSocket { path in
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o600)
        }
    }

    @Test func `where the path is too long for a socket, a link lies there and leads to one in a folder of this user's alone`() async throws
    {
        try await withSocket(depth: 120) { path in
            #expect(path.utf8.count > 107)
            let socket = try FileManager.default.destinationOfSymbolicLink(atPath: path)
            #expect(socket.utf8.count <= 107)
            let folder = URL(fileURLWithPath: socket).deletingLastPathComponent().path
            #expect(try FileManager.default.attributesOfItem(atPath: folder)[.posixPermissions] as? Int == 0o700)
            #expect(try FileManager.default.attributesOfItem(atPath: socket)[.posixPermissions] as? Int == 0o600)
            #expect(try await post("publish", "now", to: socket).hasSuffix(#"{"heard":"now"}"#))
        }
    }

    @Test(arguments: [0, 120]) func `what a killed service left there does not stand in the way`(depth: Int) async throws {
        try await withSocket(depth: depth) { path in
            // The first still runs and is not asked: to the second its socket is one that somebody left.
            try await running({ started in Self.socket(path) { await started(0) } }) { _, _ in
                let socket = (try? FileManager.default.destinationOfSymbolicLink(atPath: path)) ?? path
                let answer = try await post("publish", "again", to: socket)
                #expect(answer.hasSuffix(#"{"heard":"again"}"#))
            }
        }
    }

    @Test func `a file that is no socket is left alone`() async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("precious-\(UInt32.random(in: 0...UInt32.max))").path
        try Data("precious".utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        await #expect(throws: NotASocket(path: path)) { try await Self.socket(path).run() }
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "precious")
    }
}
