import Glibc

/// Where a peer listens.
enum Place: Sendable {
    case loopback
    case socket(path: String)

    /// - Parameter backlog: How many connections wait to be accepted, the system's own one more apart.
    func listen(backlog: Int32 = 1_024) throws -> Int32 {
        let listener = Glibc.socket(family, Int32(SOCK_STREAM.rawValue), 0)
        guard listener >= 0 else { throw Peer.Refused(call: "socket") }
        guard with(Glibc.bind, listener) == 0 else { throw Peer.Refused(call: "bind") }
        guard Glibc.listen(listener, backlog) == 0 else { throw Peer.Refused(call: "listen") }
        return listener
    }

    func port(of listener: Int32) -> UInt16 {
        var address = sockaddr_in()
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let result = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { getsockname(listener, $0, &size) }
        }
        return result == 0 ? UInt16(bigEndian: address.sin_port) : 0
    }

    private var family: Int32 {
        switch self {
        case .loopback: AF_INET
        case .socket: AF_UNIX
        }
    }

    private func with(_ call: (Int32, UnsafePointer<sockaddr>, socklen_t) -> Int32, _ descriptor: Int32) -> Int32 {
        switch self {
        case .loopback: Self.with(Self.loopback(port: 0)) { call(descriptor, $0, $1) }
        case .socket(let path):
            Self.with(
                {
                    var address = sockaddr_un()
                    address.sun_family = sa_family_t(AF_UNIX)
                    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path.utf8) }
                    return address
                }()
            ) { call(descriptor, $0, $1) }
        }
    }

    static func loopback(port: UInt16) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = port.bigEndian
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        return address
    }

    static func with<Address>(_ address: Address, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Int32) -> Int32 {
        withUnsafePointer(to: address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { body($0, socklen_t(MemoryLayout<Address>.size)) }
        }
    }
}
