import Texting

/// What the phone's script is told, so that no number of the network's stands in it.
struct PhoneSettings: Equatable, Sendable, Encodable {
    /// Where steps and messages go.
    var channel: String
    var code: String
    var idle: Int
    var total: Int
    /// Seconds of a session that the network bills at once.
    var step = 20
    /// The characters of one septet, and those of two (3GPP TS 23.038).
    var plain = Self.plainLetters
    var escaped = Self.escapedLetters
    /// Units in an SMS alone and in a part of several.
    var gsm = Self.limits(of: .gsm7)
    var ucs2 = Self.limits(of: .ucs2)
    var words: PhoneWords

    private static let septets = (UInt8(0)..<128).filter { $0 != GSMAlphabet.escape }
    private static let plainLetters = GSMAlphabet.decode(septets)
    private static let escapedLetters = septets.map { GSMAlphabet.decode([GSMAlphabet.escape, $0]) }.filter { letter in
        letter.unicodeScalars.allSatisfy { GSMAlphabet.code(of: $0)?.septets == 2 }
    }.joined()

    private static func limits(of encoding: MessageSize.Encoding) -> [Int] { [encoding.unitsAlone, encoding.unitsInPart] }
}
