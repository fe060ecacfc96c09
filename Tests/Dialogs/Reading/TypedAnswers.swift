import Dialogs
import Foundation
import Testing
import Texting

/// What people type, and what is understood of it.
struct TypedAnswers {
    private static func understood(_ typed: String, _ expect: Dialogs.Expectation) throws -> Answer? {
        var phone = Phone([
            "accueil": dialog(question("q", "Quoi ?", save: "x", expect: expect, next: to("p")), page("p", "Suite.", next: "p"))
        ])
        try phone.dial()
        try phone.type(typed)
        return try phone.session?.answers["x"]?.answer
    }

    @Test(arguments: [
        ("5", 0, "5"), ("0", 0, "0"), ("2 500", 0, "2500"), ("2.500", 0, "2500"), ("2,500", 0, "2500"), ("1 234 567", 0, "1234567"),
        ("٢٥٠٠", 0, "2500"),
        ("２５", 0, "25"), ("2\u{A0}500", 0, "2500"), ("٢٬٥٠٠", 0, "2500"), ("-5", 0, "-5"), ("+5", 0, "5"), (" 7 ", 0, "7"),
        ("2,5", 1, "2.5"), ("2.5", 1, "2.5"),
        ("٢٫٥", 1, "2.5"), ("2.500", 3, "2500"), ("2,500", 3, "2.5"), ("1.234,5", 1, "1234.5"), ("1,234.5", 1, "1234.5"),
        ("1 234,50", 2, "1234.5"), ("0,5", 1, "0.5"),
        ("2,5", 0, nil), ("2.5", 0, nil), ("2,55", 1, nil), ("05", 0, nil), ("00", 0, nil), ("2 5", 0, nil), ("25 00", 0, nil),
        ("", 0, nil), ("x", 0, nil), ("5x", 0, nil),
        ("1e3", 0, nil), ("½", 0, nil), ("--5", 0, nil), ("1,2,3", 1, nil), ("5,", 1, nil), (",5", 1, nil), ("9999999999999999", 0, nil),
        ("Infinity", 0, nil), ("1.2345.678", 0, nil),
    ]) func `a number`(typed: String, decimals: Int, value: String?) throws {
        let answer = try Self.understood(typed, .number(NumberRule(decimals: decimals)))
        #expect(answer == value.flatMap { Decimal(string: $0) }.map { .number($0) })
    }

    @Test(arguments: [("4", false), ("5", true), ("10", true), ("11", false), ("-7", false)]) func `a number has limits`(
        typed: String, fits: Bool
    ) throws {
        #expect(try (Self.understood(typed, .number(NumberRule(min: 5, max: 10))) != nil) == fits)
    }

    @Test(arguments: [
        ("3/4/1990", 1990, 4, 3), ("03041990", 1990, 4, 3), ("3 4 90", 1990, 4, 3), ("03.04.1990", 1990, 4, 3), ("3-4-1990", 1990, 4, 3),
        ("٣/٤/١٩٩٠", 1990, 4, 3),
        ("030490", 1990, 4, 3), ("1990-04-03", 1990, 4, 3), ("29/2/2000", 2000, 2, 29), ("1/1/26", 2026, 1, 1),
    ]) func `a date, the day first`(typed: String, year: Int, month: Int, day: Int) throws {
        #expect(try Self.understood(typed, .date(DateRule())) == .date(CalendarDay(year: year, month: month, day: day)))
    }

    @Test(arguments: [
        "31/2/1990", "29/2/1900", "0/1/1990", "1/13/1990", "4/1990", "1990", "hier", "", "1/1/19900", "3/4/", "3/4/1990/2", "99999999",
        "1/1/199",
    ])
    func `no date`(typed: String) throws {
        #expect(try Self.understood(typed, .date(DateRule())) == nil)
    }

