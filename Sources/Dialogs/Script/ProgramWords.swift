/// The program's own words, from `words.yaml`.
package struct ProgramWords: Equatable, Sendable {
    /// A text of the program's own, by the id that `words.yaml` gives it.
    package enum ID: String, Sendable, CaseIterable, Codable {
        case back, start, more, skip
        case goOn = "continue"
        case accept
        case resumeOffer = "resume-offer"
        case resumeGoOn = "resume-go-on"
        case resumeOver = "resume-over"
        case notUnderstood = "not-understood"
        case hintText = "hint-text"
        case hintNumber = "hint-number"
        case hintDate = "hint-date"
        case hintPhone = "hint-phone"
        case hintChoice = "hint-choice"
        case hintSeveral = "hint-several"
        case wayOut = "way-out"
        case ambiguous
        case noMatch = "no-match"
        case busy
        case tooLate = "too-late"
        case closed, stopped, started, help
        case howToStopReply = "how-to-stop-reply"
        case howToStopDial = "how-to-stop-dial"
        case sameNumber = "same-number"
        case sameNumberYes = "same-number-yes"
        case sameNumberNo = "same-number-no"
        case loop, verified
        case notOurs = "not-ours"
    }

    /// Lists of words that a person may send, by the id that `words.yaml` gives them.
    package enum Command: String, Sendable, CaseIterable {
        case stop = "stop-words"
        case start = "start-words"
        case help = "help-words"
        case menu = "menu-words"
        case verify = "verify-words"
    }

    package var texts: [ID: Words] { didSet { keys = Self.keys(in: texts) } }
    /// The same of the keys, in their order: every page names some.
    private var keys: [Words?]
    package var commands: [Command: [Language: [String]]]
    /// What `{{status}}` says, by the sign-up's status.
    package var status: [String: Words]

    package init(texts: [ID: Words], commands: [Command: [Language: [String]]], status: [String: Words]) {
        self.texts = texts
        keys = Self.keys(in: texts)
        self.commands = commands
        self.status = status
    }

    package func label(of key: KeyLine) -> Words? { keys[key.rawValue] }

    private static func keys(in texts: [ID: Words]) -> [Words?] { KeyLine.allCases.map { texts[$0.words] } }
}
