import Foundation
package import NIOCore

/// An address of the internet, version 4 or 6, as the number that its bits make.
package struct IPAddress: Hashable, Sendable {
    let number: UInt128
    /// Bits: 32 or 128.
    let width: Int

    /// nil where the text is no address. An IPv4 address that is written as an IPv6 one (`::ffff:10.0.0.1`) is taken for what it is.
    package init?(parsing text: some StringProtocol) {
        var four = in_addr()
        var six = in6_addr()
        let text = String(text)
        if inet_pton(AF_INET, text, &four) == 1 {
            self.init(four)
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            self.init(six)
        } else {
            return nil
        }
    }

    /// nil where the other end has none, as on a Unix socket.
    package init?(_ address: SocketAddress) {
        switch address {
        case .v4(let four): self.init(four.address.sin_addr)
        case .v6(let six): self.init(six.address.sin6_addr)
        case .unixDomainSocket: return nil
        }
    }

    private init(_ four: in_addr) {
        number = UInt128(UInt32(bigEndian: four.s_addr))
        width = 32
    }

    private init(_ six: in6_addr) {
        let all = withUnsafeBytes(of: six) { $0.reduce(UInt128(0)) { $0 << 8 | UInt128($1) } }
        let isMapped = all >> 32 == Self.mappedPrefix
        number = isMapped ? all & 0xFFFF_FFFF : all
        width = isMapped ? 32 : 128
    }

    /// RFC 4291 §2.5.5.2.
    private static let mappedPrefix: UInt128 = 0xFFFF

    var isLoopback: Bool { width == 32 ? number >> 24 == 127 : number == 1 }
}
