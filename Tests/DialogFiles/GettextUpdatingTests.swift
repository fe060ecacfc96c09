import DialogFiles
import Dialogs
import Foundation
import Testing

struct GettextUpdatingTests {
    private static let place = Place(file: "accueil.yaml", line: 1, column: 1)

    private static func slot(_ context: String, _ text: String, note: String? = nil) -> Slot {
        Slot(context: context, text: text, note: note, place: place)
    }

    private static let before = """
        # Anna translates
        msgid ""
        msgstr ""
        "Project-Id-Version: ours\\n"
        "PO-Revision-Date: 2026-01-01 10:00+0100\\n"
        "Last-Translator: Anna\\n"
        "Language-Team: Anna\\n"
        "Language: en\\n"
        "MIME-Version: 1.0\\n"
        "Content-Type: text/plain; charset=UTF-8\\n"
        "Content-Transfer-Encoding: 8bit\\n"

        # a comment of hers
        msgctxt "accueil/debut say"
        msgid "Bonjour"
        msgstr ""
        "Hel"
        "lo"

        msgctxt "accueil/fin end"
        msgid "Au revoir"
        msgstr "Bye"

        # hers too
        msgctxt "accueil/vieux end"
        msgid "Adieu"
        msgstr "Farewell"

        msgctxt "accueil/vide end"
        msgid "Jamais traduit"
        msgstr ""

        """

    private static func after(_ slots: [Slot]) -> String {
        updated(Catalogue.read(before, file: "en.po").catalogue, slots: slots, language: "en").text
    }

    private static let unchanged = [slot("accueil/debut say", "Bonjour"), slot("accueil/fin end", "Au revoir")]

