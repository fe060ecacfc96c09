import Foundation
import Synchronization

/// A bearerbox and a smsbox of a test's own, from the shipped configuration, with the fake SMS centre that they connect people through.
/// They end with the value, and with them all that they have stored.
final class RunningKannel: Sendable {
    let centre: FakeCentre
    private let folder: URL
    private let boxes: Mutex<[Running]>

    /// What is known before it is started, as who sends through it has to.
    struct Ports {
        /// Of `sendsms`.
        let sending: UInt16

        init() throws { sending = try FreePort.find() }
    }

    /// - Parameters:
    ///   - port: where Kannel calls us.
    ///   - secret: what it proves itself by.
    static func start(
        calling port: UInt16, secret: String = Scratch.kannelSecret, _ ports: Ports? = nil
    ) async throws -> RunningKannel {
        let folder = FileManager.default.temporaryDirectory.appending(path: "passerelle-kannel-\(UUID().uuidString)")
        for name in ["store", "dlr"] {
            try FileManager.default.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true)
        }
        let centrePort = try FreePort.find()
        let file = folder.appending(path: "kannel.conf")
        try configuration(in: folder, centrePort: centrePort, calling: port, secret: secret, ports ?? Ports()).write(to: file)
        return RunningKannel(folder, try await boxes(file), FakeCentre(port: centrePort, in: folder))
    }

    private static func boxes(_ file: URL) async throws -> [Running] {
        // smsbox ends where no bearerbox is listening.
        let bearerbox = try await box(.bearerbox, file, saying: "Start-up done")
        return [bearerbox, try await box(.smsbox, file, saying: "Connected to bearerbox")]
    }

    /// As when its machine is switched off and on; what it has stored is there again.
    func killAndBringBack() async throws {
        for box in boxes.withLock({ $0 }) {
            box.send(SIGKILL)
            _ = try await box.finished()
        }
        let again = try await Self.boxes(folder.appending(path: "kannel.conf"))
        boxes.withLock { $0 = again }
    }

    private static func configuration(
        in folder: URL, centrePort: UInt16, calling port: UInt16, secret: String, _ ports: Ports
    ) throws -> KannelConfiguration {
        var configuration = try KannelConfiguration()
        try configuration.set("admin-port", of: "core", to: "\(FreePort.find())")
        try configuration.set("smsbox-port", of: "core", to: "\(FreePort.find())")
        try configuration.set("sendsms-port", of: "smsbox", to: "\(ports.sending)")
        try configuration.set("port", of: "smsc", to: "\(centrePort)")
        for (key, place) in ["store-location": "store", "dlr-spool": "dlr", "log-file": "bearerbox.log"] {
            try configuration.set(key, of: "core", to: "\"\(folder.appending(path: place).path)\"")
        }
        try configuration.set("log-file", of: "smsbox", to: "\"\(folder.appending(path: "smsbox.log").path)\"")
        try configuration.replace("SENDSMS-PASSWORD", with: Scratch.sendingPassword)
        try configuration.replace("ADMIN-PASSWORD", with: "only-for-this-test")
        try configuration.replace("KANNEL-SECRET@127.0.0.1:8080/", with: "\(secret)@127.0.0.1:\(port)/")
        return configuration
    }

    /// Starts a part of Kannel and waits for its word that it is up.
    private static func box(_ program: KannelProgram, _ configuration: URL, saying word: String) async throws -> Running {
        let box = try Running([configuration.path], of: program.url(), in: configuration.deletingLastPathComponent())
        try await eventually(within: .seconds(20), "\(program) says: \(word)") {
            guard box.isRunning else { throw NotInTime(description: "\(program) ended: \(try box.said(box.complaints).suffix(2_000))") }
            return try box.said(box.complaints).contains(word)
        }
        return box
    }

    private init(_ folder: URL, _ boxes: [Running], _ centre: FakeCentre) {
        self.folder = folder
        self.boxes = Mutex(boxes)
        self.centre = centre
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    /// What it has written into its log files, which is what an operator keeps.
    func logs() throws -> String {
        try ["bearerbox.log", "smsbox.log"].map { try String(contentsOf: folder.appending(path: $0), encoding: .utf8) }.joined()
    }
}
