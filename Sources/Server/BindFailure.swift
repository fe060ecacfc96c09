import Foundation
import NIOCore

/// Why the service could not listen.
package enum BindFailure: Error, Equatable, Sendable, CustomStringConvertible {
    case inUse(host: String, port: Int)
    /// Ports below 1024 are for root, as a rule.
    case notPermitted(host: String, port: Int)
    /// The host is none of this machine's.
    case notHere(host: String)

    /// nil where the error has another cause.
    init?(_ error: any Error, host: String, port: Int) {
        switch error {
        case let error as IOError where error.errnoCode == EADDRINUSE: self = .inUse(host: host, port: port)
        case let error as IOError where error.errnoCode == EACCES: self = .notPermitted(host: host, port: port)
        case let error as IOError where error.errnoCode == EADDRNOTAVAIL: self = .notHere(host: host)
        case is SocketAddressError, is SocketAddressError.UnknownHost: self = .notHere(host: host)
        default: return nil
        }
    }

    package var description: String {
        switch self {
        case .inUse(let host, let port):
            "Port \(port) of \(host) is taken by another program; stop that one, or set listen.port to a port that is free."
        case .notPermitted(let host, let port):
            "Port \(port) of \(host) is not for this user; set listen.port to one above 1023."
        case .notHere(let host):
            "\(host) is no address of this machine; set listen.host to 127.0.0.1, or to one that it has."
        }
    }
}
