import DialogFiles
import Dialogs
import Testing

struct GettextReadingTests {
    private static let whole = """
        # Anna, 2026
        msgid ""
        msgstr ""
        "Language: en\\n"
        "Content-Type: text/plain; charset=UTF-8\\n"

        # keep it short
        #. a greeting
        #: accueil.yaml:3
        #, fuzzy, no-c-format
        #| msgid "Bonjour."
        msgctxt "accueil/debut say"
        msgid ""
        "Bonjour\\n"
        "et bienvenue \\"ici\\""
        msgstr "Hello\\tand\\\\or"

        #~| msgid "Adieu"
        #~ msgctxt "accueil/fin end"
        #~ msgid "Au revoir"
        #~ msgstr "Bye"

        # the end

        """

    @Test func `an entry is read with all that stands around it`() throws {
        let (catalogue, findings) = Catalogue.read(Self.whole, file: "en.po")
        #expect(findings.isEmpty)
        #expect(catalogue.header?.content.translation == "Language: en\nContent-Type: text/plain; charset=UTF-8\n")
        #expect(catalogue.header?.content.comments == ["Anna, 2026"])
        #expect(
            catalogue.entries.map(\.content) == [
                Catalogue.Content(
                    context: "accueil/debut say", source: "Bonjour\net bienvenue \"ici\"", translation: "Hello\tand\\or",
                    previousSource: "Bonjour.", flags: ["fuzzy", "no-c-format"], comments: ["keep it short"], notes: ["a greeting"],
                    references: ["accueil.yaml:3"]),
                Catalogue.Content(context: "accueil/fin end", source: "Au revoir", translation: "Bye", previousSource: "Adieu"),
            ])
        #expect(catalogue.entries.map(\.isGone) == [false, true])
        let entry = try #require(catalogue.entries.first)
        #expect(entry.place == Place(file: "en.po", line: 12, column: 1))
        #expect(entry.translationPlace == Place(file: "en.po", line: 16, column: 8))
        #expect(catalogue.tail == ["# the end"])
    }

    @Test func `a file is written as it was read`() {
        #expect(Catalogue.read(Self.whole, file: "en.po").catalogue.text == Self.whole)
    }

    @Test func `line ends of any system and a byte order mark make no difference`() {
        let plain = Catalogue.read(Self.whole, file: "en.po").catalogue
        for other in ["\r\n", "\r"] {
            let (catalogue, findings) = Catalogue.read("\u{FEFF}" + Self.whole.replacing("\n", with: other), file: "en.po")
            #expect(findings.isEmpty)
            #expect(catalogue == plain)
            #expect(catalogue.text == Self.whole)
        }
    }

    @Test func `what is written is read back the same, whatever the text`() {
        let texts = ["", "a", "\n", "a\n", "\na", "a\n\nb", "é ’ 🇨🇲", "\"", "\\n", "\u{1}\u{7F}\t\r", "e\u{301}", "\u{301}", "\\\u{301}\""]
        for text in texts {
            let entry = Catalogue.Entry(
                Catalogue.Content(context: "a \(text)", source: "b\(text)", translation: text, flags: ["fuzzy"]),
                place: Place(file: "en.po", line: 1, column: 1))
            let (catalogue, findings) = Catalogue.read(Catalogue(header: nil, entries: [entry]).text, file: "en.po")
            #expect(findings.isEmpty, "\(text.debugDescription)")
            #expect(catalogue.entries == [entry], "\(text.debugDescription)")
        }
    }

    struct Fault: CustomTestStringConvertible {
        var testDescription: String
        var text: String
        var expected: String

        init(_ label: String, _ text: String, _ expected: String) {
            testDescription = label
            self.text = text
            self.expected = expected
        }
    }

    static let faults = [
        Fault("an open quote", "msgid \"a\nmsgstr \"b\"", "1:7 po-syntax"),
        Fault("an unknown escape", "msgid \"é\\q\"\nmsgstr \"b\"", "1:9 po-syntax"),
        Fault("a backslash at the end", "msgid \"a\\", "1:9 po-syntax"),
        Fault("a quote inside", "msgid \"a\" b\"\nmsgstr \"b\"", "1:11 po-syntax"),
        Fault("no quote", "msgid a\nmsgstr \"b\"", "1:7 po-syntax"),
        Fault("a misspelt word", "msgid \"a\"\nmsgst \"b\"", "2:1 po-syntax"),
        Fault("a text that belongs to nothing", "\"a\"", "1:1 po-syntax"),
        Fault("a translation of nothing", "msgstr \"a\"", "1:1 po-syntax"),
        Fault("a source without translation", "msgctxt \"x\"\nmsgid \"a\"", "1:1 po-syntax"),
        Fault("a plural", "msgid \"a\"\nmsgid_plural \"b\"\nmsgstr[0] \"c\"", "2:1 po-plural, 3:1 po-plural"),
        Fault(
            "an entry twice", "msgctxt \"x\"\nmsgid \"a\"\nmsgstr \"\"\n\nmsgctxt \"x\"\nmsgid \"a\"\nmsgstr \"b\"", "5:1 po-twice"),
        Fault("a line break at one end only", "msgctxt \"x\"\nmsgid \"a\\n\"\nmsgstr \"b\"", "3:8 po-line-ends"),
        Fault("another charset", "msgid \"\"\nmsgstr \"Content-Type: text/plain; charset=ISO-8859-1\\n\"", "2:8 po-charset"),
    ]

    @Test(arguments: faults) func `what can't be read is told with its place, and the rest is there`(fault: Fault) {
        let good = "\n\nmsgctxt \"good\"\nmsgid \"oui\"\nmsgstr \"yes\"\n"
        let (catalogue, findings) = Catalogue.read(fault.text + good, file: "en.po")
        #expect(findings.map { "\($0.place.line):\($0.place.column) \($0.kind)" }.joined(separator: ", ") == fault.expected)
        #expect(findings.allSatisfy { !$0.what.french.isEmpty && !$0.what.english.isEmpty && $0.what.french != $0.what.english })
        #expect(catalogue.entry(of: "good", for: "oui")?.content.translation == "yes")
    }

    @Test func `a translation is fresh while its source stands and nobody doubts it`() {
        let (catalogue, _) = Catalogue.read(
            """
            msgctxt "a"
            msgid "oui"
            msgstr "yes"

            #, fuzzy
            msgctxt "b"
            msgid "oui"
            msgstr "yes"

            msgctxt "c"
            msgid "oui"
            msgstr ""

            #~ msgctxt "d"
            #~ msgid "oui"
            #~ msgstr "yes"
            """, file: "en.po")
        #expect(catalogue.translation(of: "a", for: "oui") == .fresh("yes", Place(file: "en.po", line: 3, column: 8)))
        #expect(catalogue.translation(of: "a", for: "Oui") == .stale(Place(file: "en.po", line: 3, column: 8)))
        #expect(catalogue.translation(of: "b", for: "oui") == .stale(Place(file: "en.po", line: 8, column: 8)))
        #expect(catalogue.translation(of: "c", for: "oui") == .missing)
        #expect(catalogue.translation(of: "d", for: "oui") == .missing)
    }
}
