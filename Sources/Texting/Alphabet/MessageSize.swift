/// What a text takes as an SMS.
package struct MessageSize: Hashable, Sendable {
    package enum Encoding: String, Sendable, Codable, CaseIterable {
        case gsm7 = "gsm-7"
        case ucs2 = "ucs-2"

        /// Units in a message of one part: 140 octets hold 160 septets or 70 UCS-2 units (3GPP TS 23.040 §9.2.3.24).
        package var unitsAlone: Int {
            switch self {
            case .gsm7: 160
            case .ucs2: 70
            }
        }

        /// Units in a part of several: the header that joins them takes 6 octets (3GPP TS 23.040 §9.2.3.24.1).
        package var unitsInPart: Int {
            switch self {
            case .gsm7: 153
            case .ucs2: 67
            }
        }
    }

    package let encoding: Encoding
    /// Septets, or UCS-2 units, of the text itself.
    package let units: Int
    package let parts: Int

    package init(sms text: String) {
        let parts = MessageParts(sms: text)
        encoding = parts.encoding
        units = parts.units
        self.parts = max(1, parts.texts.count)
    }
}
