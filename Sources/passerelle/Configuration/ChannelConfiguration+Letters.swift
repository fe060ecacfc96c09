extension ChannelConfiguration {
    /// The most that a sender in letters can have: the ten octets of an address, seven bits each (3GPP TS 23.040 §9.1.2.5).
    private static let mostLetters = 11

    /// Whether phones show it as a name, so that nobody can answer: "répondez STOP" would be a lie. What is longer is a gateway's own id for
    /// numbers of ours, such as Twilio's `MG…`.
    static func isInLetters(_ sender: String?) -> Bool {
        guard let sender = sender?.trimmingPrefix("tel:"), sender.count <= mostLetters else { return false }
        return sender.contains(where: \.isLetter)
    }

    /// The same of what its own messages come from.
    var isSenderInLetters: Bool { Self.isInLetters(values["sender-name"] ?? sender ?? code) }
}
