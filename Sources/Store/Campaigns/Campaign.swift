package import Dialogs
package import Foundation

/// What staff send to many.
package struct Campaign: Equatable, Sendable {
    package enum State: String, Sendable, CaseIterable {
        /// Its messages are being queued.
        case filling
        case running, paused, stopped
    }

    package var id: Identifier<Kept.Campaign>
    package var texts: [Language: String]
    /// The target that an answer to it opens; also what it says, where it has no words of its own.
    package var opens: String?
    package var expires: Date
    package var state: State

    package init(id: Identifier<Kept.Campaign>, texts: [Language: String], opens: String?, expires: Date, state: State) {
        self.id = id
        self.texts = texts
        self.opens = opens
        self.expires = expires
        self.state = state
    }
}
