import Glibc

/// A port on which every further connection stays unanswered: nobody accepts, and those that wait to be are as many as may.
final class FullBacklog: Sendable {
    let port: UInt16
    private let descriptors: [Int32]

    init() throws {
        let listener = try Place.loopback.listen(backlog: 0)
        let port = Place.loopback.port(of: listener)
        self.port = port
        descriptors =
            [listener]
            + (0..<4).map { _ in
                let waiting = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue), 0)
                _ = Place.with(Place.loopback(port: port)) { connect(waiting, $0, $1) }
                return waiting
            }
    }

    deinit { for descriptor in descriptors { close(descriptor) } }
}
