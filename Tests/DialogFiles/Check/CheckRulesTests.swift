import DialogFiles
import Dialogs
import Testing
import Texting

/// What the pairs in `Broken/Check` cannot show: what depends on channels and tests, and that every rule has its pair.
@Suite struct CheckRules {
    static let ussd = Channel(
        name: "ussd", kind: .ussd, code: "*123#", cost: [:], budget: PageBudget(letters: .ascii, units: 160), takesAnswers: true,
        network: nil)

    static let start = """
        start: entree
        screens:
          entree: { route: [{ when: { language: fr }, next: menu }, { else: menu }] }
          menu: { say: "%", menu: { fin: Finir, rappel: "Être rappelé" } }
          rappel: { ask: "Quand ?", save: moment, choices: { matin: "Le matin", soir: "Le soir" }, next: appel }
          appel: { do: [callback: moment], end: "C'est noté." }
          fin: { end: Merci. }
        """

    static func found(
        _ text: String = start, on channel: Channel = ussd, languages: [Language] = ["fr"], reached: Set<ScreenAddress>? = nil
    ) throws -> [String] {
        let reading = read(FolderText(files: ["accueil.yaml": text]), start: "accueil", languages: languages)
        let script = try #require(reading.script)
        let examined = Examination(of: script, on: [channel])
        return (examined.findings + (reached.map(examined.untestedScreens) ?? [])).map {
            "\($0.place.line):\($0.place.column) \($0.severity.rawValue) \($0.kind)"
        }
    }

    @Test func `every kind of finding has a pair of dialogs`() throws {
        let pairs = BrokenPair.all(in: "Check")
        let kinds = Set(try pairs.map { try $0.expected().kind })
        let told: Set = [
            "unknown-target", "unknown-field", "unknown-placeholder", "unknown-choice", "unknown-language", "unknown-list",
            "unknown-sign-up",
            "unknown-message", "unknown-reminder", "keyword-answer-no-question", "field-of-two-kinds", "missing-label", "repeated-keyword",
            "keyword-is-command", "repeated-option", "option-is-command", "option-is-keyword", "unreachable-screen", "no-end",
            "return-outside-call", "circular-call", "deep-call", "endless-routes", "too-many-routes", "unanswered-field", "no-consent",
            "late-consent", "refusal-without-forget", "load-without-reference", "erase-without-reference", "status-without-reference",
            "useless-test", "too-few-options", "too-many-options", "too-many-pages", "too-long-option", "crowded-menu", "deep-menu",
            "long-registration", "needs-letters",
            "costly-letter", "answer-in-what-we-begin", "dangerous-request", "no-callback-option",
        ]
        #expect(kinds == told)
    }

    @Test func `a channel that costs the person says so on its first screen, behind routes too`() throws {
        var channel = Self.ussd
        let silent = Self.start.replacing("%", with: "Bonjour.")
        let open = Self.start.replacing("%", with: "Bonjour. Prix : {{cost}}.")
        channel.cost = ["fr": "20 F"]
        #expect(try Self.found(silent, on: channel) == ["4:16 warning unsaid-cost"])
        #expect(try Self.found(open, on: channel) == [])
        channel.cost = ["fr": "gratuit"]
        #expect(try Self.found(silent, on: channel) == [])
    }

    @Test func `a screen that no test comes to is told, a route is not`() throws {
        let reached = ["menu", "rappel", "appel"].map { ScreenAddress(dialog: "accueil", screen: $0) }
        #expect(try Self.found(reached: Set(reached)) == ["7:3 warning untested-screen"])
        #expect(try Self.found() == [])
    }

    @Test func `what could not be read is not told as missing, and what can be proved without it is told at once`() throws {
        let text = """
            start: menu
            screens:
              menu: { say: Bonjour., menu: { question: Commencer, fini: Finir } }
              question: { ask: "Prêt ?", choices: { oui: Oui, non: Non }, next: fin }
              fin: { end: "Merci." }
            """
        let reading = read(FolderText(files: ["accueil.yaml": text]), start: "accueil", languages: ["fr"])
        #expect(reading.hasErrors)
        #expect(try Self.found(text) == ["3:55 error unknown-target"])
    }

    @Test func `a page that fits one channel is told for a narrower one`() throws {
        let text = Self.start.replacing("Merci.", with: String(repeating: "Merci. ", count: 20))
        var narrow = Self.ussd
        narrow.budget = PageBudget(letters: .ascii, units: 120)
        #expect(try Self.found(text) == [])
        #expect(try Self.found(text, on: narrow) == ["7:15 error too-many-pages"])
    }
}
