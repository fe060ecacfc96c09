import Foundation
import Glibc
import Synchronization

/// The other end: a server that does literally what its scripts say, one script a connection.
///
/// The last script holds for all further connections; each has a thread of its own.
final class Peer: Sendable {
    enum Step: Sendable {
        /// One whole request.
        case read
        case answer(String)
        /// Until the client has gone, without reading.
        case stall
        case close
        /// As when a process is killed: the client gets a reset.
        case reset
        /// From the script's beginning.
        case again
    }

    enum Event: Equatable, Sendable {
        case accepted
        case read(String)
        /// The connection has ended, from whichever side.
        case ended
        /// It listens no more.
        case left
    }

    struct Refused: Error { var call: String }

    /// Where it listens, when that is the loopback.
    let port: UInt16
    private let listener: Int32
    private let log = Log()

    init(_ place: Place = .loopback, _ scripts: [Step]...) throws {
        listener = try place.listen()
        port = place.port(of: listener)
        let (listener, log) = (listener, log)
        Thread {
            var number = 0
            while case let connection = accept(listener, nil, nil), connection >= 0 {
                log.add(.accepted)
                let script = scripts[min(number, scripts.count - 1)]
                number += 1
                Thread { Self.play(script, on: connection, log) }.start()
            }
            close(listener)
            log.add(.left)
        }.start()
    }

    deinit {
        // Once it has left, the number may be another's.
        if !log.all.contains(.left) { shutdown(listener, Int32(SHUT_RDWR)) }
    }

    /// Listens no more: from then on its port refuses.
    func leave() async {
        // Closing alone would not wake the thread that waits for a connection.
        shutdown(listener, Int32(SHUT_RDWR))
        await log.first { $0 == .left }
    }

    var address: String { "http://127.0.0.1:\(port)/" }
    var accepted: Int { log.all.count { $0 == .accepted } }
    var requests: [String] {
        log.all.compactMap { event in
            if case .read(let request) = event { request } else { nil }
        }
    }

    /// The first request as it came.
    func request() async -> String {
        await log.first { if case .read = $0 { true } else { false } }
        return requests.first ?? ""
    }

    /// Waits until a connection has ended.
    func end() async { await log.first { $0 == .ended } }

    private static func play(_ script: [Step], on connection: Int32, _ log: Log) {
        defer {
            close(connection)
            log.add(.ended)
        }
        var index = 0
        while index < script.count {
            switch script[index] {
            case .read:
                guard let request = wholeRequest(on: connection) else { return }
                log.add(.read(request))
            case .answer(let answer): _ = answer.withCString { send(connection, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
            case .stall:
                var wait = pollfd(fd: connection, events: Int16(0x2000 /* POLLRDHUP */), revents: 0)
                _ = poll(&wait, 1, -1)
            case .close: return
            case .reset:
                var immediately = linger(l_onoff: 1, l_linger: 0)
                setsockopt(connection, SOL_SOCKET, SO_LINGER, &immediately, socklen_t(MemoryLayout<linger>.size))
                return
            case .again:
                index = 0
                continue
            }
            index += 1
        }
        // A closed connection with something unread would be a reset.
        while wholeRequest(on: connection) != nil {}
    }

    private static func wholeRequest(on connection: Int32) -> String? {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while !isWhole(bytes) {
            let count = recv(connection, &piece, piece.count, 0)
            guard count > 0 else { return nil }
            bytes += piece[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func isWhole(_ bytes: [UInt8]) -> Bool {
        let text = String(decoding: bytes, as: UTF8.self)
        guard let head = text.range(of: "\r\n\r\n") else { return false }
        let lines = text[..<head.lowerBound].lowercased().components(separatedBy: "\r\n")
        let length = lines.first { $0.hasPrefix("content-length: ") }.flatMap { Int($0.dropFirst(16)) } ?? 0
        return text[head.upperBound...].utf8.count >= length
    }
}

/// What a peer has seen, and who waits for something of it.
private final class Log: Sendable {
    private let events = Mutex<[Peer.Event]>([])
    private let waiting = Mutex<[(fits: @Sendable (Peer.Event) -> Bool, wake: CheckedContinuation<Void, Never>)]>([])

    var all: [Peer.Event] { events.withLock { $0 } }

    func add(_ event: Peer.Event) {
        let due = waiting.withLock { waiting in
            events.withLock { $0.append(event) }
            defer { waiting.removeAll { $0.fits(event) } }
            return waiting.filter { $0.fits(event) }
        }
        for one in due { one.wake.resume() }
    }

    func first(_ fits: @escaping @Sendable (Peer.Event) -> Bool) async {
        await withCheckedContinuation { continuation in
            let isThere = waiting.withLock { waiting in
                if events.withLock({ $0.contains(where: fits) }) { return true }
                waiting.append((fits, continuation))
                return false
            }
            if isThere { continuation.resume() }
        }
    }
}
