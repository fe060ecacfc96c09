import Foundation
import Glibc

/// A connection on which a test writes what no HTTP client would.
///
/// Its calls block, so each runs on a thread of its own: on two cores two waiting tests would hold every thread that carries tasks.
struct RawConnection: Sendable {
    struct Refused: Error {}

    private let descriptor: Int32

    static func to(port: Int) async throws -> RawConnection {
        try await apart {
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_port = UInt16(port).bigEndian
            address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
            return try RawConnection(family: AF_INET) { descriptor in
                withUnsafePointer(to: &address) { pointer in
                    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
                    }
                }
            }
        }
    }

    static func to(socket path: String) async throws -> RawConnection {
        try await apart {
            var address = sockaddr_un()
            address.sun_family = sa_family_t(AF_UNIX)
            withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
            return try RawConnection(family: AF_UNIX) { descriptor in
                withUnsafePointer(to: &address) { pointer in
                    pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
                    }
                }
            }
        }
    }

    private init(family: Int32, connecting: (Int32) -> Int32) throws {
        descriptor = socket(family, Int32(SOCK_STREAM.rawValue), 0)
        var limit = timeval(tv_sec: 60, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
        guard connecting(descriptor) == 0 else {
            Glibc.close(descriptor)
            throw Refused()
        }
    }

    /// Whether it could be written.
    @discardableResult
    func write(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }

    /// Writes as long as anything is taken, and says how many bytes that were.
    func flood(with text: String, atMost most: Int) async -> Int {
        await Self.apart {
            let bytes = Array(String(repeating: text, count: 65_536 / text.utf8.count).utf8)
            var (written, patience) = (0, 5)
            while written < most, patience > 0 {
                let rest = bytes[(written % bytes.count)...]
                let count = rest.withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL) | Int32(MSG_DONTWAIT)) }
                if count > 0 {
                    (written, patience) = (written + count, 5)
                } else {
                    patience -= 1
                    Thread.sleep(forTimeInterval: 0.05)
                }
            }
            return written
        }
    }

    /// What comes until the other end closes.
    func rest() async -> String { await Self.apart { read { _ in false } } }

    /// What comes until it ends in that text.
    func answer(endingIn end: String) async -> String { await Self.apart { read { $0.hasSuffix(end) } } }

    /// Says that nothing more will be written.
    func finish() { shutdown(descriptor, Int32(SHUT_WR)) }

    func close() { Glibc.close(descriptor) }

    private func read(until isWhole: (String) -> Bool) -> String {
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: 65_536)
        while !isWhole(String(decoding: bytes, as: UTF8.self)) {
            let count = recv(descriptor, &piece, piece.count, 0)
            guard count > 0 else { break }
            bytes += piece[..<count]
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static func apart<Value: Sendable, Failure: Error>(
        _ body: @escaping @Sendable () throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        let result: Result<Value, Failure> = await withCheckedContinuation { continuation in
            Thread { continuation.resume(returning: Result(catching: body)) }.start()
        }
        return try result.get()
    }
}
