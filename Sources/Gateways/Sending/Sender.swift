package import HTTPTypes
package import Texting

/// The half of a gateway that sends SMS. Pure: a message to a request, an answer to what has become of it.
package protocol Sender: Sendable {
    /// What hands the message over.
    ///
    /// - Parameter token: what `tokens` gave, where there is such a desk.
    func request(for message: OutgoingMessage, token: String?) -> OutgoingRequest

    /// What the gateway's answer to it says, whatever its status.
    func outcome(of answer: OutgoingAnswer) -> SendOutcome

    /// Where a token for the requests comes from; nil where they carry a key of their own.
    var tokens: (any TokenDesk)? { get }

    /// How the gateway is asked what became of a message whose fate is not known; nil where it can't be asked.
    var lookUp: (any LookUp)? { get }
}

extension Sender {
    package var tokens: (any TokenDesk)? { nil }
    package var lookUp: (any LookUp)? { nil }
}

/// One SMS as it is to reach the phone.
package struct OutgoingMessage: Equatable, Sendable {
    /// Ours, of 32 small hexadecimal digits; it travels through every gateway that takes one.
    package var id: String
    package var to: PhoneNumber
    /// Fitted to the channel's letters.
    package var text: String
    /// Where its delivery report goes, with the proof of the caller in it; nil where we have no address that a gateway reaches.
    package var statusAddress: String?

    package init(id: String, to: PhoneNumber, text: String, statusAddress: String?) {
        self.id = id
        self.to = to
        self.text = text
        self.statusAddress = statusAddress
    }

    package var encoding: MessageSize.Encoding { MessageSize(sms: text).encoding }
}

/// An HTTP request that we make.
package struct OutgoingRequest: Equatable, Sendable {
    package var method: HTTPRequest.Method
    /// The whole of it, query included.
    package var address: String
    package var headers: HTTPFields
    package var body: [UInt8]

    package init(method: HTTPRequest.Method, address: String, headers: HTTPFields = [:], body: [UInt8] = []) {
        self.method = method
        self.address = address
        self.headers = headers
        self.body = body
    }
}

/// What came back for it.
package struct OutgoingAnswer: Equatable, Sendable {
    package var status: HTTPResponse.Status
    package var headers: HTTPFields
    package var body: [UInt8]

    package init(status: HTTPResponse.Status, headers: HTTPFields = [:], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }
}

/// Where a gateway gives out tokens, which are kept until they expire.
package protocol TokenDesk: Sendable {
    var request: OutgoingRequest { get }

    /// nil where the answer has none.
    func token(in answer: OutgoingAnswer) -> Token?
}

package struct Token: Equatable, Sendable {
    package var text: String
    package var lifetime: Duration

    package init(text: String, lifetime: Duration) {
        self.text = text
        self.lifetime = lifetime
    }
}

/// Asks a gateway what became of a message that may or may not have reached it.
package protocol LookUp: Sendable {
    func request(for message: OutgoingMessage, token: String?) -> OutgoingRequest

    func finding(in answer: OutgoingAnswer, of message: OutgoingMessage) -> Finding
}

/// What a look-up found.
package enum Finding: Equatable, Sendable {
    /// The gateway has it.
    case known(DeliveryReport)
    /// The gateway has never had it, so that trying again is safe.
    case absent
    /// The answer says neither.
    case unclear
}
