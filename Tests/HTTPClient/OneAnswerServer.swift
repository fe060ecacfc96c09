import Dispatch
import Foundation
import Glibc
import Synchronization

/// A server of one connection that reads a request, keeps it, and answers literally what it was told to.
final class OneAnswerServer: Sendable {
    enum Place: Sendable {
        case loopback
        case socket(path: String)
    }

    enum Manner: Sendable {
        case answer(String)
        /// Reads the request and says nothing until the client has gone.
        case silence
        /// Reads the request and closes.
        case closing
    }

    struct Refused: Error { var call: String }

    /// Where it listens, when that is the loopback.
    let port: UInt16
    private let received: Received

    init(_ place: Place, _ manner: Manner) throws {
        let listener = Glibc.socket(place.family, Int32(SOCK_STREAM.rawValue), 0)
        guard listener >= 0 else { throw Refused(call: "socket") }
        guard place.bind(listener) == 0 else { throw Refused(call: "bind") }
        guard listen(listener, 1) == 0 else { throw Refused(call: "listen") }
        port = place.port(of: listener)
        let received = Received()
        self.received = received
        Thread { received.fill(with: Self.serve(listener, manner)) }.start()
    }

    /// The request as it came, once it has been answered.
    func request() -> String { received.wait() }

    private static func serve(_ listener: Int32, _ manner: Manner) -> String {
        defer { close(listener) }
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return "" }
        defer { close(connection) }
        let request = read(connection)
        switch manner {
        case .answer(let answer): _ = answer.withCString { send(connection, $0, strlen($0), Int32(MSG_NOSIGNAL)) }
        case .silence: _ = read(connection)
        case .closing: break
        }
        return request
    }

    private static func read(_ connection: Int32) -> String {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while !isWhole(bytes) {
            let count = recv(connection, &piece, piece.count, 0)
            guard count > 0 else { break }
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

/// A text that one thread writes and another waits for.
final class Received: Sendable {
    private let text = Mutex("")
    private let isThere = DispatchSemaphore(value: 0)

    func fill(with request: String) {
        text.withLock { $0 = request }
        isThere.signal()
    }

    func wait() -> String {
        isThere.wait()
        return text.withLock { $0 }
    }
}

extension OneAnswerServer.Place {
    var family: Int32 {
        switch self {
        case .loopback: AF_INET
        case .socket: AF_UNIX
        }
    }

    func bind(_ listener: Int32) -> Int32 {
        switch self {
        case .loopback:
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            return withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    Glibc.bind(listener, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                }
            }
        case .socket(let path):
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
            return withUnsafePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    Glibc.bind(listener, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                }
            }
        }
    }

    func port(of listener: Int32) -> UInt16 {
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(listener, $0, &size) }
        }
        return result == 0 ? UInt16(bigEndian: address.sin_port) : 0
    }
}
