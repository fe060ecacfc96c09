package import Dialogs
package import Foundation
package import Texting

/// How words of ours that answer an SMS reach the phone.
package enum Answering: Equatable, Sendable {
    /// In our answer to the gateway's request.
    case inAnswer
    /// As a message of their own, by that channel; by whichever fits where the one that it came by sends nothing.
    case asMessage(by: String?)
}

/// A turn that was taken, with all that says where it belongs: a class, since all that follows from it is handed it.
package final class TakenTurn {
    /// How the turn came about.
    package enum Occasion: String, Equatable, Sendable {
        /// A USSD session began.
        case dial
        case step
        /// An SMS.
        case message
        case hangUp = "hang-up"

        /// What its words are shown on; nil where none are.
        var shownOn: ChannelKind? {
            switch self {
            case .dial, .step: .ussd
            case .message: .sms
            case .hangUp: nil
            }
        }

        /// Whether the person came by themselves, so that there is nothing left to invite them back to.
        var isArrival: Bool { self == .dial || self == .message }
    }

    package let occasion: Occasion
    package let turn: Turn
    package let number: PhoneNumber
    package let realm: Realm
    package internal(set) var contact: Identifier<Kept.Contact>
    package internal(set) var conversation: Identifier<Kept.Conversation>
    package let channel: String
    package let version: VersionID
    package let session: SessionKey
    /// What makes it the same step when it comes again; nil where nothing came, as when somebody hung up.
    package let step: String?
    /// What the session's text is from now on; nil where it stays.
    package let text: String?
    package let now: Date
    /// Of the person's number, as the gateway or the configuration names it.
    package let network: String?
    package let answering: Answering
    /// The session as it was found before the turn; nil where it begins, or is not looked at.
    package let known: TakenSession?

    package init(
        occasion: Occasion, turn: Turn, number: PhoneNumber, realm: Realm, contact: Identifier<Kept.Contact>,
        conversation: Identifier<Kept.Conversation>,
        channel: String, version: VersionID, session: SessionKey, step: String?, text: String?, now: Date,
        network: String? = nil, answering: Answering = .inAnswer, known: TakenSession? = nil
    ) {
        self.occasion = occasion
        self.turn = turn
        self.number = number
        self.realm = realm
        self.contact = contact
        self.conversation = conversation
        self.channel = channel
        self.version = version
        self.session = session
        self.step = step
        self.text = text
        self.now = now
        self.network = network
        self.answering = answering
        self.known = known
    }

    /// The same turn where it goes on with somebody new, in a talk of their own.
    func moved(to contact: Identifier<Kept.Contact>, _ conversation: Identifier<Kept.Conversation>) -> TakenTurn {
        TakenTurn(
            occasion: occasion, turn: turn, number: number, realm: realm, contact: contact, conversation: conversation, channel: channel,
            version: version, session: session, step: step, text: text, now: now, network: network, answering: answering, known: known)
    }

    /// The session as it was found, where the turn goes on with the talk that its contact has open.
    var standing: TakenSession? {
        guard let known, known.contact == contact, known.conversation == conversation, known.holder?.conversation?.id == conversation else {
            return nil
        }
        return known
    }

    /// Whether the gateway's session goes on after it; an SMS is all of its own.
    var goesOn: Bool { occasion != .message && turn.reply.map { !$0.ends } ?? false }
}
