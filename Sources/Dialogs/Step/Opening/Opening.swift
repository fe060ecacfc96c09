package import Foundation

/// A message of ours that asks something: an answer to it, or the next dial, goes on there.
package struct Opening: Equatable, Sendable {
    /// As `--opens` has it: `suivi/`, `suivi/interet`.
    package var target: String
    /// The contact's own that the message was about.
    package var signUp: KnownSignUp?
    package var since: Date
    /// Whether other dialogs are live now than when it left: a number that it showed may stand for something else.
    package var isBehind: Bool

    package init(target: String, signUp: KnownSignUp?, since: Date, isBehind: Bool = false) {
        self.target = target
        self.signUp = signUp
        self.since = since
        self.isBehind = isBehind
    }

    /// In seconds: who answers later than a week answers something else, and the next reminder may have come by then.
    static let longest: TimeInterval = 7 * 86_400
}
