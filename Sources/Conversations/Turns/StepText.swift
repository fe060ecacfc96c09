import Dialogs
import Gateways
import Store
import Texting

/// What makes a step the same step when it comes again, and what the person answered with it.
struct StepText {
    /// Unique in its session where `isOwnKey`.
    var step: String
    /// What the session's text is from now on.
    var text: String
    /// Whether `step` alone tells a retry from a new answer.
    var isOwnKey: Bool
    private var kind: Kind

    private enum Kind {
        case cumulative, dial(path: [String]), message(String), last
    }

    init(_ text: Inbound.Text, key: String?) {
        switch text {
        case .cumulative(let all):
            (step, self.text, isOwnKey, kind) = (all, all, true, .cumulative)
        case .begin(let path):
            (step, self.text, isOwnKey, kind) = (key ?? "dial", "", key != nil, .dial(path: path))
        case .message(let typed):
            (step, self.text, isOwnKey, kind) = (key ?? "message", "", key != nil, .message(typed))
        case .last(let typed):
            (step, self.text, isOwnKey, kind) = (key ?? "typed \(typed)", typed, key != nil, .last)
        }
    }

    /// Whether it can only begin a session.
    var begins: Bool { if case .dial = kind { true } else { false } }

    /// The words of an SMS, which is a session of its own.
    var message: String? { if case .message(let words) = kind { words } else { nil } }

    /// What it says where it begins a session.
    var beginning: Input { message.map { .texted($0) } ?? .dialled(path: path) }

    /// What was dialled behind the code, where it begins a session: by its documentation the first text is empty, yet a path can come
    /// with it.
    private var path: [String] {
        switch kind {
        case .cumulative: text.split(separator: "*").map(String.init)
        case .dial(let path): path
        // A session that was never seen and does not say that it begins: what it answers is not known.
        case .last, .message: []
        }
    }

    /// What is new where the text goes on behind the session's last one, as it does unless something was lost: it cannot have been here
    /// before, since a cumulative text only grows.
    func next(in session: TakenSession, _ desk: TurnDesk) -> String? {
        let bytes = text.utf8
        guard case .cumulative = kind, bytes.count > session.textLength else { return nil }
        let end = bytes.index(bytes.startIndex, offsetBy: session.textLength)
        guard session.textLength == 0 || bytes[end] == Self.star, desk.isLast(text[..<end], of: session) else { return nil }
        return session.textLength == 0 ? text : String(text[bytes.index(after: end)...])
    }

    /// What is new where it is no `next`; nil where it is an old step, whose reply is gone.
    func answer(in session: TakenSession, _ desk: TurnDesk, from number: PhoneNumber) throws -> String? {
        guard case .cumulative = kind else { return text }
        guard text.utf8.count > session.textLength else { return nil }
        return try answerBehindLongestKnown(session, desk, number)
    }

    /// A step in between was never seen, so all that is behind the longest one that was is one answer.
    private func answerBehindLongestKnown(_ session: TakenSession, _ desk: TurnDesk, _ number: PhoneNumber) throws -> String {
        let bytes = text.utf8
        guard bytes.count <= Self.longestSearched else { return text }
        for star in bytes.indices.reversed().lazy.filter({ bytes[$0] == Self.star }).prefix(Self.mostSearched)
        where try desk.reply(toStep: text[..<star], of: session, from: number) != nil {
            return String(text[bytes.index(after: star)...])
        }
        return text
    }

    private static let star = UInt8(ascii: "*")
    /// In bytes; what is longer was typed by no person, and hashing each of its beginnings would hold everybody up.
    private static let longestSearched = 2_000
    private static let mostSearched = 64
}
