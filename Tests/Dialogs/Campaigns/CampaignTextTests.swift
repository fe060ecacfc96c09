import Dialogs
import Testing
import Texting

/// What staff are told of the words that they send to many.
struct CampaignTextTests {
    struct Case: CustomTestStringConvertible, Sendable {
        var label: String
        var text: String
        var told: [String] = []
        var testDescription: String { label }
    }

    static let cases = [
        Case(label: "nothing is wrong", text: "OIM : réunion lundi. C'est gratuit. {{how-to-stop}}"),
        Case(label: "how to stop is not said", text: "OIM : réunion lundi.", told: ["warning no-way-to-stop"]),
        Case(label: "it asks for money", text: "Payez 500 pour venir. {{how-to-stop}}", told: ["warning dangerous-request"]),
        Case(label: "it says that nothing is asked for", text: "Venez sans frais. {{how-to-stop}}"),
        Case(label: "one letter is costly", text: "OIM : réunion ✓ lundi. {{how-to-stop}}", told: ["warning costly-letter"]),
        Case(label: "a whole other alphabet is meant", text: "اجتماع يوم الاثنين {{how-to-stop}}"),
        Case(label: "a name", text: "{{name}}, venez ! {{how-to-stop}}", told: ["error answer-in-what-we-begin"]),
        Case(
            label: "a private answer, even with a way round", text: "{{health|?}} {{how-to-stop}}", told: ["error answer-in-what-we-begin"]),
        Case(label: "a day of birth", text: "{{born}} {{how-to-stop}}", told: ["error answer-in-what-we-begin"]),
        Case(label: "a choice and a number", text: "{{region}}, {{team}} {{reference}} {{how-to-stop}}"),
        Case(label: "a field that is not there", text: "{{regio}} {{how-to-stop}}", told: ["error unknown-field"]),
        Case(label: "braces that stand for themselves", text: "\\{{x}} {{how-to-stop}}"),
    ]

    @Test(arguments: cases)
    func `a text is looked at`(_ row: Case) {
        let findings = AudienceReadingTests.script.findings(inCampaignText: row.text, in: nil, letters: .gsm)
        #expect(findings.map { "\($0.severity.rawValue) \($0.kind)" } == row.told)
    }

    struct Opening: CustomTestStringConvertible, Sendable {
        var target: String
        var told: String?
        var testDescription: String { target.isEmpty ? "nothing" : target }
    }

    @Test(arguments: [
        Opening(target: "accueil/"), Opening(target: "accueil/region"),
        Opening(target: "", told: "write suivi/ or suivi/interet"), Opening(target: "region", told: "write suivi/ or suivi/interet"),
        Opening(target: "acueil/", told: "did you mean \"accueil\"?"), Opening(target: "accueil/regio", told: "did you mean \"region\"?"),
        Opening(target: "accueil/fin", told: "choose a question or a menu"),
    ])
    func `what an answer opens is looked at`(_ row: Opening) {
        #expect(AudienceReadingTests.script.finding(inOpening: row.target)?.mend[.english] == row.told)
    }

    @Test(arguments: [(channel: nil, kinds: ["no-way-to-stop"]), (channel: "lettres", kinds: ["no-way-to-stop", "no-way-to-answer"])])
    func `a screen sent as it stands says neither how to stop nor what to dial`(channel: String?, kinds: [String]) {
        let script = AudienceReadingTests.script
        #expect(script.findings(inScreenAlone: "accueil/region", oneWay: channel).map(\.kind) == kinds)
        let said = DialogsTests.script([
            "accueil": dialog(question("nom", "{{how-to-stop}} {{code}} Nom ?", save: "name", next: to("fin")), end("fin", "Fin."))
        ])
        #expect(said.findings(inScreenAlone: "accueil/", oneWay: channel) == [])
    }
}
