import Foundation
import Glibc

/// The built program with a channel of every kind, in a folder of its own.
final class ServiceUnderFire {
    let port: Int
    private let folder: URL
    private let process = Process()

    struct Trouble: Error { let what: String }

    /// - Parameters:
    ///   - program: where it is.
    ///   - dialogs: what it says.
    init(program: URL, dialogs: URL, port: Int) throws {
        self.port = port
        folder = FileManager.default.temporaryDirectory.appending(path: "passerelle-fire-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try FileManager.default.copyItem(at: dialogs, to: folder.appending(path: "Dialogs"))
        try Data(Self.configuration(port).utf8).write(to: folder.appending(path: "passerelle.yaml"))
        try Data().write(to: log)
        process.executableURL = program
        process.arguments = ["serve", "--config", folder.appending(path: "passerelle.yaml").path]
        process.environment = ["PATH": "/usr/bin:/bin", "LANG": "C.UTF-8"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = try FileHandle(forWritingTo: log)
        try process.run()
        for _ in 0..<600 {
            if isRunning, ask("/health/ready")?.contains(" 200 ") == true { return }
            Thread.sleep(forTimeInterval: 0.05)
        }
        throw Trouble(what: "the service does not start: \(said)")
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        try? FileManager.default.removeItem(at: folder)
    }

    private var log: URL { folder.appending(path: "log") }

    /// All that it has logged.
    var said: String { (try? String(decoding: Data(contentsOf: log), as: UTF8.self)) ?? "" }

    var isRunning: Bool { process.isRunning }

    /// kB in memory.
    var resident: Int {
        let status = (try? String(contentsOfFile: "/proc/\(process.processIdentifier)/status", encoding: .utf8)) ?? ""
        return status.split(separator: "\n").first { $0.hasPrefix("VmRSS") }.flatMap { Int($0.filter(\.isNumber)) } ?? 0
    }

    /// Files and connections that it has open.
    var descriptors: Int { (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process.processIdentifier)/fd").count) ?? 0 }

    /// A request of an ordinary client, over a connection of its own; nil where there is no answer in 5 s.
    func ask(_ path: String, form: String? = nil) -> String? {
        guard let wire = Wire(port: port, from: 1) else { return nil }
        defer { wire.close() }
        let start = form == nil ? "GET" : "POST"
        let head = "\(start) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n"
        let body = form.map { "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: \($0.utf8.count)\r\n\r\n\($0)" } ?? "\r\n"
        let (answer, ending) = wire.exchange(Array((head + body).utf8), quiet: nil, limit: 5000)
        return ending == .closed && !answer.isEmpty ? String(decoding: answer, as: UTF8.self) : nil
    }

    /// SIGTERM, and how it ended.
    func stop() -> Int32 {
        process.terminate()
        process.waitUntilExit()
        return process.terminationStatus
    }

    static let channels = [
        "ussd", "africas-talking-sms", "mtn-ussd", "mtn-sms", "hubtel-ussd", "kannel", "kannel-ussd", "infobip", "orange-sms", "vonage",
        "phone", "xml", "query",
    ]

    private static func configuration(_ port: Int) -> String {
        let built = channels.filter { !["ussd", "phone", "xml", "query"].contains($0) }.map {
            "  \($0): { gateway: \($0), code: \"*123#\", cost: gratuit }"
        }
        return """
            listen: { host: 127.0.0.1, port: \(port) }
            database: passerelle.sqlite
            dialogs: { folder: Dialogs, start: accueil, watch: true }
            languages: [fr, en]
            country: { calling-code: 237, time-zone: Africa/Douala }
            channels:
              ussd: { gateway: africas-talking-ussd, code: "*123#", cost: gratuit }
              phone: { gateway: phone, code: "*123#", cost: gratuit }
              query:
                gateway: http-ussd
                code: "*123#"
                cost: gratuit
                request: { from: query, session: SESSION_ID, number: MSISDN, text: INPUT }
                begins: { text: code }
                ends: { field: TYPE, words: ["3", "4"] }
                answer: { type: text/plain, body: "{{text}}", end: { header: Freeflow, last: FB, more: FC } }
              xml:
                gateway: http-ussd
                code: "*123#"
                cost: gratuit
                request: { from: xml, session: request/@id, number: request/msisdn, text: request/text }
                begins: { field: request/type, words: [begin] }
                answer: { type: text/xml, body: "<r><t>{{text}}</t><e>{{end}}</e></r>", end: { last: "1", more: "0" } }
            \(built.joined(separator: "\n"))
            outgoing: [{ via: phone }]

            """
    }
}
