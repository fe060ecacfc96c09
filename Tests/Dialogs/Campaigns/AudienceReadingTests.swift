import Dialogs
import Foundation
import Testing

/// What staff write after `--to`.
struct AudienceReadingTests {
    static let script: Script = DialogsTests.script([
        "accueil": dialog(
            signUps: ["projet": signUp(["name", "region", "stage", "team", "needs", "health", "born"])],
            question("nom", "Nom ?", save: "name", next: to("region")),
            question(
                "region", "Région ?", save: "region", expect: choices(choice("est", "Est | East"), choice("extreme-nord", "Extrême-Nord")),
                next: to("etape")),
            question(
                "etape", "Où ?", save: "stage", expect: choices(choice("idee", "Idée | Idea"), choice("debut", "Début")), next: to("equipe")
            ),
            question("equipe", "Combien ?", save: "team", expect: .number(NumberRule(min: 0, max: 500)), next: to("aides")),
            question(
                "aides", "Aides ?", save: "needs",
                expect: choices(choice("outils", "Outils"), choice("epargne", "Épargne"), several: 1...2),
                next: to("sante")),
            question(
                "sante", "Santé ?", save: "health", expect: choices(choice("bonne", "Bonne")), isPrivate: true, next: to("naissance")),
            question("naissance", "Né ?", save: "born", expect: .date(DateRule()), next: to("avis")),
            question("avis", "Content ?", save: "opinion", expect: choices(choice("oui", "Oui")), next: to("fin")),
            end("fin", "Fin."))
    ])

