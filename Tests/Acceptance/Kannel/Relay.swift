import Foundation
import Glibc
import Synchronization

/// Stands between Kannel and us, and can lose an answer on its way back.
final class Relay: Sendable {
    struct Refused: Error {}

    let port: UInt16
    /// Addresses that Kannel called, in order.
    var called: [String] { state.withLock { $0.called } }

    /// The answers to so many of the next requests never reach Kannel.
    func lose(_ answers: Int) { state.withLock { $0.answersToLose = answers } }

    private struct State {
        var answersToLose = 0
        var called: [String] = []
    }

    private let service: UInt16
    private let descriptor: Int32
    private let state = Mutex(State())

    init(to service: UInt16) throws {
        self.service = service
        port = try FreePort.find()
        descriptor = try Self.opened(port, bind)
        guard listen(descriptor, 16) == 0 else { throw Refused() }
        let descriptor = descriptor
        Thread.detachNewThread { [weak self] in
            while case let client = accept(descriptor, nil, nil), client >= 0 {
                self?.pass(client)
                close(client)
            }
        }
    }

    deinit {
        shutdown(descriptor, Int32(SHUT_RDWR))
        close(descriptor)
    }

    private static func opened(
        _ port: UInt16, _ attach: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32
    ) throws -> Int32 {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        address.sin_port = port.bigEndian
        let result = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                attach(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard result == 0 else {
            close(descriptor)
            throw Refused()
        }
        return descriptor
    }

    /// One request and its answer; afterwards the connection ends.
    private func pass(_ client: Int32) {
        var request = ""
        while !Self.isWhole(request), let more = Self.read(client) { request += more }
        guard Self.isWhole(request), let upstream = try? Self.opened(service, connect) else { return }
        defer { close(upstream) }
        Self.write(request.replacingOccurrences(of: "Connection: keep-alive", with: "Connection: close"), to: upstream)
        var answer = ""
        while let more = Self.read(upstream) { answer += more }
        let isLost = state.withLock { state in
            state.called.append(request.split(separator: " ").dropFirst().first.map(String.init) ?? "")
            guard state.answersToLose > 0 else { return false }
            state.answersToLose -= 1
            return true
        }
        if !isLost { Self.write(answer, to: client) }
    }

    private static func isWhole(_ request: String) -> Bool {
        guard let head = request.range(of: "\r\n\r\n") else { return false }
        let length = request[..<head.lowerBound].firstMatch(of: /(?i)content-length: (\d+)/).flatMap { Int($0.output.1) } ?? 0
        return request[head.upperBound...].utf8.count >= length
    }

    private static func read(_ descriptor: Int32) -> String? {
        var buffer = [UInt8](repeating: 0, count: 16_384)
        let count = recv(descriptor, &buffer, buffer.count, 0)
        return count > 0 ? String(decoding: buffer[..<count], as: UTF8.self) : nil
    }

    private static func write(_ text: String, to descriptor: Int32) {
        let bytes = Array(text.utf8)
        _ = send(descriptor, bytes, bytes.count, Int32(MSG_NOSIGNAL))
    }
}
