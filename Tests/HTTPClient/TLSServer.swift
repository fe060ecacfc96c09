import Foundation
import Glibc

/// `openssl s_server` with a certificate made for it.
final class TLSServer {
    struct Failed: Error { var said: String }

    let port: Int
    /// The certificate, for who wants to trust it.
    var certificate: String { folder.appending(path: "cert.pem").path }
    private let folder: URL
    private let process: Process
    /// Kept open: the server ends with its standard input.
    private let input = Pipe()
    private let output = Pipe()

    init(for names: String, _ arguments: [String]) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "tls-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let (key, certificate) = (folder.appending(path: "key.pem").path, folder.appending(path: "cert.pem").path)
        let making = Self.openssl([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-noenc", "-days", "1", "-subj", "/CN=passerelle test",
            "-addext", "subjectAltName=\(names)", "-keyout", key, "-out", certificate,
        ])
        making.standardError = FileHandle.nullDevice
        try making.run()
        making.waitUntilExit()
        process = Self.openssl(["s_server", "-accept", "127.0.0.1:0", "-key", key, "-cert", certificate] + arguments)
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        let said = Self.read(output, until: #/ACCEPT \S+:(\d+)\n/#)
        guard let port = said?.1, let port = Int(port) else { throw Failed(said: "no port") }
        self.port = port
    }

    deinit {
        // A thread that carries tasks blocks the milder signals, and its children inherit that.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    /// Whether the server printed this before it ended. Blocks until then.
    func says<Output>(_ pattern: Regex<Output>) -> Bool { Self.read(output, until: pattern) != nil }

    private static func openssl(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        return process
    }

    private static func read<Output>(_ pipe: Pipe, until pattern: Regex<Output>) -> Output? {
        var said = ""
        while case let piece = pipe.fileHandleForReading.availableData, !piece.isEmpty {
            said += String(decoding: piece, as: UTF8.self)
            if let match = said.firstMatch(of: pattern) { return match.output }
        }
        return nil
    }
}
