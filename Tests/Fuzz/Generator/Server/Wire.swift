import Glibc

/// A connection to the service, closed without a trace so that thousands of them leave no ports behind.
struct Wire {
    private let descriptor: Int32

    /// - Parameter host: the last number of the loopback address that it comes from.
    init?(port: Int, from host: Int) {
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var own = Self.address(port: 0, host: host)
        var other = Self.address(port: port, host: 1)
        let size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isOpen =
            withUnsafePointer(to: &own) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(descriptor, $0, size) } } == 0
            && withUnsafePointer(to: &other) { $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { connect(descriptor, $0, size) } } == 0
        guard isOpen else {
            Glibc.close(descriptor)
            return nil
        }
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
    }

    private static func address(port: Int, host: Int) -> sockaddr_in {
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = UInt16(port).bigEndian
        address.sin_addr.s_addr = (0x7F00_0000 | UInt32(host)).bigEndian
        return address
    }

    func close() {
        var linger = linger(l_onoff: 1, l_linger: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_LINGER, &linger, socklen_t(MemoryLayout.size(ofValue: linger)))
        Glibc.close(descriptor)
    }

    enum Ending { case closed, open }

    /// Writes all, reads what comes.
    ///
    /// - Parameters:
    ///   - quiet: after so many milliseconds without a byte nothing more is expected, and our side says that it is done; nil: never.
    ///   - limit: milliseconds until it is given up.
    func exchange(_ bytes: [UInt8], quiet: Int32?, limit: Int32) -> (answer: [UInt8], ending: Ending) {
        var answer: [UInt8] = []
        var written = 0
        var isDone = false
        var waited: Int32 = 0
        var piece = [UInt8](repeating: 0, count: 65_536)
        while true {
            let wants = Int16(POLLIN) | (written < bytes.count ? Int16(POLLOUT) : 0)
            var poll = pollfd(fd: descriptor, events: wants, revents: 0)
            let pause = isDone ? limit : quiet ?? limit
            guard Glibc.poll(&poll, 1, pause) > 0 else {
                waited += pause
                if isDone || quiet == nil || waited > limit { return (answer, .open) }
                shutdown(descriptor, Int32(SHUT_WR))
                isDone = true
                continue
            }
            if poll.revents & Int16(POLLOUT) != 0, written < bytes.count {
                let count = bytes[written...].withUnsafeBytes { send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
                // It may have been answered and closed before all of it was there.
                written = count > 0 ? written + count : bytes.count
            }
            if poll.revents & ~Int16(POLLOUT) != 0 {
                let count = recv(descriptor, &piece, piece.count, 0)
                if count <= 0 { return (answer, .closed) }
                answer += piece[..<count]
            }
        }
    }
}
