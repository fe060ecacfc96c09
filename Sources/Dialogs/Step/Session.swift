package import Foundation

/// A conversation between two turns. It is stored after every turn and read back before the next, so it must stay small.
package struct Session: Equatable, Sendable, Codable {
    package var language: Language
    package var answers: Few<GivenAnswer>
    /// When the person last did something.
    package var touched: Date

    /// The screen that waits; nil before the first one is shown.
    var place: Frame?
    var mode = Mode.screen
    /// Set while the way out of three misses is shown in place of what `mode` says.
    var isWayOut = false
    var page = 0
    var pageCount = 1
    /// What stands above the screen's own words on all its pages, such as a hint.
    var heading = ""
    /// The options by their number less one, as the phone shows them.
    var shown: [ShownOption] = []
    /// The screens shown before, the last one last; cut where going back is not offered.
    var history: [Frame] = []
    /// Where `00` leads, once it was shown.
    var home: Frame?
    var misses = 0
    /// The option taken of each menu, and an empty text for each page that was read.
    var walked: Few<String> = [:]
    /// The screens whose actions ran.
    var done: [String] = []
    /// The dialog that the person was in when a field was answered; fields that were loaded or set are not in it.
    var origins: Few<String> = [:]
    /// What `{{reference}}` says: the last one given or made.
    var reference: Reference?
    /// The references that this conversation has proven or made, by sign-up.
    var references: Few<Reference> = [:]
    /// The sign-ups whose answers were loaded: signing up again rewrites them.
    var loaded: Few<Reference> = [:]
    // What follows came later: sessions that are stored without it must still be read.
    /// What the person last saw came by that.
    var shownBy: ChannelKind?
    /// The fields whose answers came with a keyword: their questions are passed, once.
    var brought: Set<String>?
    /// What came while it is asked whose number this is.
    var pending: Pending?
    /// Set while what was last shown is of an earlier version than the script that has answered since.
    var isBehind: Bool?
    /// The sign-up that a message of ours was about, whose dialog this is: nobody has given its reference.
    var told: Told?
    /// Set while a dial has shown what a message asked, and nothing was typed yet: a session that drops there is asked again.
    var isAsked: Bool?

    enum Mode: String, Codable {
        case screen
        /// A question with `known: offer` shows the answer that it has.
        case knownOffer
        /// A question with `find` shows what begins with the letters typed.
        case matches
        case resumeOffer
        /// Whether the number is still the same person's; nothing else is open beside it.
        case sameNumber
    }

    struct Told: Hashable, Codable {
        var signUp: String
        var reference: Reference
        /// Its answers that were not given anew: whoever holds the phone now is not shown them.
        var hidden: Set<String>?
    }

    /// What is done once it is known whose number this is.
    enum Pending: Hashable, Codable {
        case dialled([String])
        case texted(String)
    }

    /// How many screens `0` can go back: enough for a long registration.
    static let longestHistory = 24

    package init(language: Language, answers: [String: GivenAnswer], touched: Date) {
        self.language = language
        self.answers = Few(answers)
        self.touched = touched
    }

    mutating func remember(_ frame: Frame) {
        history.append(frame)
        if history.count > Self.longestHistory { history.removeFirst(history.count - Self.longestHistory) }
    }
}
