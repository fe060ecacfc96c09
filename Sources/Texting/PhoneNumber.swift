/// A phone number as E.164 writes it: `+237670000001`.
package struct PhoneNumber: Hashable, Sendable, Codable {
    package let e164: String

    package init(e164: String) { self.e164 = e164 }
}
