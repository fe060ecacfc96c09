import DialogFiles
import Dialogs
import Testing
import Texting

/// What a way to a sign-up costs, counted by hand.
@Suite struct Costs {
    static let dialogs = """
        start: menu
        screens:
          menu: { say: "1234567890", menu: { accord: "Oui", rappel: "Non" } }
          accord: { ask: "D'accord ?", save: consent, choices: { oui: Oui, non: Non }, next: { oui: combien, non: refus } }
          combien: { ask: "Combien ?", label: Combien, save: team, expect: { number: { min: 1, max: 999 } }, next: tri }
          tri: { route: [{ when: { team: { at-least: 10 } }, next: grand }, { else: fin }] }
          grand: { ask: "Associés ?", label: Associés, save: partners, choices: { oui: Oui, non: Non }, next: fin }
          fin: { do: [sign-up: projet], end: "1234567890" }
          refus: { do: [forget], end: "Rien n'est gardé." }
          rappel: { ask: "Quand ?", save: moment, choices: { matin: "Le matin", soir: "Le soir" }, next: appel }
          appel: { do: [callback: moment], end: "C'est noté." }
        sign-ups:
          projet: { title: Projet, fields: [team, partners], consent: { consent: oui } }
        """

    static func costs(_ kind: ChannelKind) throws -> [PathCost] {
        let script = try #require(read(FolderText(files: ["accueil.yaml": dialogs]), start: "accueil", languages: ["fr"]).script)
        let channel = Channel(
            name: "line", kind: kind, code: "*123#", cost: [:], budget: PageBudget(letters: .ascii, units: 160), takesAnswers: true,
            network: nil)
        return Examination(of: script, on: [channel]).costs(on: channel, idle: .seconds(10), total: .seconds(60))
    }

    static func cost(_ kind: ChannelKind, _ goal: PathCost.Goal, _ length: PathCost.Length) throws -> PathCost {
        try #require(try costs(kind).first { $0.goal == goal && $0.length == length })
    }

    @Test func `the quickest registration takes one key a screen`() throws {
        let cost = try Self.cost(.ussd, .signUp("projet"), .shortest)
        #expect(cost.screens == 4)
        #expect(cost.keys == 3)
        // Letters: 22 + 45 + 29 + 10, as each is shown with its options and keys.
        let letters =
            "1234567890\n1 Oui\n2 Non".count + "D'accord ?\n1 Oui\n2 Non\n0 Retour\n00 Accueil".count
            + "Combien ?\n#0 Retour\n#00 Accueil".count + "1234567890".count
        #expect(cost.seconds == Int((Double(letters) / 4.3 + 9).rounded(.up)))
        #expect(cost.networkSteps == (cost.seconds + 19) / 20)
        #expect(cost.messageParts == 0)
    }

    @Test func `the longest goes through every question that answers lead to`() throws {
        let cost = try Self.cost(.ussd, .signUp("projet"), .longest)
        #expect(cost.screens == 5)
        #expect(cost.keys == 1 + 1 + 3 + 1)
        #expect(cost.seconds > (try Self.cost(.ussd, .signUp("projet"), .shortest)).seconds)
    }

    @Test func `who reads at a usual pace is cut off where a screen, or all of them, take too long`() throws {
        let quick = try Self.cost(.ussd, .callback, .shortest)
        #expect(quick.screens == 3)
        #expect(!quick.exceedsTotal)
        let slow = try Self.cost(.ussd, .signUp("projet"), .longest)
        #expect(slow.exceedsIdle)
        #expect(slow.slowestScreen.description == "accueil/combien")
    }

    @Test func `by SMS each way costs a message, and nobody is cut off`() throws {
        let cost = try Self.cost(.sms, .signUp("projet"), .shortest)
        #expect(cost.messageParts == 3 + 4)
        #expect(cost.networkSteps == 0)
        #expect(!cost.exceedsIdle && !cost.exceedsTotal)
    }
}
