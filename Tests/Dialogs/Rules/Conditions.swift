import Dialogs
import Foundation
import Testing

struct Conditions {
    struct Case: CustomTestStringConvertible, Sendable {
        var label: String
        var condition: Condition
        var holds: Bool
        var testDescription: String { label }

        init(_ label: String, _ condition: Condition, _ holds: Bool) {
            self.label = label
            self.condition = condition
            self.holds = holds
        }
    }

    private static func answer(_ id: String, _ test: Condition.Test) -> Condition { .answer(field(id), test) }

    static let cases = [
        Case("one of, alone", answered("choice", "a"), true),
        Case("one of several", answered("choice", "b", "a"), true),
        Case("none of them", answered("choice", "b"), false),
        Case("a missing answer is never one of them", answered("none", "a"), false),
        Case("a list holds one of them", answered("several", "x", "b"), true),
        Case("a list holds none of them", answered("several", "x"), false),
        Case("at least, just", answer("number", .atLeast(5)), true),
        Case("at least, not", answer("number", .atLeast(6)), false),
        Case("at most, just", answer("number", .atMost(5)), true),
        Case("at most, not", answer("number", .atMost(4)), false),
        Case("at most, missing", answer("none", .atMost(4)), false),
        Case("at least on words", answer("choice", .atLeast(0)), false),
        Case("before a day", answer("date", .before(.day(CalendarDay(year: 2000, month: 1, day: 2)))), true),
        Case("before the day itself", answer("date", .before(.day(CalendarDay(year: 2000)))), false),
        Case("after a day", answer("date", .after(.day(CalendarDay(year: 1999, month: 12, day: 31)))), true),
        Case("after a day counted from today", answer("date", .after(.fromToday(years: -18, months: 0, days: 0))), false),
        Case("given", answer("choice", .given(true)), true),
        Case("not given", answer("none", .given(true)), false),
        Case("skipped is not given", answer("skipped", .given(true)), false),
        Case("all", .all([answered("choice", "a"), answer("number", .atLeast(5))]), true),
        Case("all but one", .all([answered("choice", "a"), answered("none", "a")]), false),
        Case("any", .any([answered("none", "a"), answered("choice", "a")]), true),
        Case("any of none", .any([answered("none", "a")]), false),
        Case("not", .not(answered("none", "a")), true),
        Case("the channel", .channel(.ussd), true),
        Case("another channel", .channel(.sms), false),
        Case("the language", .language(["en", "fr"]), true),
        Case("another language", .language(["en"]), false),
        Case("the network", .network(["mtn"]), true),
        Case("another network", .network(["orange"]), false),
        Case("signed up", .signedUp("projet", nowhere), true),
        Case("not signed up", .signedUp("autre", nowhere), false),
        Case("opted out", .optedOut(true), true),
        Case("not opted out", .optedOut(false), false),
    ]

    @Test(arguments: cases) func `a condition holds or not`(_ one: Case) throws {
        var phone = Phone([
            "accueil": dialog(
                question("a", "A ?", save: "choice", expect: choices(choice("a", "A")), next: to("b")),
                question("b", "B ?", save: "several", expect: choices(choice("a", "A"), choice("b", "B"), several: 1...2), next: to("c")),
                question("c", "C ?", save: "number", expect: .number(NumberRule()), next: to("d")),
                question("d", "D ?", save: "date", expect: .date(DateRule()), next: to("e")),
                question("e", "E ?", save: "skipped", optional: "Non", next: to("route")),
                route("route", (one.condition, "oui"), otherwise: "non"), end("oui", "Oui."), end("non", "Non."))
        ])
        phone.contact.hasOptedOut = true
        var dice = Dice(seed: 7)
        phone.contact.signUps = [
            KnownSignUp(signUp: "projet", reference: Reference(using: &dice), status: .open, created: phone.now, answers: [:])
        ]
        try phone.dial()
        #expect(try phone.type("1", "1 2", "5", "1/1/2000", "99") == (one.holds ? "Oui." : "Non."))
    }
}
