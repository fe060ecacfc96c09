import Texting

extension PhoneNumber {
    /// The person's number in a request; `Orange` and `8080` send messages too, and get no conversation.
    init(sender: String, in field: String, _ country: Country) throws(Gateways.Refusal) {
        do {
            try self.init(parsing: sender, in: country)
        } catch {
            throw Gateways.Refusal("\(field) is no phone number; a sender in letters or a short code gets no conversation.")
        }
    }
}
