extension PhoneNumber {
    /// Why a text is no phone number.
    package enum Refusal: Error, Hashable, Sendable, CaseIterable {
        case noDigits
        /// A sender such as `Orange`, or anything else that is not written in digits.
        case letters
        /// A service's number such as 8080: nobody answers there.
        case shortCode
        case tooShort, tooLong
        /// Written the international way, but no country has that code.
        case unknownCallingCode
    }

    /// Digits of a service's number.
    private static let shortCode = 3...5
    /// Digits of a number with its calling code; the fewest are Niue's.
    private static let international = 7...15

    /// Reads a number as people write it: `6 70 00 00 01`, `00237 670-00-00-01`, `+237 (670) 000 001`, `٦٧٠٠٠٠٠٠١`.
    ///
    /// Without `+` or `00` it is a number of the country, unless it is too long for one and begins with the country's calling code.
    package init(parsing text: String, in country: Country) throws(Refusal) {
        let written = try Written(text)
        // By bytes, for digits are ASCII and there is one of these in every turn.
        var digits = Substring(written.digits).utf8
        guard !digits.isEmpty else { throw .noDigits }
        let hasZeros = digits.starts(with: "00".utf8)
        if !written.hasPlus, !hasZeros, Self.shortCode.contains(digits.count) { throw .shortCode }

        let isInternational = written.hasPlus || hasZeros
        if hasZeros { digits = digits.dropFirst(2) }
        let code: String
        if isInternational {
            guard digits.count >= Self.international.lowerBound else { throw .tooShort }
            guard let known = CallingCode.beginning(Substring(digits)) else { throw .unknownCallingCode }
            code = known
            digits = digits.dropFirst(code.utf8.count)
        } else {
            code = country.callingCode
            if country.isWrittenWithCallingCode(Substring(digits)) { digits = digits.dropFirst(code.utf8.count) }
        }
        // All of them: no number begins with two, and what is shown must be read as the same number again.
        if !CallingCode.keepsZero(code) { digits = digits.drop { $0 == UInt8(ascii: "0") } }

        if code == country.callingCode {
            guard digits.count >= country.nationalDigits.lowerBound else { throw .tooShort }
            guard digits.count <= country.nationalDigits.upperBound else { throw .tooLong }
        }
        guard code.utf8.count + digits.count >= Self.international.lowerBound else { throw .tooShort }
        guard code.utf8.count + digits.count <= Self.international.upperBound else { throw .tooLong }
        e164 = "+\(code)\(Substring(digits))"
    }
}

extension Country {
    /// Whether digits without `+` or `00` nevertheless begin with the calling code, as gateways write them: `237670000001`.
    fileprivate func isWrittenWithCallingCode(_ digits: Substring) -> Bool {
        guard digits.hasPrefix(callingCode) else { return false }
        let rest = digits.utf8.count - callingCode.utf8.count
        // Where the country's lengths are not configured, a number of eight digits and more behind the code is taken for a whole one.
        let isConfigured = nationalDigits != Country(callingCode: callingCode).nationalDigits
        return isConfigured ? nationalDigits.contains(rest) && !nationalDigits.contains(digits.utf8.count) : rest >= 8
    }
}

/// A number's digits, apart from how they are set.
private struct Written {
    var digits = ""
    var hasPlus = false

    init(_ text: String) throws(PhoneNumber.Refusal) {
        if let plain = Written(plain: text) {
            self = plain
            return
        }
        // `+33 (0)6…`: the bracket says that the 0 is dropped behind the calling code.
        let isBracketZero = { (index: String.Index) in text[index...].hasPrefix("(0)") }
        var rest = text.startIndex
        while rest < text.endIndex {
            let character = text[rest]
            if isBracketZero(rest), !digits.isEmpty {
                rest = text.index(rest, offsetBy: 3)
                continue
            }
            rest = text.index(after: rest)
            if let digit = character.wholeNumberValue, digit <= 9,
                character.unicodeScalars.first?.properties.generalCategory == .decimalNumber
            {
                digits.append(String(digit))
            } else if character == "+" || character == "＋" {
                guard digits.isEmpty, !hasPlus else { throw .letters }
                hasPlus = true
            } else if !Self.isSeparator(character) {
                throw .letters
            }
        }
    }

    /// A number as every gateway writes it, which needs no look at what else its signs may mean; nil for any other.
    private init?(plain text: String) {
        hasPlus = text.utf8.first == UInt8(ascii: "+")
        // By bytes: a sign that is set upon the plus is none of it.
        digits = hasPlus ? String(Substring(text.utf8.dropFirst())) : text
        guard digits.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }) else { return nil }
    }

    private static func isSeparator(_ character: Character) -> Bool {
        if character.isWhitespace || ".-/()[]".contains(character) { return true }
        // Dashes of all lengths, and the directions that phones put around a copied number.
        return character.unicodeScalars.allSatisfy {
            $0.properties.generalCategory == .dashPunctuation || $0.properties.generalCategory == .format
        }
    }
}
