package import Foundation
package import Gateways

/// One request of ours to a gateway with what came of it, for whoever looks for trouble.
package struct Exchange: Sendable {
    package var channel: String
    package var at: Date
    package var request: OutgoingRequest
    package var end: CallEnd
    /// What in it is a person's: it is not shown.
    package var hidden: [String]

    package init(channel: String, at: Date, request: OutgoingRequest, end: CallEnd, hidden: [String]) {
        self.channel = channel
        self.at = at
        self.request = request
        self.end = end
        self.hidden = hidden
    }
}
