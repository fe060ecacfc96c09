import Dialogs
import Foundation
import Store
import Texting

/// A turn as the engine would give it, made by hand.
struct Taking {
    var occasion = TakenTurn.Occasion.step
    var number = PhoneNumber.awa
    var realm = Realm.people
    var session = "S1"
    var step: String? = ""
    var reply: Reply? = Reply(text: "Votre nom ?", ends: false)
    var answers: [String: GivenAnswer] = [:]
    var isOver = false
    var effects: [Effect] = []
    var understood = Record.Understood.answer
    var words: String?
    var shown: String? = "Votre nom ?"
    var now = Date.start
    static let files = ["accueil.yaml": "start: debut\n"]
    static let version = VersionID(of: files)

    /// Keeps it at the desk, with the contact's conversation going on.
    @Sendable func keep(at desk: TurnDesk) throws {
        let contact = try desk.contact(of: number, realm, at: now)
        let open = try desk.conversation(of: contact)
        let key = desk.key(ofSession: session, onChannel: "ussd")
        let known = try desk.session(key)?.conversation
        try desk.keep(
            TakenTurn(
                occasion: occasion,
                turn: Turn(
                    reply: reply, session: isOver ? nil : Session(language: "fr", answers: answers, touched: now), effects: effects,
                    record: Record(
                        screen: ScreenAddress(dialog: "inscription", screen: "nom"), understood: understood, words: words,
                        shown: shown)),
                number: number, realm: realm, contact: contact, conversation: open?.id ?? known ?? desk.newConversation(at: now),
                channel: "ussd", version: Self.version, session: key, step: step, text: step, now: now))
    }
}

extension Store {
    /// With the version that the turns name.
    func ready() async throws -> Store {
        let id = try await publish(Taking.files, by: "test", at: .start)
        try await makeLive(id, by: "test", at: .start)
        return self
    }

    func take(_ taking: Taking) async throws {
        switch await turn(arrived: taking.now, { try taking.keep(at: $0) }) {
        case .done: break
        case .failed(let error): throw error
        case .refused, .withdrawn: throw StoreProblem.notDurable
        }
    }

    /// Looks at the desk without changing anything.
    func look<Value: Sendable>(_ work: @escaping @Sendable (TurnDesk) throws -> Value) async throws -> Value {
        switch await turn(arrived: .start, work) {
        case .done(let value): return value
        case .failed(let error): throw error
        case .refused, .withdrawn: throw StoreProblem.notDurable
        }
    }

    var allSignUps: [ExportedSignUp] {
        get async throws { try await signUps(since: nil, .people, after: nil).items }
    }

    var allCallbacks: [ExportedCallback] {
        get async throws { try await callbacks(since: nil, .people, after: nil).items }
    }

    func allMessages(_ realm: Realm = .people) async throws -> [ExportedMessage] {
        var messages: [ExportedMessage] = []
        var page = try await self.messages(since: nil, realm, after: nil)
        messages += page.items
        while let next = page.next {
            page = try await self.messages(since: nil, realm, after: next)
            messages += page.items
        }
        return messages
    }
}

extension SignUpDraft {
    static func drafted(
        _ reference: Reference = .drawn(1), updates: Bool = false, answers: [String: StoredAnswer]? = nil, keep: Duration? = nil
    ) -> SignUpDraft {
        SignUpDraft(
            signUp: "entrepreneuriat", reference: reference, updates: updates,
            answers: answers ?? [
                "name": StoredAnswer(answer: .text("Awa Ngoh"), isPrivate: false),
                "region": StoredAnswer(answer: .choice("adamaoua"), isPrivate: false),
                "situation": StoredAnswer(answer: .choice("refugiee"), isPrivate: true),
                "team": StoredAnswer(answer: .number(3), isPrivate: false),
                "needs": StoredAnswer(answer: .several(["epargne", "outils"]), isPrivate: false),
                "born": StoredAnswer(answer: .date(CalendarDay(year: 1990, month: 7, day: 14)), isPrivate: false),
            ], consentWords: "D'accord ? / Oui", consentGiven: .start, language: "fr", keep: keep)
    }
}
