import Dialogs
import Texting

extension PhoneNumber {
    /// The number that a conversation is held with: the one that the file names, else one as the country has them.
    init(ofChat written: String?, in country: Country) throws {
        let candidates = written.map { [$0] } ?? Self.samples(of: country)
        for candidate in candidates {
            if let number = try? PhoneNumber(parsing: candidate, in: country) {
                self = number
                return
            }
        }
        let shown = candidates.first ?? ""
        throw CannotRun(fr: "« \(shown) » n'est pas un numéro de téléphone", en: "\"\(shown)\" is no phone number")
    }

    private static func samples(of country: Country) -> [String] {
        country.nationalDigits.map { digits in
            "+\(country.callingCode)" + "67" + String(repeating: "0", count: max(0, digits - 3)) + "1"
        }.sorted { abs($0.count - 13) < abs($1.count - 13) }
    }
}
