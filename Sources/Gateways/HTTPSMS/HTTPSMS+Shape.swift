extension HTTPSMS {
    /// What a gateway's requests look like, those that come and those that we make, as a channel's configuration describes them.
    package struct Shape: Equatable, Sendable {
        /// nil where nothing comes in.
        package var message: Message?
        package var reply: Reply
        /// nil where the gateway tells nothing of what became of a message.
        package var report: Report?
        /// nil where we send nothing of our own accord.
        package var sending: Sending?

        package init(message: Message?, reply: Reply, report: Report?, sending: Sending?) {
            self.message = message
            self.reply = reply
            self.report = report
            self.sending = sending
        }
    }

    /// The names of the fields of a message that comes in, written as `HTTPUSSD.Request` has them.
    package struct Message: Equatable, Sendable {
        package var source: HTTPUSSD.Source
        /// Where the messages stand, in JSON that has several; `.` is the whole body.
        package var list: String?
        package var number: String
        package var text: String
        package var id: String?
        package var time: String?
        package var network: String?

        package init(
            source: HTTPUSSD.Source, list: String? = nil, number: String, text: String, id: String? = nil, time: String? = nil,
            network: String? = nil
        ) {
            self.source = source
            self.list = list
            self.number = number
            self.text = text
            self.id = id
            self.time = time
            self.network = network
        }
    }

    /// What the gateway is answered.
    package struct Reply: Equatable, Sendable {
        package enum Words: Equatable, Sendable {
            /// They are sent on as an SMS.
            case inAnswer(Template)
            /// They leave as a message of their own.
            case asMessage
        }

        package var type: HTTPUSSD.AnswerType
        package var words: Words
        /// The body where there are no words.
        package var nothing: String

        package init(type: HTTPUSSD.AnswerType = .plain, words: Words = .asMessage, nothing: String = "") {
            self.type = type
            self.words = words
            self.nothing = nothing
        }
    }
}
