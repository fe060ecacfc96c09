/// The default alphabet of GSM and its extension table (3GPP TS 23.038 §6.2.1), both ways.
package enum GSMAlphabet {
    /// Says that the next septet is read in the extension table.
    package static let escape: UInt8 = 0x1B

    /// The 128 places of the default alphabet in order; place 0x1B is the escape and stands for no character.
    private static let places: [Unicode.Scalar] = Array(
        ("@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞ\u{1B}ÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà").unicodeScalars)

    private static let extensions: [(septet: UInt8, scalar: Unicode.Scalar)] = [
        (0x0A, "\u{0C}"), (0x14, "^"), (0x28, "{"), (0x29, "}"), (0x2F, "\\"), (0x3C, "["), (0x3D, "~"), (0x3E, "]"), (0x40, "|"),
        (0x65, "€"),
    ]

    /// How a character is written: one septet, or one behind the escape.
    package enum Code: Hashable, Sendable {
        case plain(UInt8)
        case escaped(UInt8)

        package var septets: Int {
            switch self {
            case .plain: 1
            case .escaped: 2
            }
        }
    }

    private static let codes: [Unicode.Scalar: Code] = {
        var codes: [Unicode.Scalar: Code] = [:]
        for (place, scalar) in places.enumerated() where place != Int(escape) { codes[scalar] = .plain(UInt8(place)) }
        for entry in extensions { codes[entry.scalar] = .escaped(entry.septet) }
        return codes
    }()

    /// How wide the first 256 characters are, by number, 0 where it does not have one: nearly every letter that is sent is one of these.
    static let latinSeptets: [UInt8] = (0..<256).map { UInt8(codes[Unicode.Scalar(UInt8($0))]?.septets ?? 0) }

    /// nil where the alphabet does not have the character.
    package static func code(of scalar: Unicode.Scalar) -> Code? { codes[scalar] }

    /// Its width; 0 where the alphabet does not have the character. Asked for each letter of each page of each turn.
    package static func septets(of scalar: Unicode.Scalar) -> Int {
        scalar.value < 256 ? Int(latinSeptets[Int(scalar.value)]) : codes[scalar]?.septets ?? 0
    }

    /// The septets of a text, one a byte; nil where a character is not in the alphabet.
    package static func encode(_ text: String) -> [UInt8]? {
        var septets: [UInt8] = []
        for scalar in text.composed.unicodeScalars {
            switch code(of: scalar) {
            case .plain(let septet): septets.append(septet)
            case .escaped(let septet): septets += [escape, septet]
            case nil: return nil
            }
        }
        return septets
    }

    /// The text of septets, one a byte (the high bit is passed over).
    ///
    /// As the standard asks of a receiver: behind an escape, a place that the extension table leaves empty is read in the default alphabet,
    /// and an escape that nothing, or another escape, follows is shown as a blank.
    package static func decode(_ septets: some Sequence<UInt8>) -> String {
        var text = String.UnicodeScalarView()
        var isEscaped = false
        for septet in septets.lazy.map({ $0 & 0x7F }) {
            if septet == escape {
                if isEscaped { text.append(" ") }
                isEscaped.toggle()
                continue
            }
            let extended = isEscaped ? extensions.first { $0.septet == septet }?.scalar : nil
            text.append(extended ?? places[Int(septet)])
            isEscaped = false
        }
        if isEscaped { text.append(" ") }
        return String(text)
    }
}
