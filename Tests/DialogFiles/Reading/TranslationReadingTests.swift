import DialogFiles
import Dialogs
import Testing

@Suite struct TranslationReadingTests {
    private let dialog = """
        title: Bonjour
        start: a
        keywords: [aide, infos]
        screens:
          a: { say: "Bonjour {{name|vous}}", menu: { b: Suite }, note: Le menu. }
          b: { end: { ussd: Merci, sms: "Merci à vous" } }
        """

    private func po(_ entries: [(context: String, source: String, translation: String)]) -> String {
        "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=UTF-8\\n\"\n\n"
            + entries.map { "msgctxt \"\($0.context)\"\nmsgid \"\($0.source)\"\nmsgstr \"\($0.translation)\"\n" }.joined(separator: "\n")
    }

    private let complete = [
        (context: "accueil title", source: "Bonjour", translation: "Hello"),
        (context: "accueil keywords", source: "aide, infos", translation: "help , infos,"),
        (context: "accueil/a say", source: "Bonjour {{name|vous}}", translation: "Hello {{name|you}}"),
        (context: "accueil/a menu.b", source: "Suite", translation: "More"),
        (context: "accueil/b end.ussd", source: "Merci", translation: "Thanks"),
        (context: "accueil/b end.sms", source: "Merci à vous", translation: "Thank you"),
    ]

    private func reading(_ po: String?) -> Reading {
        Folders.read(["accueil.yaml": dialog, "en.po": po].compactMapValues { $0 }, languages: ["fr", "en"])
    }

    @Test func `every text has its slot, in the order of the file`() {
        let slots = reading(nil).slots
        #expect(slots.map(\.context) == complete.map(\.context))
        #expect(slots.map(\.text) == complete.map(\.source))
        #expect(slots.map(\.note) == [nil, nil, "Le menu.", "Le menu.", nil, nil])
        #expect(slots.last?.place == Place(file: "accueil.yaml", line: 6, column: 33))
    }

    @Test func `a complete translation is shown`() throws {
        let reading = reading(po(complete))
        #expect(reading.told == [])
        let dialog = try #require(reading.accueil)
        #expect(dialog.title.translations["en"]?.ussd.raw == "Hello")
        #expect(dialog.keywords == ["fr": ["aide", "infos"], "en": ["help", "infos"]])
        guard case .end(let words)? = dialog.screens["b"]?.kind else {
            Issue.record("no end")
            return
        }
        #expect(words.template("en", .ussd).raw == "Thanks")
        #expect(words.template("en", .sms).raw == "Thank you")
        #expect(words.template("ff", .sms).raw == "Merci à vous")
    }

    @Test func `where one channel's text is missing, its source is shown and told`() throws {
        let reading = reading(po(complete.filter { $0.context != "accueil/b end.ussd" }))
        #expect(reading.told == ["accueil.yaml:6:21 translation-missing"])
        guard case .end(let words)? = reading.accueil?.screens["b"]?.kind else {
            Issue.record("no end")
            return
        }
        #expect(words.template("en", .ussd).raw == "Merci")
        #expect(words.template("en", .sms).raw == "Thank you")
    }

    @Test func `an old or doubtful translation is not shown, and told at the source words`() {
        var old = complete
        old[3].source = "Plus"
        let text = po(old).replacing("msgctxt \"accueil title\"", with: "#, fuzzy\nmsgctxt \"accueil title\"")
        let reading = reading(text)
        #expect(reading.told == ["accueil.yaml:1:8 translation-stale", "accueil.yaml:5:49 translation-stale"])
        #expect(reading.findings.allSatisfy { $0.severity == .warning })
        #expect(reading.accueil?.title.translations == [:])
    }

    @Test(arguments: ["Hello", "Hello {{nom|you}}", "Hello {{name}} {{code}}", "Hello {{name", "Hello {{}} {{name}}"])
    func `what is filled in has to agree`(_ translation: String) {
        var wrong = complete
        wrong[2].translation = translation
        let reading = reading(po(wrong))
        #expect(reading.findings.map(\.place.file) == ["en.po"])
        #expect(reading.findings.map(\.severity) == [.error])
        #expect(reading.findings.map(\.place.line) == [14])
    }

    @Test func `a language without its file is told once, and others than the configuration's are passed over`() {
        #expect(reading(nil).told == ["en.po:1:1 translation-missing"])
        let other = Folders.read(["accueil.yaml": dialog, "de.po": "was ist das"], languages: ["fr"])
        #expect(other.told == [])
    }

    @Test func `an empty translation is as good as none`() {
        var empty = complete
        empty[0].translation = "  "
        #expect(reading(po(empty)).told == ["accueil.yaml:1:8 translation-missing"])
    }
}
