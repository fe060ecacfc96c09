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
