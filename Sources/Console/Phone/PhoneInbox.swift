package import Foundation
import Gateways
package import Texting

/// An SMS that reached a test number without its asking: a confirmation, an invitation to go on.
package struct ArrivedText: Equatable, Sendable, Encodable {
    package var id: String
    /// When it arrived, in milliseconds since 1970.
    package var at: Int64
    package var text: String

    package init(id: String, at: Date, text: String) {
        self.id = id
        self.at = Int64((at.timeIntervalSince1970 * 1000).rounded())
        self.text = text
    }
}

/// What has arrived at a test number since then, the oldest first.
package typealias PhoneInbox = @Sendable (_ number: PhoneNumber, _ since: Date) async throws -> [ArrivedText]

/// What the page asks for: in the body, for an address is written down in more places.
struct InboxQuestion: Decodable {
    var number: String
    /// In milliseconds since 1970.
    var since: Int64

    init(_ body: [UInt8]) throws(Refusal) {
        do {
            self = try JSONDecoder().decode(InboxQuestion.self, from: Data(body))
        } catch {
            throw Refusal("The body is no JSON object with number and since.")
        }
        guard (0...Self.latest).contains(since) else { throw Refusal("since is no time that there can be.") }
    }

    /// The end of the year 9999: counted in milliseconds again, a time near the end of the integers is none.
    private static let latest: Int64 = 253_402_300_799_999
}
