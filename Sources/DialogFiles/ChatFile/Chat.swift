package import Dialogs

/// A conversation written down: what a person does on the phone, and all that is to be seen of it.
package struct Chat: Equatable, Sendable {
    package var header: Header
    package var steps: [Step]

    package init(header: Header, steps: [Step]) {
        self.header = header
        self.steps = steps
    }

    /// What stands before the first empty line; what is missing is the runner's to choose.
    package struct Header: Equatable, Sendable {
        package enum Key: String, Sendable, CaseIterable {
            case channel, language, phone, at, seed
        }

        package var channel: ChannelKind?
        /// The language that the contact has chosen before; nil for somebody who comes for the first time.
        package var language: Language?
        package var phone: String?
        package var at: Moment?
        /// What references are drawn from.
        package var seed: UInt64?
        /// Where each key stands.
        package var places: [Key: Place]

        package init(
            channel: ChannelKind? = nil, language: Language? = nil, phone: String? = nil, at: Moment? = nil, seed: UInt64? = nil,
            places: [Key: Place] = [:]
        ) {
            self.channel = channel
            self.language = language
            self.phone = phone
            self.at = at
            self.seed = seed
            self.places = places
        }
    }

    package struct Step: Equatable, Sendable {
        package enum Kind: Equatable, Sendable {
            case act(Act)
            case expect(Expectation)
        }

        package var line: Int
        package var kind: Kind

        package init(line: Int, _ kind: Kind) {
            self.line = line
            self.kind = kind
        }
    }

    /// What happens to the conversation.
    package enum Act: Hashable, Sendable {
        /// `>> *123#`
        case dial(String)
        /// `> Awa`, and `>` alone for an empty answer.
        case type(String)
        /// `~ 5 min`
        case wait(Duration)
        case hangUp
        /// The last step comes once more, byte for byte.
        case deliverAgain
        /// The folder beside the file that goes live.
        case publish(String)
        /// All that is not stored is lost.
        case crash
    }

    /// What is to be seen after it.
    package enum Expectation: Hashable, Sendable {
        case shown(String)
        /// `...`
        case anyLines
        /// `< sms TEXT`, with a `< ` line for each further line of the text.
        case sms(String)
        /// `= sign-up ID: …`, `= callback: …`
        case stored(StoredLine)
        /// `! ended`
        case ended
    }
}

/// What a conversation left behind: a sign-up, or a wish to be called.
package struct StoredLine: Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        case signUp(String)
        case callback
    }

    /// A field's values: one, or those of a question with several answers. A blank one is written with quotes, an id without; they
    /// are compared by their text.
    package struct Field: Hashable, Sendable {
        package var id: String
        package var values: [String]

        package init(id: String, values: [String]) {
            self.id = id
            self.values = values
        }
    }

    package var kind: Kind
    package var fields: [Field]

    package init(kind: Kind, fields: [Field]) {
        self.kind = kind
        self.fields = fields
    }

    /// Whether both say the same, in whatever order.
    package func matches(_ other: StoredLine) -> Bool {
        let own = Dictionary(fields.map { ($0.id, $0.comparable) }) { first, _ in first }
        let others = Dictionary(other.fields.map { ($0.id, $0.comparable) }) { first, _ in first }
        return kind == other.kind && fields.count == other.fields.count && own == others
    }
}

extension StoredLine.Field {
    /// Several answers have no order.
    fileprivate var comparable: [String] { values.sorted() }
}
