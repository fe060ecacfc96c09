import Glibc
import Synchronization

/// A port that nobody listens at, and that nothing takes until its program does: connections get theirs from 32768 on
/// (net.ipv4.ip_local_port_range), and here none is given twice.
enum FreePort {
    struct Refused: Error {}

    private static let given = Mutex<Set<UInt16>>([])

    static func find() throws -> UInt16 {
        for _ in 0..<1000 {
            let port = UInt16.random(in: 15_000..<32_000)
            guard given.withLock({ $0.insert(port).inserted }), (try? Listener(port)) != nil else { continue }
            return port
        }
        throw Refused()
    }

    /// Holds a port as another program would.
    final class Listener: Sendable {
        let port: UInt16
        private let descriptor: Int32

        /// - Parameter port: 0: any.
        init(_ port: UInt16 = 0) throws {
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = inet_addr("127.0.0.1")
            address.sin_port = port.bigEndian
            var size = socklen_t(MemoryLayout<sockaddr_in>.size)
            let descriptor = descriptor
            let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(descriptor, $0, size) == 0 && listen(descriptor, 1) == 0 && getsockname(descriptor, $0, &size) == 0
                }
            }
            self.port = UInt16(bigEndian: address.sin_port)
            guard isOpen else { throw Refused() }
        }

        deinit { close(descriptor) }
    }
}
