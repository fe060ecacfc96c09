/// A network that may call a channel: `196.216.0.0/16`, `2001:db8::/32`, or one address.
package struct NetworkRange: Hashable, Sendable {
    private let base: IPAddress
    private let prefix: Int

    /// nil where the text is no network, also where an address stands in it that is not its first.
    package init?(parsing text: String) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let address = IPAddress(parsing: parts[0]) else { return nil }
        guard let prefix = parts.count == 1 ? address.width : Int(parts[1]), (0...address.width).contains(prefix) else { return nil }
        guard address.network(prefix) << (address.width - prefix) == address.number else { return nil }
        self.base = address
        self.prefix = prefix
    }

    func contains(_ address: IPAddress) -> Bool {
        address.width == base.width && address.network(prefix) == base.network(prefix)
    }
}

extension IPAddress {
    /// Its first bits.
    fileprivate func network(_ prefix: Int) -> UInt128 { number >> (width - prefix) }
}
