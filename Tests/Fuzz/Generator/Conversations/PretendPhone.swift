package import Dialogs
import Foundation
package import Texting

/// A phone and what the store would do for it, which holds every turn against what every conversation promises.
package struct PretendPhone {
    package let script: Script
    let ussd: Channel
    let sms: Channel
    package private(set) var turns = 0
    package private(set) var largest = 0
    private let most: Int
    private var contact = Contact(language: nil, hasOptedOut: false, signUps: [], referencesLockedUntil: nil)
    private var now = Date(timeIntervalSince1970: 1_791_070_200)
    private var isNewVersion = false
    private var session: Session?
    private var stored: Data?
    private var dice: Dice

    /// - Parameter most: bytes of a conversation between two turns.
    package init(_ script: Script, ussd: Channel = Self.ussd(), sms: Channel = Self.sms, most: Int = 16_384, seed: UInt64) {
        self.script = script
        self.ussd = ussd
        self.sms = sms
        self.most = most
        dice = Dice(seed: seed)
    }

    package static func ussd(_ letters: Letters = .ascii, _ units: Int = 160) -> Channel {
        Channel(
            name: "ussd", kind: .ussd, code: "*123#", cost: ["fr": "gratuit"], budget: PageBudget(letters: letters, units: units),
            takesAnswers: true,
            network: "mtn")
    }

    package static let sms = Channel(
        name: "sms", kind: .sms, code: "8080", cost: ["fr": "gratuit"], budget: PageBudget(letters: .gsm, units: 160), takesAnswers: true,
        network: nil)

    package mutating func act(_ deed: Deed) throws {
        switch deed {
        case .dial(let path): try take(.dialled(path: path), ussd)
        case .type(let text): try take(.typed(text), ussd)
        case .text(let text): try take(.texted(text), sms)
        case .hangUp: try take(.hungUp, ussd)
        case .wait(let hours): now += Double(hours) * 3600
        case .newVersion: isNewVersion = true
        case .doubt: contact.isDoubted = true
        }
    }

    private mutating func take(_ input: Input, _ channel: Channel) throws {
        now += 7
        let surroundings = Surroundings(
            channel: channel, contact: contact, country: Country(callingCode: "237"), timeZone: TimeZone(secondsFromGMT: 3600) ?? .gmt,
            now: now,
            isNewVersion: isNewVersion)
        isNewVersion = false
        var again = dice
        let turn = step(session, input, in: script, surroundings, chance: &dice)
        let read = try stored.map { try Session(stored: $0) }
        try hold(read == session, "a conversation that is read otherwise than it was written")
        try hold(step(read, input, in: script, surroundings, chance: &again) == turn, "the same turn of the stored conversation is another")
        session = turn.session
        stored = turn.session.map { Data($0.stored) }
        turns += 1
        largest = max(largest, stored?.count ?? 0)
        try hold(largest <= most, "a conversation of \(largest) bytes")
        if let reply = turn.reply { try judge(reply, on: channel, isOver: turn.session == nil) }
        turn.effects.forEach { keep($0) }
    }

    private func judge(_ reply: Reply, on channel: Channel, isOver: Bool) throws {
        try hold(!reply.text.isEmpty, "an empty screen")
        try hold(reply.ends == isOver, "a session that ends and goes on")
        try hold(fitted(reply.text, to: channel.budget.letters) == reply.text, "letters that \(channel.name) does not carry")
        guard channel.kind == .ussd else { return }
        try hold(channel.budget.fits(reply.text), "a page of \(reply.text.count) letters, \(channel.budget.units) fit")
    }

    private mutating func keep(_ effect: Effect) {
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
        case .newContact: contact = Contact(language: nil, hasOptedOut: contact.hasOptedOut, signUps: [], referencesLockedUntil: nil)
        case .sameContact: contact.isDoubted = false
        case .opened, .followUp, .send, .remind, .cancel, .callback, .forget, .referenceMissed, .referenceGiven, .loaded: break
        }
    }
}
