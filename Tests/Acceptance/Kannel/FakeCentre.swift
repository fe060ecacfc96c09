import Foundation
import Synchronization

/// The fake SMS centre: `fakesmsc` hands one message to Kannel and prints what comes back for any phone.
final class FakeCentre: Sendable {
    private let port: UInt16
    private let folder: URL
    /// One for each message that was sent; the last is connected, for bearerbox takes one at a time.
    private let connections = Mutex<[Running]>([])

    /// What people write to.
    static let number = "8080"

    init(port: UInt16, in folder: URL) {
        self.port = port
        self.folder = folder
    }

    /// How the words of a message are put into the fake centre's line.
    enum Words {
        case text(String)
        case ucs2(String)

        var line: String {
            switch self {
            case .text(let text): "text \(text)"
            case .ucs2(let text): "ucs2 " + text.utf16.map { Self.escaped($0 >> 8) + Self.escaped($0 & 0xFF) }.joined()
            }
        }

        private static func escaped(_ byte: UInt16) -> String { "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true) }
    }

    /// So that what Kannel sends arrives: a message from a sender in letters, who is told nothing.
    func connect() async throws { try await send(.text("bonjour"), from: "Orange") }

    /// A person's SMS.
    func send(_ words: Words, from sender: String) async throws {
        connections.withLock { $0.last }?.send(SIGKILL)
        var connection: Running?
        try await eventually("bearerbox takes a message") {
            if let started = connection, started.isRunning {
                return try started.said(started.complaints).contains("sent message 1")
            }
            let arguments = ["-H", "127.0.0.1", "-r", "\(self.port)", "-m", "1", "\(sender) \(Self.number) \(words.line)"]
            connection = try Running(arguments, of: KannelProgram.fakesmsc.url(), in: self.folder)
            return false
        }
        if let connection { connections.withLock { $0.append(connection) } }
    }

    /// All that phones were shown so far.
    func told() throws -> [Told] {
        let lines = try connections.withLock { $0 }.flatMap { try Told.lines(in: $0.said($0.complaints)) }
        return Told.joined(lines)
    }

    /// The person writes, and this is what comes back, whole.
    func ask(_ words: Words, from sender: String, within limit: Duration = .seconds(10)) async throws -> String {
        let before = try told().count
        try await send(words, from: sender)
        return try await reply(to: sender, after: before, within: limit)
    }

    func ask(_ text: String, from sender: String, within limit: Duration = .seconds(10)) async throws -> String {
        try await ask(.text(text), from: sender, within: limit)
    }

    /// What that phone is shown next.
    func reply(to number: String, after before: Int, within limit: Duration) async throws -> String {
        var shown: Told?
        // The lines of a message are printed one by one: it is whole when nothing was added for a moment.
        try await eventually(within: limit, "a reply to \(number)") {
            let next = try self.told().dropFirst(before).first { $0.number == number && $0.isWhole }
            defer { shown = next }
            return next != nil && next == shown
        }
        return shown?.text ?? ""
    }
}
