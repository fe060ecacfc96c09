package import Texting

/// Which channels reach a number, in the order in which they are tried.
package struct Routes: Equatable, Sendable {
    /// One rule; what it does not say fits everybody.
    package struct Rule: Equatable, Sendable {
        package var network: String?
        /// A calling code: `237`.
        package var country: String?
        /// The channel's name.
        package var via: String

        package init(network: String? = nil, country: String? = nil, via: String) {
            self.network = network
            self.country = country
            self.via = via
        }
    }

    package var rules: [Rule]
    /// By network the beginnings of its numbers, as digits behind the plus: for where no gateway says which network it is.
    package var prefixes: [String: [String]]

    package init(rules: [Rule], prefixes: [String: [String]] = [:]) {
        self.rules = rules
        self.prefixes = prefixes
    }

    /// The network whose longest beginning fits; nil where none does.
    package func network(of number: PhoneNumber) -> String? {
        let digits = number.e164.dropFirst()
        var best: (name: String, length: Int)?
        for (name, beginnings) in prefixes.sorted(by: { $0.key < $1.key }) {
            for beginning in beginnings where digits.hasPrefix(beginning) && beginning.count > best?.length ?? 0 {
                best = (name, beginning.count)
            }
        }
        return best?.name
    }

    /// Every channel that a rule leads this number to, the first one first.
    func ways(to number: PhoneNumber, on network: String?) -> [String] {
        let network = network ?? self.network(of: number)
        var ways: [String] = []
        for rule in rules where !ways.contains(rule.via) {
            if let wanted = rule.network, wanted != network { continue }
            if let wanted = rule.country, !number.e164.dropFirst().hasPrefix(wanted) { continue }
            ways.append(rule.via)
        }
        return ways
    }
}
