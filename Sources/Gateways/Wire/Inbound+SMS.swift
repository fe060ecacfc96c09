import Texting

extension Inbound {
    /// An SMS. What makes it the same message when it comes again is its id; where there is none its sender, words and time, and without a
    /// time nothing tells it from an earlier one.
    init(sms text: String, from sender: PhoneNumber, id: String?, time: String?, network: String?) {
        let id = id.filled
        let time = time.filled
        let session = id ?? [sender.e164, time ?? "", text].joined(separator: "\0")
        self.init(
            sender: sender, session: session, text: .message(text), stepKey: id == nil && time == nil ? nil : session,
            network: network.filled)
    }
}

extension String? {
    /// nil where it is empty, too.
    var filled: String? { flatMap { $0.isEmpty ? nil : $0 } }
}