    @Test func `an entry whose text stands keeps its lines, and one whose slot is gone is kept behind a mark`() {
        let text = Self.after(Self.unchanged)
        #expect(text.contains("\n# a comment of hers\nmsgctxt \"accueil/debut say\"\nmsgid \"Bonjour\"\nmsgstr \"\"\n\"Hel\"\n\"lo\"\n"))
        #expect(text.hasPrefix("# Anna translates\nmsgid \"\"\nmsgstr \"\"\n\"Project-Id-Version: ours\\n\"\n"))
        #expect(
            text.hasSuffix(
                "\n\n# hers too\n#~ msgctxt \"accueil/vieux end\"\n#~ msgid \"Adieu\"\n#~ msgstr \"Farewell\"\n"))
        #expect(!text.contains("Jamais traduit"))
    }

    @Test func `a changed text keeps its translation in doubt, with the text that it was made for`() {
        var slots = Self.unchanged
        slots[1].text = "Au revoir !"
        slots[1].note = "polite\nand short"
        let expected = """

            #. polite
            #. and short
            #, fuzzy
            #| msgid "Au revoir"
            msgctxt "accueil/fin end"
            msgid "Au revoir !"
            msgstr "Bye"

            """
        let text = Self.after(slots)
        #expect(text.contains(expected))
        slots[1].text = "Au revoir donc"
        let again = updated(Catalogue.read(text, file: "en.po").catalogue, slots: slots, language: "en").text
        #expect(again.contains("#| msgid \"Au revoir\"\nmsgctxt \"accueil/fin end\"\nmsgid \"Au revoir donc\""))
    }

    @Test func `a text that moved takes its translation along, in doubt`() {
        let text = Self.after(Self.unchanged + [Self.slot("accueil/neuf end", "Adieu")])
        #expect(
            text.contains(
                """
                # hers too
                #, fuzzy
                #| msgctxt "accueil/vieux end"
                #| msgid "Adieu"
                msgctxt "accueil/neuf end"
                msgid "Adieu"
                msgstr "Farewell"

                """))
        #expect(!text.contains("#~"))
    }

    @Test func `a new slot with the words of another is filled in doubt and takes nothing away`() {
        let text = Self.after([Self.slot("accueil/a say", "Au revoir")] + Self.unchanged)
        let catalogue = Catalogue.read(text, file: "en.po").catalogue
        #expect(catalogue.entry(of: "accueil/a say", for: "Au revoir")?.content.isFuzzy == true)
        #expect(catalogue.translation(of: "accueil/a say", for: "Au revoir") == .stale(Place(file: "en.po", line: 18, column: 8)))
        guard case .fresh("Bye", _) = catalogue.translation(of: "accueil/fin end", for: "Au revoir") else {
            Issue.record("the slot's own translation is gone")
            return
        }
    }

    @Test func `a slot that comes back gets its translation back`() {
        let gone = Self.after(Self.unchanged)
        let slots = Self.unchanged + [Self.slot("accueil/vieux end", "Adieu")]
        let catalogue = updated(Catalogue.read(gone, file: "en.po").catalogue, slots: slots, language: "en")
        guard case .fresh("Farewell", _) = catalogue.translation(of: "accueil/vieux end", for: "Adieu") else {
            Issue.record("\(catalogue.text)")
            return
        }
    }

    @Test func `the order is the folder's, and nothing changes the second time`() {
        let slots = [
            Self.slot("accueil/fin end", "Au revoir"), Self.slot("lists lists.x.y", "Un"), Self.slot("accueil/debut say", "Bonjour"),
        ]
        let first = Self.after(slots)
        #expect(
            Catalogue.read(first, file: "en.po").catalogue.entries.map(\.content.context) == [
                "accueil/fin end", "lists lists.x.y", "accueil/debut say", "accueil/vieux end",
            ])
        #expect(updated(Catalogue.read(first, file: "en.po").catalogue, slots: slots, language: "en").text == first)
    }

    @Test func `a slot without words wants no translation`() {
        #expect(updated(nil, slots: [Self.slot("a/b say", "")], language: "en").entries.isEmpty)
    }

    @Test func `msgfmt accepts what is written`() throws {
        let texts = ["Votre nom ?", "100 % %s gratuit", "a\nb", "a\n", "« Oui »", "\"\\", "Tapez *123#", "{{name|vous}}", "Oui"]
        let slots = texts.enumerated().map { Self.slot("a/s\($0.offset) ask", $0.element, note: "%d signs") }
        let moved = slots.map { Self.slot("b/" + $0.context, $0.text) }
        var filled = updated(nil, slots: slots, language: "en")
        try expectAccepted(filled.text)
        let entries = filled.entries.map { entry in
            var entry = entry
            entry.content.translation = entry.content.source
            return entry
        }
        filled = Catalogue(header: filled.header, entries: entries)
        try expectAccepted(filled.text)
        let changed = slots.map { Self.slot($0.context, $0.text.uppercased() + "!") }
        for next in [changed, moved, slots + moved, [], Array(slots.reversed())] {
            filled = updated(Catalogue.read(filled.text, file: "en.po").catalogue, slots: next, language: "en")
            try expectAccepted(filled.text)
        }
        try expectAccepted(Self.after(Self.unchanged + [Self.slot("accueil/neuf end", "Adieu")]))
    }

    @Test func `msgfmt refuses what is a finding here`() throws {
        for fault in GettextReadingTests.faults where fault.expected != "2:1 po-plural, 3:1 po-plural" && !fault.text.contains("charset") {
            #expect(
                try msgfmt(updated(nil, slots: [], language: "en").text + "\n#\n" + fault.text + "\n").status != 0,
                "\(fault.testDescription)")
        }
    }

    private func expectAccepted(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
        let (status, said) = try msgfmt(text)
        #expect(status == 0 && said.isEmpty, "\(said)\n\(text)", sourceLocation: sourceLocation)
    }

    private func msgfmt(_ text: String) throws -> (status: Int32, said: String) {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["msgfmt", "--check", "-o", "/dev/null", "-"]
        let input = Pipe()
        let errors = Pipe()
        process.standardInput = input
        process.standardError = errors
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(text.utf8))
        try input.fileHandleForWriting.close()
        let said = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: said, as: UTF8.self))
    }
}
