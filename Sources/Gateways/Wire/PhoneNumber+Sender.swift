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

    /// As gateways write a subscriber, the calling code in front and no `+`; one too short to hold one is a number of the country.
    init(msisdn: String, in field: String, _ country: Country) throws(Gateways.Refusal) {
        let isWhole =
            msisdn.count >= Self.fewestWithCallingCode && msisdn.allSatisfy { $0.isASCII && $0.isNumber } && !msisdn.hasPrefix("0")
        try self.init(sender: isWhole ? "+\(msisdn)" : msisdn, in: field, country)
    }

    /// Digits; national numbers have ten at most nearly everywhere.
    private static let fewestWithCallingCode = 11
}

extension String {
    /// A number as gateways write a subscriber; anything else, as a sender in letters, as it is.
    var withoutPlus: String { hasPrefix("+") ? String(dropFirst()) : self }
}