    private static func read(_ text: String) throws -> AudienceReading {
        AudienceReading(text, in: script, timeZone: try #require(TimeZone(identifier: "Africa/Douala")))
    }

    struct Understood: CustomTestStringConvertible, Sendable {
        var text: String
        var means: Audience
        var testDescription: String { text }
    }

    private static let est = Audience.chose(field: "region", id: "est")
    private static let idea = Audience.chose(field: "stage", id: "idee")
    /// 1 November 2026 in Douala, and the day after.
    private static let november = Date(timeIntervalSince1970: 1_793_487_600)
    private static let second = Date(timeIntervalSince1970: 1_793_574_000)

    static let understood = [
        Understood(text: "region = est", means: est),
        Understood(text: "region=est", means: est),
        Understood(text: "region = est and stage = idee", means: .all([est, idea])),
        Understood(
            text: "region = est or region = extreme-nord and stage = idee",
            means: .any([est, .all([.chose(field: "region", id: "extreme-nord"), idea])])),
        Understood(
            text: "(region = est or not stage = idee) and given team", means: .all([.any([est, .not(idea)]), .given(field: "team")])),
        Understood(text: "not not region = est", means: .not(.not(est))),
        Understood(text: "stage != idee", means: .all([.given(field: "stage"), .not(idea)])),
        Understood(text: "stage ≠ idee", means: .all([.given(field: "stage"), .not(idea)])),
        Understood(text: "region = \"Extrême-Nord\"", means: .chose(field: "region", id: "extreme-nord")),
        Understood(text: "region = « extreme-nord »", means: .chose(field: "region", id: "extreme-nord")),
        Understood(text: "region = \"East\"", means: est),
        Understood(text: "team >= 5", means: .number(field: "team", .atLeast, 5)),
        Understood(text: "team≥5", means: .number(field: "team", .atLeast, 5)),
        Understood(text: "team < 2,5", means: .number(field: "team", .less, Decimal(string: "2.5") ?? 0)),
        Understood(text: "team != 0", means: .number(field: "team", .unequal, 0)),
        Understood(text: "needs has outils", means: .chose(field: "needs", id: "outils")),
        Understood(text: "needs = outils", means: .chose(field: "needs", id: "outils")),
        Understood(text: "given region", means: .given(field: "region")),
        Understood(text: "given health", means: .given(field: "health")),
        Understood(text: "given name", means: .given(field: "name")),
        Understood(text: "sign-up = projet", means: .signUp("projet")),
        Understood(text: "status = open", means: .status(.open)),
        Understood(text: "status != closed", means: .not(.status(.closed))),
        Understood(text: "language = fr", means: .language("fr")),
        Understood(text: "created >= 2026-11-01", means: .time(.created, from: november, before: nil)),
        Understood(text: "created > 2026-11-01", means: .time(.created, from: second, before: nil)),
        Understood(text: "updated <= 2026-11-01", means: .time(.updated, from: nil, before: second)),
        Understood(text: "updated < 2026-11-01", means: .time(.updated, from: nil, before: november)),
        Understood(text: "created = 2026-11-01", means: .time(.created, from: november, before: second)),
        Understood(text: "created >= 2026-10-31T23:00:00Z", means: .time(.created, from: november, before: nil)),
    ]

    @Test(arguments: understood)
    func `is understood`(_ row: Understood) throws {
        let reading = try Self.read(row.text)
        #expect(reading.findings == [])
        #expect(reading.audience == row.means)
    }

    @Test(arguments: understood)
    func `is the same after it was stored`(_ row: Understood) throws {
        let stored = try JSONEncoder().encode(row.means)
        #expect(try JSONDecoder().decode(Audience.self, from: stored) == row.means)
    }

    struct Refused: CustomTestStringConvertible, Sendable {
        var text: String
        /// Where each fault stands, with what would mend it.
        var told: [String]
        var testDescription: String { text.isEmpty ? "nothing" : String(text.prefix(60)) }
    }

    static let refused = [
        Refused(text: "", told: ["1 audience: for example: region = est and stage = idee"]),
        Refused(text: "regio = est", told: ["1 unknown-field: did you mean \"region\"?"]),
        Refused(text: "region = ost", told: ["10 unknown-choice: did you mean \"est\"?"]),
        Refused(
            text: "regio = est and stage = ide and team = five",
            told: ["1 unknown-field: did you mean \"region\"?", "25 unknown-choice: did you mean \"idee\"?", "40 audience: "]),
        Refused(text: "given regio", told: ["7 unknown-field: did you mean \"region\"?"]),
        Refused(
            text: "opinion = oui",
            told: [
                "1 unknown-field: there are: born, created, health, language, name, needs, region, sign-up, stage, status, team, updated"
            ]),
        Refused(text: "name = Awa", told: ["1 sealed-field: \"given name\" asks whether it was given"]),
        Refused(text: "health = bonne", told: ["1 sealed-field: \"given health\" asks whether it was given"]),
        Refused(text: "born >= 1990-01-01", told: ["1 sealed-field: \"given born\" asks whether it was given"]),
        Refused(text: "region > est", told: ["1 audience: "]),
        Refused(text: "status >= open", told: ["1 audience: "]),
        Refused(text: "status = opn", told: ["10 unknown-value: did you mean \"open\"?"]),
        Refused(text: "sign-up = projets", told: ["11 unknown-value: did you mean \"projet\"?"]),
        Refused(text: "language = de", told: ["12 unknown-value: there are: en, fr"]),
        Refused(text: "created >= hier", told: ["12 audience: "]),
        Refused(text: "created >= 2026-13-01", told: ["12 audience: "]),
        Refused(text: "(region = est", told: ["1 audience: add \")\""]),
        Refused(text: "region = est)", told: ["13 audience: for example: region = est and stage = idee"]),
        Refused(text: "region = est stage = idee", told: ["14 audience: for example: region = est and stage = idee"]),
        Refused(text: "region est", told: ["8 audience: for example: region = est"]),
        Refused(text: "region =", told: ["9 audience: "]),
        Refused(text: "region = est and", told: ["17 audience: for example: region = est and stage = idee"]),
        Refused(text: "region = \"est", told: ["10 audience: "]),
        Refused(text: "region ! est", told: ["8 audience: for example: region = est"]),
        Refused(text: String(repeating: "(", count: 21) + "region = est", told: ["21 audience: "]),
        Refused(
            text: Array(repeating: "region = est", count: 101).joined(separator: " or "), told: ["1601 audience: "]),
    ]

    @Test(arguments: refused)
    func `says what is wrong, and where`(_ row: Refused) throws {
        let reading = try Self.read(row.text)
        #expect(reading.audience == nil)
        #expect(reading.findings.map { "\($0.place.column) \($0.kind): \($0.mend[.english])" } == row.told)
        #expect(reading.findings.allSatisfy { $0.severity == .error && $0.place.file == "--to" && !$0.what.french.isEmpty })
    }
}
