import Dialogs
import Foundation

extension FileReader {
    /// A name as the format has them: of a screen, a field, an option, a sign-up.
    mutating func id(_ written: Written) -> String? {
        guard let text = text(written) else { return nil }
        return id(text)
    }

    mutating func id(_ text: WrittenText) -> String? {
        guard !ID.isWellFormed(text.string) else { return text.string }
        let tooLong = text.string.utf8.count > ID.longest
        error(
            "bad-id", at: text.place,
            Bilingual(fr: "« \(text.shown) » ne peut pas servir de nom", en: "\"\(text.shown)\" can't be a name"),
            tooLong
                ? Bilingual(fr: "un nom a au plus \(ID.longest) signes", en: "a name has at most \(ID.longest) signs")
                : Bilingual(
                    fr: "un nom commence par une lettre de a à z et n'a que des lettres sans accent ni majuscule, des chiffres et -",
                    en: "a name begins with a letter from a to z and has only small letters without accents, digits and -"))
        return nil
    }

    mutating func field(_ written: Written) -> Field? {
        id(written).map { Field(id: $0, place: written.place) }
    }

    mutating func target(_ written: Written) -> Target? {
        guard let text = text(written) else { return nil }
        return target(text)
    }

    mutating func target(_ text: WrittenText) -> Target? {
        if let target = Target(parsing: text.string, at: text.place) { return target }
        error(
            "bad-target", at: text.place,
            Bilingual(fr: "« \(text.shown) » n'est pas une destination", en: "\"\(text.shown)\" is no place to go to"),
            Bilingual(
                fr: "écrivez un écran, fichier/écran, fichier/ (son début) ou return",
                en: "write a screen, file/screen, file/ (its start) or return"))
        return nil
    }

    /// One word of a closed set.
    mutating func word<Word: RawRepresentable<String> & CaseIterable>(_ written: Written, _: Word.Type) -> Word? {
        guard let text = text(written) else { return nil }
        if let word = Word(rawValue: text.string) { return word }
        unknown("unknown-word", text, among: Word.allCases.map(\.rawValue))
        return nil
    }

    mutating func flag(_ written: Written) -> Bool? {
        word(written, FlagWord.self).map { $0 == .yes }
    }

    mutating func integer(_ written: Written, _ range: ClosedRange<Int>) -> Int? {
        guard let text = text(written) else { return nil }
        if Self.isDigits(text.string), let value = Int(text.string), range.contains(value) { return value }
        error(
            "bad-number", at: text.place,
            Bilingual(fr: "« \(text.shown) » ne va pas ici", en: "\"\(text.shown)\" does not do here"),
            Bilingual(
                fr: "écrivez un nombre entier de \(range.lowerBound) à \(range.upperBound), en chiffres",
                en: "write a whole number from \(range.lowerBound) to \(range.upperBound), in digits"))
        return nil
    }

    mutating func decimal(_ written: Written) -> Decimal? {
        guard let text = text(written) else { return nil }
        let digits = text.string.hasPrefix("-") ? text.string.dropFirst() : text.string[...]
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        if parts.count <= 2, parts.allSatisfy({ Self.isDigits($0) }), digits.utf8.count <= 30,
            let value = Decimal(string: text.string, locale: Locale(identifier: "en_US_POSIX"))
        {
            return value
        }
        error(
            "bad-number", at: text.place,
            Bilingual(fr: "« \(text.shown) » n'est pas un nombre", en: "\"\(text.shown)\" is no number"),
            Bilingual(fr: "écrivez-le en chiffres, comme 500 ou 2.5", en: "write it in digits, such as 500 or 2.5"))
        return nil
    }

    mutating func duration(_ written: Written) -> Duration? {
        guard let text = text(written) else { return nil }
        let parts = text.string.split(separator: " ", omittingEmptySubsequences: true)
        if parts.count == 2, parts[0].utf8.count <= 6, Self.isDigits(parts[0]), let count = Int64(parts[0]), count > 0,
            let unit = Self.seconds[String(parts[1])]
        {
            return .seconds(count * unit)
        }
        error(
            "bad-duration", at: text.place,
            Bilingual(fr: "« \(text.shown) » n'est pas une durée", en: "\"\(text.shown)\" is no length of time"),
            Bilingual(fr: "écrivez par exemple 30 s, 5 min, 24 h ou 7 days", en: "write for example 30 s, 5 min, 24 h or 7 days"))
        return nil
    }

    private static let seconds: [String: Int64] = ["s": 1, "min": 60, "h": 3600, "day": 86400, "days": 86400]

    static func isDigits(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    }

    /// Tells limits that let nothing through.
    mutating func reversed(at place: Place) {
        error(
            "min-over-max", at: place,
            Bilingual(fr: "min est plus grand que max : rien ne conviendrait", en: "min is above max: nothing would do"),
            Bilingual(fr: "échangez les deux", en: "exchange the two"))
    }
}
