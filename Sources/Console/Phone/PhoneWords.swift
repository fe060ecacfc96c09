/// Every word of the phone's page, so that a language that lacks one does not compile.
package struct PhoneWords: Equatable, Sendable, Encodable {
    package var title: String
    package var about: String
    package var otherLanguage: String
    package var needsScript: String

    // The phone itself.
    package var phone: String
    package var network: String
    package var ready: String
    package var toDial: String
    package var answer: String
    package var call: String
    package var send: String
    package var hangUp: String
    package var erase: String
    package var letters: String
    package var keypad: String
    package var star: String
    package var hash: String
    package var waiting: String
    /// How long the network still waits: `{n}` seconds.
    package var left: String

    // What the network says.
    package var noCode: String
    package var unknownCode: String
    package var noService: String
    package var hungUp: String
    package var idleOver: String
    package var totalOver: String

    // Who calls.
    package var caller: String
    package var number: String
    package var newNumber: String
    package var badNumber: String
    package var cuts: String

    // The thread.
    package var messages: String
    package var noMessages: String
    package var yourMessage: String
    package var sendMessage: String
    package var from: String
    package var you: String
    package var notSent: String
    package var noReply: String
    /// `{units}` characters, `{parts}` SMS.
    package var size: String

    // The bill.
    package var bill: String
    package var sessions: String
    package var time: String
    package var steps: String
    package var sent: String
    package var received: String
    package var billNote: String
    package var costNote: String
    package var reset: String
}

extension PhoneWords {
    static func words(in language: PageLanguage) -> PhoneWords {
        switch language {
        case .french: french
        case .english: english
        }
    }
}

extension PhoneWords {
    /// With what is known when the page is written put in; the rest of the places are the script's.
    func filled(_ values: [String: String]) -> PhoneWords {
        var words = self
        for place in [\PhoneWords.ready, \.noCode, \.cuts] {
            for (name, value) in values { words[keyPath: place] = words[keyPath: place].replacing("{\(name)}", with: value) }
        }
        return words
    }
}
