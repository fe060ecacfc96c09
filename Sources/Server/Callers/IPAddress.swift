import Foundation

/// An address of the internet, version 4 or 6, by its bytes.
package struct IPAddress: Hashable, Sendable {
    /// Four of them, or sixteen.
    let bytes: [UInt8]

    /// nil where the text is no address. An IPv4 address that is written as an IPv6 one (`::ffff:10.0.0.1`) is taken for what it is.
    package init?(parsing text: some StringProtocol) {
        var four = in_addr()
        var six = in6_addr()
        let text = String(text)
        if inet_pton(AF_INET, text, &four) == 1 {
            bytes = withUnsafeBytes(of: four) { Array($0) }
        } else if inet_pton(AF_INET6, text, &six) == 1 {
            let all = withUnsafeBytes(of: six) { Array($0) }
            bytes = all.starts(with: Self.mappedPrefix) ? Array(all.dropFirst(Self.mappedPrefix.count)) : all
        } else {
            return nil
        }
    }

    /// RFC 4291 §2.5.5.2.
    private static let mappedPrefix: [UInt8] = Array(repeating: 0, count: 10) + [0xFF, 0xFF]

    var isLoopback: Bool { bytes.count == 4 ? bytes[0] == 127 : bytes.dropLast().allSatisfy { $0 == 0 } && bytes.last == 1 }
}
