import Foundation
import Glibc
import Synchronization

/// A telecom gateway of a test's own: it keeps every request and does with each what it was told to.
final class FakeGateway: Sendable {
    /// What is done with a request that was read, or, before anything is read, with a connection.
    enum Act: Sendable {
        case answer(Int, headers: [String: String] = [:], String)
        /// Exactly these bytes, and the connection is closed: half an answer, or none that anybody can read.
        case bytes(String)
        /// Nothing at all, until the caller has gone.
        case stall
        case close
        /// As when a process is killed.
        case reset
        /// Waits until the test calls `letGo`, then goes on.
        indirect case hold(then: Act)
    }

    struct Refused: Error {}

    let port: UInt16
    private let listener: Int32
    private let state: Mutex<State>

    private struct State {
        var requests: [Request] = []
        var act: @Sendable (Request) -> Act
        var welcome: @Sendable (_ connection: Int) -> Act?
        var connections: [Int32: Int] = [:]
        var accepted = 0
        var mayGo = false
    }

    /// - Parameters:
    ///   - welcome: what is done with a connection before anything of it is read; nil: it is read.
    ///   - act: what is done with each request.
    init(welcome: @escaping @Sendable (_ connection: Int) -> Act? = { _ in nil }, _ act: @escaping @Sendable (Request) -> Act) throws {
        listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let listener = listener
        let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(listener, $0, size) == 0 && listen(listener, 512) == 0 && getsockname(listener, $0, &size) == 0
            }
        }
        port = UInt16(bigEndian: address.sin_port)
        state = Mutex(State(act: act, welcome: welcome))
        guard isOpen else { throw Refused() }
        Thread { [weak self] in
            while case let connection = accept(listener, nil, nil), connection >= 0 {
                guard let self else {
                    _ = Glibc.close(connection)
                    return
                }
                serve(connection)
            }
            Glibc.close(listener)
        }.start()
    }

    deinit {
        shutdown(listener, Int32(SHUT_RDWR))
        for connection in state.withLock({ $0.connections.keys }) { shutdown(connection, Int32(SHUT_RDWR)) }
    }

    /// Where a channel's `url` points to.
    func address(_ path: String = "") -> String { "http://127.0.0.1:\(port)\(path)" }

    /// In the order in which they came.
    var requests: [Request] { state.withLock { $0.requests } }

    var accepted: Int { state.withLock { $0.accepted } }

    /// Does something else from the next request on.
    func become(_ act: @escaping @Sendable (Request) -> Act) { state.withLock { $0.act = act } }

    /// Everything that is held, and whatever would be.
    func letGo() { state.withLock { $0.mayGo = true } }

    private func serve(_ connection: Int32) {
        let (number, welcome) = state.withLock { state in
            state.accepted += 1
            state.connections[connection] = state.accepted
            return (state.accepted, state.welcome)
        }
        // Without a hold on the gateway while it waits for a request, so that it can end with its test.
        Thread { [weak self] in
            defer { Self.end(connection, self) }
            if let act = welcome(number) {
                guard let self, play(act, on: connection) else { return }
            }
            var rest: [UInt8] = []
            while let request = Request(from: connection, &rest) {
                guard let self else { return }
                let act = state.withLock { state in
                    state.requests.append(request)
                    return state.act
                }
                guard play(act(request), on: connection) else { return }
            }
        }.start()
    }

    private static func end(_ connection: Int32, _ gateway: FakeGateway?) {
        gateway?.state.withLock { $0.connections[connection] = nil }
        Glibc.close(connection)
    }

    /// Whether the connection goes on.
    private func play(_ act: Act, on connection: Int32) -> Bool {
        switch act {
        case .answer(let status, let headers, let body):
            let fields = headers.map { "\($0): \($1)\r\n" }.joined()
            return write("HTTP/1.1 \(status) X\r\nContent-Length: \(body.utf8.count)\r\n\(fields)\r\n\(body)", to: connection)
        case .bytes(let text):
            _ = write(text, to: connection)
            return false
        case .stall:
            _ = Self.isLeft(connection, within: -1)
            return false
        case .close: return false
        case .reset:
            var immediately = linger(l_onoff: 1, l_linger: 0)
            setsockopt(connection, SOL_SOCKET, SO_LINGER, &immediately, socklen_t(MemoryLayout<linger>.size))
            return false
        case .hold(let next):
            while !state.withLock({ $0.mayGo }) {
                if Self.isLeft(connection, within: 2) { return false }
            }
            return play(next, on: connection)
        }
    }

    /// Whether the caller has gone, or goes within so many milliseconds; -1: however long it takes.
    private static func isLeft(_ connection: Int32, within limit: Int32) -> Bool {
        var wait = pollfd(fd: connection, events: Int16(0x2000 /* POLLRDHUP */), revents: 0)
        return poll(&wait, 1, limit) > 0
    }

    private func write(_ text: String, to connection: Int32) -> Bool {
        let bytes = Array(text.utf8)
        return send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL)) == bytes.count
    }
}
