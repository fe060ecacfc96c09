/// A network that may call a channel: `196.216.0.0/16`, `2001:db8::/32`, or one address.
package struct NetworkRange: Hashable, Sendable {
    private let base: [UInt8]
    private let prefix: Int

    /// nil where the text is no network, also where an address stands in it that is not its first.
    package init?(parsing text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = IPAddress(parsing: parts[0]) else { return nil }
        let width = address.bytes.count * 8
        guard let prefix = parts.count == 1 ? width : Int(parts[1]), (0...width).contains(prefix) else { return nil }
        guard Self.masked(address.bytes, to: prefix) == address.bytes else { return nil }
        self.base = address.bytes
        self.prefix = prefix
    }

    func contains(_ address: IPAddress) -> Bool {
        address.bytes.count == base.count && Self.masked(address.bytes, to: prefix) == base
    }

    private static func masked(_ bytes: [UInt8], to prefix: Int) -> [UInt8] {
        bytes.enumerated().map { index, byte in
            let kept = min(8, max(0, prefix - index * 8))
            return kept == 0 ? 0 : byte & (0xFF << (8 - kept))
        }
    }
}
