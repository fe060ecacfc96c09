import Foundation

/// `openssl s_server` with a certificate that nobody vouches for.
final class Imposter {
    struct NotStarted: Error {}

    let port: UInt16
    private let folder: URL
    private let process = Process()
    /// Kept open: the server ends with its standard input.
    private let input = Pipe()
    private let output = Pipe()

    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "imposter-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let (key, certificate) = (folder.appending(path: "key.pem").path, folder.appending(path: "cert.pem").path)
        let making = Process()
        Self.openssl(
            making,
            [
                "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-noenc", "-days", "1", "-subj", "/CN=imposter",
                "-addext", "subjectAltName=IP:127.0.0.1", "-keyout", key, "-out", certificate,
            ])
        try making.run()
        making.waitUntilExit()
        Self.openssl(process, ["s_server", "-accept", "127.0.0.1:0", "-key", key, "-cert", certificate, "-www"])
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        var said = ""
        var found: UInt16?
        while found == nil, case let piece = output.fileHandleForReading.availableData, !piece.isEmpty {
            said += String(decoding: piece, as: UTF8.self)
            found = said.firstMatch(of: /ACCEPT \S+:(\d+)\n/).flatMap { UInt16($0.1) }
        }
        guard let found else { throw NotStarted() }
        port = found
    }

    deinit {
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    private static func openssl(_ process: Process, _ arguments: [String]) {
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["openssl"] + arguments
        process.standardError = FileHandle.nullDevice
    }
}
