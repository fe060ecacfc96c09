import Glibc

/// A port that nobody listens at: the system gives one, and it is let go at once.
enum FreePort {
    struct Refused: Error {}

    static func find() throws -> UInt16 {
        let listener = try Listener()
        return listener.port
    }

    /// Holds a port as another program would.
    final class Listener: Sendable {
        let port: UInt16
        private let descriptor: Int32

        init() throws {
            descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
            var address = sockaddr_in()
            address.sin_family = sa_family_t(AF_INET)
            address.sin_addr.s_addr = inet_addr("127.0.0.1")
            var size = socklen_t(MemoryLayout<sockaddr_in>.size)
            let descriptor = descriptor
            let isOpen = withUnsafeMutablePointer(to: &address) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    bind(descriptor, $0, size) == 0 && listen(descriptor, 1) == 0 && getsockname(descriptor, $0, &size) == 0
                }
            }
            port = UInt16(bigEndian: address.sin_port)
            guard isOpen else { throw Refused() }
        }

        deinit { close(descriptor) }
    }
}