    @Test(arguments: [
        ("4/1990", DateRule.Precision.month, 1990, 4), ("04 1990", .month, 1990, 4), ("041990", .month, 1990, 4), ("4/90", .month, 1990, 4),
        ("1990", .year, 1990, 1), ("31/12/1990", .month, 1990, 12), ("1990-12-31", .month, 1990, 12), ("31121990", .month, 1990, 12),
        ("31/12/90", .year, 1990, 1), ("12/1990", .year, 1990, 1), ("31121990", .year, 1990, 1), ("1990-12", .year, 1990, 1),
    ]) func `a date as far as the question asks`(typed: String, precision: DateRule.Precision, year: Int, month: Int) throws {
        #expect(try Self.understood(typed, .date(DateRule(precision: precision))) == .date(CalendarDay(year: year, month: month)))
    }

    @Test(arguments: [
        ("31/2/1990", DateRule.Precision.month), ("1/2/3/1990", .month), ("1990", .month), ("13/1990", .year), ("90", .year), ("", .year),
    ])
    func `no date, however little of it is asked`(typed: String, precision: DateRule.Precision) throws {
        #expect(try Self.understood(typed, .date(DateRule(precision: precision))) == nil)
    }

    @Test(arguments: [("3/10/2008", true), ("4/10/2008", true), ("5/10/2008", false), ("4/10/1926", true), ("3/10/1926", false)])
    func `limits are counted from today in the time zone of the service`(typed: String, fits: Bool) throws {
        let rule = DateRule(min: .fromToday(years: -100, months: 0, days: 0), max: .fromToday(years: -18, months: 0, days: 0))
        #expect(try (Self.understood(typed, .date(rule)) != nil) == fits)
    }

    @Test func `of two centuries the one that the limits allow is meant`() throws {
        let past = DateRule(max: .fromToday(years: 0, months: 0, days: 0))
        #expect(try Self.understood("1/1/30", .date(past)) == .date(CalendarDay(year: 1930)))
        let future = DateRule(min: .fromToday(years: 0, months: 0, days: 1))
        #expect(try Self.understood("1/1/30", .date(future)) == .date(CalendarDay(year: 2030)))
    }

    @Test(arguments: [
        ("Awa", "Awa"), ("  Awa  ", "Awa"), ("A\u{0}w\u{7}a", "Awa"), ("Awa\nNgo", "Awa Ngo"), ("عائشة", "عائشة"), ("Awa*Ngo", "Awa*Ngo"),
        ("\u{200E}Awa", "Awa"),
        ("#1", "#1"), ("1234", "1234"), ("😀😀", "😀😀"), ("", nil), ("   ", nil), ("A", nil), ("\u{0}", nil), ("abcdefghijk", nil),
        ("98", nil), ("99", nil),
        ("e\(String(repeating: "\u{301}", count: 90))e", nil),
    ]) func `a text`(typed: String, value: String?) throws {
        #expect(try Self.understood(typed, .text(TextRule(min: 2, max: 10))) == value.map { .text($0) })
    }

    @Test(arguments: [
        ("CE123", true), ("ce123", true), ("CE12", false), ("C1123", false), ("CE1234", false), ("CÉ123", true), ("CE١٢٣", true),
    ])
    func `a text like a pattern`(typed: String, fits: Bool) throws {
        #expect(try (Self.understood(typed, .text(TextRule(like: "AA999"))) != nil) == fits)
    }

    @Test(arguments: [
        ("670000001", "+237670000001"), ("6 70 00 00 01", "+237670000001"), ("٦٧٠٠٠٠٠٠١", "+237670000001"),
        ("+33612345678", "+33612345678"), ("12", nil), ("Awa", nil),
    ])
    func `a phone number is kept as E.164`(typed: String, value: String?) throws {
        #expect(try Self.understood(typed, .phone) == value.map { .phone(PhoneNumber(e164: $0)) })
    }

    @Test func `ten thousand stars are a miss and harm nothing`() throws {
        #expect(try Self.understood(String(repeating: "*", count: 10_000), .text(TextRule())) == nil)
        #expect(try Self.understood(String(repeating: "*", count: 10_000), .number(NumberRule())) == nil)
        #expect(try Self.understood(String(repeating: "1 ", count: 10_000), choices(choice("a", "A"), several: 1...1)) == .several(["a"]))
    }
}
