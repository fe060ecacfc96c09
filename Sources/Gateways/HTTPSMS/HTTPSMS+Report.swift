extension HTTPSMS {
    /// The names of a report's fields, and its words.
    package struct Report: Equatable, Sendable {
        package var source: HTTPUSSD.Source
        /// Where the reports stand, in JSON that has several; `.` is the whole body.
        package var list: String?
        /// Where the gateway's own id stands.
        package var id: String?
        /// Where ours comes back; an address of `{{status-address}}` has it without this.
        package var ours: String?
        package var status: String
        package var words: [Fate: [String]]
        package var price: String?

        package init(
            source: HTTPUSSD.Source, list: String? = nil, id: String? = nil, ours: String? = nil, status: String, words: [Fate: [String]],
            price: String? = nil
        ) {
            self.source = source
            self.list = list
            self.id = id
            self.ours = ours
            self.status = status
            self.words = words
            self.price = price
        }

        /// What stands behind `{{status-address}}` as the message's id, in a name that no gateway uses.
        static let ownField = "passerelle"
    }

    /// What a report's word says; one that is not listed is on its way, for nothing is lost by that.
    package enum Fate: String, CaseIterable, Sendable {
        case delivered
        case onItsWay = "on-its-way"
        case failed
        case expired
        case refused
        case unknownSubscriber = "unknown-subscriber"
        case blocked

        var state: DeliveryReport.State {
            switch self {
            case .delivered: .delivered
            case .onItsWay: .onItsWay
            case .failed: .failed(.failed)
            case .expired: .failed(.expired)
            case .refused: .failed(.refused)
            case .unknownSubscriber: .failed(.unknownSubscriber)
            case .blocked: .failed(.blocked)
            }
        }
    }
}
