/// A phone number as E.164 writes it: `+237670000001`.
package struct PhoneNumber: Hashable, Sendable, Codable {
    package let e164: String

    package init(e164: String) { self.e164 = e164 }

    /// What may stand in a log or on a screen: `+237••••••12`. How long the number is does not show.
    package var masked: String {
        let digits = e164.drop { $0 == "+" }
        let code = CallingCode.beginning(digits) ?? ""
        return "+\(code)••••••\(digits.dropFirst(code.count).suffix(2))"
    }
}
