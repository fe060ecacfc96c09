import Dialogs
import Foundation
import Testing

/// `continue-by-sms` where a session drops with a question open, `nudge` where a message leaves one.
struct FollowingUp {
    private static func dialogs(after: Duration = .seconds(300)) -> [String: Dialog] {
        [
            "accueil": dialog(menu("menu", "Bonjour.", option("inscription/", "S'inscrire"))),
            "inscription": dialog(
                continueBySMS: FollowUp(after: after, say: words("Suite par SMS. {{how-to-stop}} | Go on by SMS. {{how-to-stop}}")),
                nudge: FollowUp(after: after, say: words("Encore une question.")),
                page("intro", "Lisez.", next: "nom"), question("nom", "Nom ?", save: "name", next: to("lieu")),
                call("lieu", "lieu/", next: "verifier"), review("verifier", ["name"], next: "fin"), end("fin", "Fin.")),
            "lieu": dialog(question("ou", "Ou ?", save: "place", next: to("return"))),
        ]
    }

    struct Case: CustomTestStringConvertible {
        var at: String
        var typed: [String]
        var plans: Bool
        var testDescription: String { at }
    }

    static let cases = [
        Case(at: "a menu", typed: [], plans: false), Case(at: "a page", typed: ["1"], plans: false),
        Case(at: "a question", typed: ["1", "1"], plans: true),
        Case(at: "a question of a called dialog", typed: ["1", "1", "Awa"], plans: true),
        Case(at: "a review", typed: ["1", "1", "Awa", "Garoua"], plans: true),
        Case(at: "the way out", typed: ["1", "1", "Awa", "Garoua", "x", "x", "x"], plans: true),
    ]

    @Test(arguments: cases) func `a dropped session is invited where a question is open`(_ row: Case) throws {
        var phone = Phone(Self.dialogs())
        try phone.dial()
        for text in row.typed { try phone.type(text) }
        phone.now += 30
        try phone.hangUp()
        let plan = PlannedFollowUp(
            kind: .continueBySMS, dialog: "inscription", text: "Suite par SMS. Repondez STOP.", due: phone.now + 300,
            expires: phone.now - 30 + 24 * 3600)
        #expect(phone.effects == (row.plans ? [.followUp(plan)] : []))
        #expect(phone.last?.reply == nil && phone.last?.record.understood == .hangUp)
    }

    @Test(arguments: cases) func `a message that leaves a question open is followed by a nudge`(_ row: Case) throws {
        var phone = Phone(Self.dialogs())
        try phone.text("bonjour")
        for text in row.typed { try phone.text(text) }
        let plan = PlannedFollowUp(
            kind: .nudge, dialog: "inscription", text: "Encore une question.", due: phone.now + 300, expires: phone.now + 48 * 3600)
        #expect(phone.last?.effects == (row.plans ? [.followUp(plan)] : []))
    }

    @Test func `a dial plans no nudge, and a drop none of what goes on by SMS`() throws {
        var phone = Phone(Self.dialogs())
        try phone.dial()
        try phone.type("1", "1")
        #expect(phone.effects.isEmpty)
        try phone.text("bonjour", "00", "1", "1")
        phone.turns = []
        try phone.hangUp()
        #expect(phone.effects.isEmpty)
    }

    @Test func `after STOP nothing is planned`() throws {
        var phone = Phone(Self.dialogs())
        try phone.text("bonjour", "1", "1")
        phone.turns = []
        try phone.text("STOP")
        #expect(phone.effects == [.optOut])
        try phone.dial()
        try phone.type("1", "1")
        try phone.hangUp()
        #expect(phone.effects == [.optOut])
    }

    @Test func `nothing is sent when there is nothing left to go on with`() throws {
        var dropped = Phone(Self.dialogs(after: .seconds(24 * 3600)))
        try dropped.dial()
        try dropped.type("1", "1")
        try dropped.hangUp()
        #expect(dropped.effects.isEmpty)
        var texted = Phone(Self.dialogs(after: .seconds(48 * 3600)))
        try texted.text("bonjour", "1", "1")
        #expect(texted.effects.isEmpty)
    }

    @Test func `a word between does not take the nudge away, nor put it off for longer than the question is open`() throws {
        var phone = Phone(Self.dialogs())
        try phone.text("bonjour", "1", "1")
        let asked = phone.now
        phone.now += 60
        phone.turns = []
        try phone.text("AIDE")
        guard case .followUp(let plan)? = phone.effects.first else { return #expect(Bool(false), "it is planned again") }
        #expect(plan.due == phone.now + 300 && plan.expires == asked + 48 * 3600)
    }
}
