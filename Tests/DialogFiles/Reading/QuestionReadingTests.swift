import DialogFiles
import Dialogs
import Foundation
import Testing

@Suite struct QuestionReadingTests {
    private func question(_ keys: String) -> (question: Question?, reading: Reading) {
        let reading = Folders.read(Folders.screen("ask: Combien ?\nsave: x\nnext: a\n\(keys)"))
        return (reading.accueil?.question(), reading)
    }

    struct Case: CustomTestStringConvertible {
        let written: String
        let expected: Dialogs.Expectation
        var testDescription: String { written }
    }

    @Test(arguments: [
        Case(written: "note: x", expected: .text(TextRule())),
        Case(written: "expect: text", expected: .text(TextRule())),
        Case(written: "expect: { text: { min: 2, max: 40 } }", expected: .text(TextRule(min: 2, max: 40))),
        Case(written: "expect: { text: { like: AA999 } }", expected: .text(TextRule(like: "AA999"))),
        Case(written: "expect: number", expected: .number(NumberRule())),
        Case(
            written: "expect: { number: { min: -2.5, max: 500, decimals: 1 } }",
            expected: .number(NumberRule(min: -2.5, max: 500, decimals: 1))),
        Case(written: "expect: { number: {} }", expected: .number(NumberRule())),
        Case(
            written: "expect: { date: { min: today-100y, max: today-18y } }",
            expected: .date(DateRule(min: .fromToday(years: -100, months: 0, days: 0), max: .fromToday(years: -18, months: 0, days: 0)))),
        Case(
            written: "expect: { date: { min: today, max: today+3m, precision: month } }",
            expected: .date(
                DateRule(min: .fromToday(years: 0, months: 0, days: 0), max: .fromToday(years: 0, months: 3, days: 0), precision: .month))),
        Case(
            written: "expect: { date: { min: 2026-12-01, max: 31/12/2026 } }",
            expected: .date(
                DateRule(
                    min: .day(CalendarDay(year: 2026, month: 12, day: 1)), max: .day(CalendarDay(year: 2026, month: 12, day: 31))))),
        Case(
            written: "expect: { date: { min: 1950, max: 06/2020, precision: year } }",
            expected: .date(DateRule(min: .day(CalendarDay(year: 1950)), max: .day(CalendarDay(year: 2020, month: 6)), precision: .year))),
        Case(written: "expect: phone", expected: .phone),
        Case(written: "expect: { phone: {} }", expected: .phone),
        Case(written: "expect: { reference: aide }", expected: .reference(signUp: "aide")),
    ])
    func `what a question takes`(_ example: Case) {
        let (question, reading) = question(example.written)
        #expect(reading.findings == [])
        #expect(question?.expect == example.expected)
    }

    @Test func `what is left out has its default`() {
        let question = question("note: x").question
        #expect(question?.label == nil && question?.optional == nil && question?.hint == nil)
        #expect(question?.known == .ask)
        #expect(question?.isPrivate == false)
        #expect(question?.save.id == "x")
        #expect(question?.save.place == Place(file: "accueil.yaml", line: 5, column: 11))
    }

    @Test func `a list of the file is known by the file's name, a shared one by lists`() {
        for (written, name) in [("regions", "accueil/regions"), ("lists/regions", "lists/regions")] {
            guard case .choice(let choices)? = question("choices: \(written)\nseveral: { min: 2 }\nfind: true").question?.expect else {
                Issue.record("no choices")
                continue
            }
            #expect(choices.source == .list(name))
            #expect(choices.several == Choices.Several(min: 2, max: nil))
            #expect(choices.find == true)
        }
        let lists = Folders.read([
            "accueil.yaml": Folders.smallest + "lists: { villes: { b: Bafia, a: Akono } }\n", "lists.yaml": "regions: { est: Est }",
        ])
        #expect(lists.findings == [])
        #expect(lists.script?.lists.keys.sorted() == ["accueil/villes", "lists/regions"])
        #expect(lists.script?.lists["accueil/villes"]?.choices.map(\.id) == ["b", "a"])
    }

    @Test func `several without limits takes any number of choices`() {
        let (question, reading) = question("choices: { a: A, b: B }\nseveral: {}")
        #expect(reading.findings == [])
        guard case .choice(let choices)? = question?.expect else {
            Issue.record("no choices")
            return
        }
        #expect(choices.several == Choices.Several(min: 1, max: nil))
    }

    @Test func `where a question leads by its answer`() {
        let reading = Folders.read(
            "start: a\nscreens:\n  a:\n    ask: Oui ?\n    save: x\n    choices: { oui: { words: Oui, when: { y: z } }, non: Non }\n    optional: Passer\n"
                + "    next: { oui: b, skipped: c/, else: return }\n  b: { end: Merci }\n")
        #expect(reading.findings == [])
        guard case .byChoice(let targets, let skipped, let otherwise)? = reading.accueil?.question()?.next else {
            Issue.record("no map")
            return
        }
        #expect(targets.mapValues(\.destination) == ["oui": .screen("b")])
        #expect(skipped?.destination == .start(dialog: "c"))
        #expect(otherwise?.destination == .back)
    }

    struct DurationCase: CustomTestStringConvertible {
        let written: String
        let seconds: Int64?
        var testDescription: String { written }
    }

    @Test(arguments: [
        DurationCase(written: "30 s", seconds: 30), DurationCase(written: "5 min", seconds: 300),
        DurationCase(written: "24 h", seconds: 86400),
        DurationCase(written: "1 day", seconds: 86400), DurationCase(written: "7 days", seconds: 604_800),
        DurationCase(written: "\"7 days\"", seconds: 604_800), DurationCase(written: "7 jours", seconds: nil),
        DurationCase(written: "5min", seconds: nil), DurationCase(written: "-5 min", seconds: nil),
        DurationCase(written: "0 min", seconds: nil),
        DurationCase(written: "5", seconds: nil), DurationCase(written: "1.5 h", seconds: nil),
        DurationCase(written: "99999999999999999999 days", seconds: nil), DurationCase(written: "५ min", seconds: nil),
    ])
    func `a length of time`(_ example: DurationCase) {
        let reading = Folders.read(Folders.smallest + "nudge: { after: \(example.written), say: Encore }\n")
        #expect(reading.accueil?.nudge?.after == example.seconds.map { .seconds($0) })
        #expect(reading.findings.map(\.kind) == (example.seconds == nil ? ["bad-duration"] : []))
    }

    @Test(arguments: [
        "today-18", "today18y", "aujourd'hui", "31/02/2026", "2026-02-30", "31-12-26", "2026/12-31", "today-999999y", "32/01/2026",
        "00/01/2026", "12/2026/01", "",
    ])
    func `what is no date`(_ written: String) {
        let reading = question("expect: { date: { min: \"\(written)\" } }").reading
        #expect(reading.findings.map(\.kind) == ["bad-date"])
    }
}
