package import HTTPTypes

extension HTTPUSSD {
    /// What a gateway's requests and answers look like, as a channel's configuration describes them.
    package struct Shape: Equatable, Sendable {
        package var request: Request
        package var beginning: Beginning
        /// nil where the gateway does not tell that a session is over.
        package var ending: Ending?
        package var answer: Answer

        package init(request: Request, beginning: Beginning, ending: Ending?, answer: Answer) {
            self.request = request
            self.beginning = beginning
            self.ending = ending
            self.answer = answer
        }
    }

    /// Where a request's fields stand; all but the first come by POST, so that numbers and words stay out of addresses.
    package enum Source: String, Equatable, Sendable, CaseIterable {
        case query, form, json, xml
    }

    /// What a step's text holds.
    package enum Typed: String, Equatable, Sendable, CaseIterable {
        /// The last answer alone.
        case last
        /// Everything typed since the dial, joined with `*`.
        case cumulative
    }

    /// The names of a request's fields: `MSISDN`, in JSON `user.phones.0`, in XML `request/msisdn` or `request/@id`.
    package struct Request: Equatable, Sendable {
        package var source: Source
        package var session: String
        package var number: String
        package var text: String
        package var typed: Typed
        /// What was dialled.
        package var code: String?
        package var network: String?
        /// What tells a session's steps apart.
        package var step: String?

        package init(
            source: Source, session: String, number: String, text: String, typed: Typed, code: String? = nil, network: String? = nil,
            step: String? = nil
        ) {
            self.source = source
            self.session = session
            self.number = number
            self.text = text
            self.typed = typed
            self.code = code
            self.network = network
            self.step = step
        }
    }

    /// How the first step of a session is known.
    package enum Beginning: Equatable, Sendable {
        /// Its text is the code, with or without `*` and `#`, and whatever was dialled behind it.
        case textIsCode
        case textIsEmpty
        case word(in: String, oneOf: [String])
    }

    /// How the gateway tells that a session is over, and what it is answered.
    package struct Ending: Equatable, Sendable {
        package var field: String
        package var words: [String]
        package var answer: String

        package init(field: String, words: [String], answer: String) {
            self.field = field
            self.words = words
            self.answer = answer
        }
    }

    /// What goes back.
    package struct Answer: Equatable, Sendable {
        package var type: AnswerType
        package var body: Template
        package var end: EndMark

        package init(type: AnswerType, body: Template, end: EndMark) {
            self.type = type
            self.body = body
            self.end = end
        }
    }

    /// How an answer says whether the session goes on.
    package struct EndMark: Equatable, Sendable {
        /// nil: where `{{end}}` stands in the body.
        package var header: HTTPField.Name?
        /// On the last screen.
        package var last: String
        /// Where an answer is waited for.
        package var more: String

        package init(header: HTTPField.Name?, last: String, more: String) {
            self.header = header
            self.last = last
            self.more = more
        }
    }
}

extension HTTPUSSD.Shape {
    /// What a channel without a description speaks: a form, and `CON` or `END` in front of the screen.
    static let plain = HTTPUSSD.Shape(
        request: HTTPUSSD.Request(source: .form, session: "session", number: "number", text: "text", typed: .last),
        beginning: .textIsEmpty, ending: nil,
        answer: HTTPUSSD.Answer(
            type: .plain, body: HTTPUSSD.Template(pieces: [.end, .text]), end: HTTPUSSD.EndMark(header: nil, last: "END ", more: "CON ")))
}
