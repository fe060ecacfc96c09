import Testing
import Texting

@Suite struct `A phone number` {
    private static let here = Country(callingCode: "237")

    @Test(arguments: [
        ("as people write it", "6 70 00 00 01"),
        ("without blanks", "670000001"),
        ("dots", "670.00.00.01"),
        ("dashes", "670-000-001"),
        ("long dashes", "670–000—001"),
        ("brackets", "(670) 000 001"),
        ("slashes", "670/00/00/01"),
        ("narrow blanks", "6\u{202F}70\u{A0}00\u{2009}00 01"),
        ("the calling code alone", "237670000001"),
        ("plus", "+237670000001"),
        ("plus and blanks", " +237 6 70 00 00 01 "),
        ("plus in brackets", "(+237) 670000001"),
        ("two zeros", "00237670000001"),
        ("two zeros and blanks", "00 237 670 000 001"),
        ("plus and two zeros", "+00237670000001"),
        ("a trunk 0 that this country does not know", "0670000001"),
        ("a 0 behind the code", "+237 (0) 670 000 001"),
        ("Arabic digits", "٦٧٠٠٠٠٠٠١"),
        ("Persian digits", "+۲۳۷۶۷۰۰۰۰۰۰۱"),
        ("wide digits", "＋２３７ ６７００００００１"),
        ("copied with directions", "\u{202A}+237670000001\u{202C}"),
    ]) func `is read`(label: String, text: String) throws {
        #expect(try PhoneNumber(parsing: text, in: Self.here).e164 == "+237670000001", "\(label)")
    }

    struct Abroad: Sendable, CustomTestStringConvertible {
        let text: String
        let country: String
        let e164: String
        var testDescription: String { "\(text) in \(country)" }
    }

    @Test(arguments: [
        Abroad(text: "06 39 98 00 01", country: "33", e164: "+33639980001"),
        Abroad(text: "639980001", country: "33", e164: "+33639980001"),
        Abroad(text: "+33 (0)6 39 98 00 01", country: "237", e164: "+33639980001"),
        Abroad(text: "0033 06 39 98 00 01", country: "237", e164: "+33639980001"),
        Abroad(text: "07 00 00 00 01", country: "225", e164: "+2250700000001"),
        Abroad(text: "+242 06 000 0001", country: "237", e164: "+242060000001"),
        Abroad(text: "06 1234 5678", country: "39", e164: "+390612345678"),
        Abroad(text: "(202) 555-0101", country: "1", e164: "+12025550101"),
        Abroad(text: "1 202 555 0101", country: "1", e164: "+12025550101"),
        Abroad(text: "+44 7700 900001", country: "237", e164: "+447700900001"),
        Abroad(text: "+236 70 00 00 01", country: "237", e164: "+23670000001"),
        Abroad(text: "080 0000 0001", country: "234", e164: "+2348000000001"),
        Abroad(text: "+683 4000", country: "237", e164: "+6834000"),
        Abroad(text: "237000", country: "237", e164: "+237237000"),
    ]) func `of any country is read`(row: Abroad) throws {
        #expect(try PhoneNumber(parsing: row.text, in: Country(callingCode: row.country)).e164 == row.e164)
    }

    @Test(arguments: [
        ("nothing", "", PhoneNumber.Refusal.noDigits),
        ("signs alone", "+ ()-", .noDigits),
        ("a sender in letters", "Orange", .letters),
        ("letters among digits", "67O000001", .letters),
        ("a code that is dialled", "*123#", .letters),
        ("two numbers", "670000001, 670000002", .letters),
        ("a plus inside", "670+000001", .letters),
        ("emoji", "📞670000001", .letters),
        ("NUL", "670000001\u{0}", .letters),
        ("a sign upon the plus", "+\u{308}237670000001", .letters),
        ("a sign upon a digit", "670000001\u{20E3}", .letters),
        ("a short code", "8080", .shortCode),
        ("an emergency number", "112", .shortCode),
        ("one digit", "6", .tooShort),
        ("behind the country's code", "+2376700", .tooShort),
        ("behind two zeros", "00237", .tooShort),
        ("sixteen digits", "+2376700000010000", .tooLong),
        ("a national number that grows too long", "6700000010000", .tooLong),
        ("no country's code", "+999670000001", .unknownCallingCode),
        ("a code with a 0", "+0670000001", .unknownCallingCode),
    ]) func `is refused`(label: String, text: String, refusal: PhoneNumber.Refusal) {
        #expect(throws: refusal, "\(label)") { try PhoneNumber(parsing: text, in: Self.here) }
    }

    @Test func `of ten thousand digits is refused at once`() {
        #expect(throws: PhoneNumber.Refusal.tooLong) { try PhoneNumber(parsing: String(repeating: "6", count: 10_000), in: Self.here) }
    }

    @Test func `is held against the configured lengths`() throws {
        let nine = Country(callingCode: "237", nationalDigits: 9...9)
        #expect(try PhoneNumber(parsing: "237670000001", in: nine).e164 == "+237670000001")
        #expect(throws: PhoneNumber.Refusal.tooShort) { try PhoneNumber(parsing: "67000001", in: nine) }
        #expect(throws: PhoneNumber.Refusal.tooLong) { try PhoneNumber(parsing: "+2376700000011", in: nine) }
        #expect(try PhoneNumber(parsing: "+33639980001", in: nine).e164 == "+33639980001")
    }

    /// With one 0 dropped behind the code, `+7 0001…` was shown as a number that was itself read as another.
    @Test(arguments: ["+70001237670", "+237 00 670 000 001", "+1 000 202 555 0101", "+33 (0)06 39 98 00 01"])
    func `with more than one 0 behind the code is read as it is shown`(text: String) throws {
        let shown = try PhoneNumber(parsing: text, in: Self.here)
        #expect(try PhoneNumber(parsing: shown.e164, in: Self.here) == shown)
    }

    @Test(arguments: [
        ("+237670000012", "+237••••••12"), ("+33639980001", "+33••••••01"), ("+12025550101", "+1••••••01"),
    ]) func `is masked`(e164: String, masked: String) {
        #expect(PhoneNumber(e164: e164).masked == masked)
    }
}
