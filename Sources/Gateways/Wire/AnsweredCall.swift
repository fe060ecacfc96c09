package import Foundation

/// A gateway's request with what we answered, for whoever looks for trouble. No struct, since it is handed on with every turn.
package final class AnsweredCall: Sendable {
    /// What was made of the request: it decides how much of it may be shown.
    package enum Reading: Sendable {
        /// With the words that went back, which may repeat what the person had answered before.
        case messages([Inbound], words: String)
        /// The end of a session, or reports: their codes are of interest, whatever else they repeat is not.
        case notice
        /// Nobody knows what in it is a person's.
        case unread
        /// The caller had not proved to be the gateway.
        case unproved
    }

    package let channel: String
    package let at: Date
    /// Without the query, which stands in the request.
    package let path: String
    package let request: WebRequest
    package let reading: Reading
    package let response: WebResponse

    package init(channel: String, at: Date, path: String, request: WebRequest, reading: Reading, response: WebResponse) {
        self.channel = channel
        self.at = at
        self.path = path
        self.request = request
        self.reading = reading
        self.response = response
    }
}

/// Who is told of every call that was answered; it is told before the answer leaves, so it must cost next to nothing.
package typealias CallWatch = @Sendable (AnsweredCall) -> Void
