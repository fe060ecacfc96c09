extension HTTPSMS {
    /// How the gateway's answer to a message is understood.
    package struct Answer: Equatable, Sendable {
        package enum Source: String, CaseIterable, Sendable {
            case json, xml, form
            /// Its body is a line, known by how it begins.
            case text
        }

        /// Where the gateway's own id stands.
        package enum IDPlace: Equatable, Sendable {
            case field(String)
            /// In a text, between these; where nothing stands behind it, to the next blank.
            case between(String, String)
        }

        package var source: Source
        /// With which it has taken the message; none: with any 2xx.
        package var statuses: [Int]
        /// Where its word stands; in a text it is the body.
        package var field: String?
        package var words: [Verdict: [String]]
        package var id: IDPlace?
        package var price: String?

        package init(
            source: Source, statuses: [Int] = [], field: String? = nil, words: [Verdict: [String]] = [:], id: IDPlace? = nil,
            price: String? = nil
        ) {
            self.source = source
            self.statuses = statuses
            self.field = field
            self.words = words
            self.id = id
            self.price = price
        }
    }

    /// What a word in the answer says.
    package enum Verdict: String, CaseIterable, Sendable {
        case taken
        case refused
        case unknownSubscriber = "unknown-subscriber"
        case blocked
        case busy
        case noMoney = "no-money"
        case refusesUs = "refuses-us"
    }
}
