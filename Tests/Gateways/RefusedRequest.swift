import Gateways
import Testing

/// A request that a gateway could not have sent, and what the sentence must name.
struct RefusedRequest: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var request: WebRequest
    var names: String

    init(_ label: String, _ request: WebRequest, _ names: String) {
        (testDescription, self.request, self.names) = (label, request, names)
    }
}
