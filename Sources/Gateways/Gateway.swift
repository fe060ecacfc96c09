package import HTTPTypes

/// A telecom gateway's words to ours and back. Pure: a value in, a value out.
package protocol Gateway: Sendable {
    /// Reads what came to `/channels/NAME/receive`.
    func read(_ request: WebRequest) throws(Refusal) -> Arrival

    /// Reads what came to `/channels/NAME/status`; where both come in forms that tell them apart, one reading does for both.
    func readStatus(_ request: WebRequest) throws(Refusal) -> Arrival

    /// The screen that follows, in the gateway's own form.
    func answer(_ text: String, ends: Bool, to inbound: Inbound) -> WebResponse

    /// What is answered to the end of a session or a delivery report.
    var acknowledgement: WebResponse { get }

    /// What is answered when a turn could not be made durable: so that the gateway tries again where it can, else a polite end.
    func unavailable(_ words: String) -> WebResponse

    /// The same where it is known what it answers: a gateway may have to be told which session comes to its polite end.
    func unavailable(_ words: String, to inbound: Inbound) -> WebResponse
}

extension Gateway {
    package func readStatus(_ request: WebRequest) throws(Refusal) -> Arrival { try read(request) }

    package func unavailable(_ words: String, to inbound: Inbound) -> WebResponse { unavailable(words) }
}

/// A request that a gateway could not have sent.
package struct Refusal: Error, Equatable, Sendable {
    package var status: HTTPResponse.Status
    /// A sentence that says what is missing, without repeating anything of the request's content.
    package var sentence: String

    /// Something is missing or malformed: 400.
    package init(_ sentence: String) { self.init(.badRequest, sentence) }

    package init(_ status: HTTPResponse.Status, _ sentence: String) {
        self.status = status
        self.sentence = sentence
    }
}
