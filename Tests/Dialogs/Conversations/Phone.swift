import Dialogs
import Foundation
import Testing
import Texting

/// A phone and what the store would do for it: the session is written and read back between any two turns.
struct Phone {
    var script: Script
    var contact = Contact(language: nil, hasOptedOut: false, signUps: [], referencesLockedUntil: nil)
    var channel = Channel(
        name: "ussd", kind: .ussd, code: "*123#", cost: ["fr": "gratuit"], budget: PageBudget(letters: .ascii, units: 160),
        takesAnswers: true,
        network: "mtn")
    /// Half past eleven at night in London, so already the next day in Douala.
    var now = Date(timeIntervalSince1970: 1_791_070_200)
    var isNewVersion = false
    var lastSent: Date?
    var opening: Opening?
    var begunBy: Channel?
    var stored: Data?
    var chance = Dice(seed: 1)
    var turns: [Turn] = []

    init(_ script: Script) { self.script = script }

    init(_ dialogs: [String: Dialog], lists: [String: [Choice]] = [:]) { script = DialogsTests.script(dialogs, lists: lists) }

    @discardableResult mutating func dial(_ path: String...) throws -> String { try take(.dialled(path: path)) }

    @discardableResult mutating func dial(path: [String]) throws -> String { try take(.dialled(path: path)) }

    @discardableResult mutating func type(_ texts: String...) throws -> String {
        var shown = ""
        for text in texts { shown = try take(.typed(text)) }
        return shown
    }

    /// A message, by the channel for messages.
    @discardableResult mutating func text(_ texts: String...) throws -> String {
        var shown = ""
        let dialled = channel
        defer { channel = dialled }
        channel.name = "sms"
        channel.kind = .sms
        channel.code = "8080"
        channel.budget = PageBudget(letters: .gsm, units: 160)
        for text in texts { shown = try take(.texted(text)) }
        return shown
    }

    mutating func hangUp() throws { _ = try take(.hungUp) }

    mutating func wait(hours: Double) { now += hours * 3600 }

    var session: Session? { get throws { try stored.map { try JSONDecoder().decode(Session.self, from: $0) } } }
    var last: Turn? { turns.last }
    var effects: [Effect] { turns.flatMap(\.effects) }
    /// Whether what was last shown came by SMS, where one text is as long as it is.
    private(set) var isMessage = false
    var isOver: Bool { last?.reply?.ends == true }

    private mutating func take(_ input: Input) throws -> String {
        let surroundings = Surroundings(
            channel: channel, contact: contact, country: Country(callingCode: "237"),
            timeZone: TimeZone(identifier: "Africa/Douala") ?? .gmt,
            now: now, isNewVersion: isNewVersion, lastSent: lastSent, opening: opening, begunBy: { [begunBy] in begunBy })
        isNewVersion = false
        isMessage = channel.kind == .sms
        let turn = step(try session, input, in: script, surroundings, chance: &chance)
        let encoder = JSONEncoder()
        stored = try turn.session.map(encoder.encode)
        let read = try stored.map { try JSONDecoder().decode(Session.self, from: $0) }
        #expect(read == turn.session, "a session is read as it was written")
        turn.effects.forEach { store($0) }
        turns.append(turn)
        return turn.reply?.text ?? ""
    }

    private mutating func store(_ effect: Effect) {
        switch effect {
        case .signUp(let draft):
            contact.signUps.removeAll { $0.reference == draft.reference }
            contact.signUps.append(
                KnownSignUp(
                    signUp: draft.signUp, reference: draft.reference, status: .open, created: now,
                    answers: draft.answers.mapValues(\.answer),
                    consent: KeptConsent(words: draft.consentWords, given: draft.consentGiven)))
        case .close(let reference):
            for index in contact.signUps.indices where contact.signUps[index].reference == reference {
                contact.signUps[index].status = .closed
            }
        case .language(let language): contact.language = language
        case .optOut: contact.hasOptedOut = true
        case .optIn: contact.hasOptedOut = false
        case .erase(let reference): contact.signUps.removeAll { $0.reference == reference }
        case .newContact:
            contact = Contact(language: nil, hasOptedOut: contact.hasOptedOut, signUps: [], referencesLockedUntil: nil)
        case .sameContact: contact.isDoubted = false
        case .opened: opening = nil
        case .followUp, .send, .remind, .cancel, .callback, .forget, .referenceMissed, .referenceGiven, .loaded: break
        }
    }
}

/// Chance that falls the same way every time (SplitMix64).
struct Dice: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
