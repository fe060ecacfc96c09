import DialogFiles
import Dialogs
import Foundation
import Testing

struct FormatTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var before: String
        var after: String

        init(_ label: String, _ before: String, _ after: String) {
            testDescription = label
            self.before = before
            self.after = after
        }
    }

    static let cases = [
        Case("two blanks a level", "a:\n    b:\n          c: d\n    e: f\n", "a:\n  b:\n    c: d\n  e: f\n"),
        Case("a list under its key", "a:\n- b\n-   c\n", "a:\n  - b\n  - c\n"),
        Case("maps in a list", "a:\n-  b: c\n   d: e\n-\n   f: g\n", "a:\n  - b: c\n    d: e\n  - f: g\n"),
        Case("lists in a list", "a:\n- - b\n  - c\n", "a:\n  - - b\n    - c\n"),
        Case("blanks inside braces", "a: {b:   c,d: [e,f] }\n", "a: { b: c, d: [e, f] }\n"),
        Case("several words in braces", "a: { b: c d, e: 'f g' }\n", "a: { b: \"c d\", e: \"f g\" }\n"),
        Case("braces over several lines that fit one", "a: { b: c,\n     d: e }\n", "a: { b: c, d: e }\n"),
        Case(
            "braces that do not fit",
            "a: { b: \"\(String(repeating: "x", count: 80))\", c: { d: \"\(String(repeating: "y", count: 60))\" } }\n",
            "a:\n  b: \"\(String(repeating: "x", count: 80))\"\n  c: { d: \"\(String(repeating: "y", count: 60))\" }\n"),
        Case(
            "a long list", "a: [\(String(repeating: "abcdefghi, ", count: 14))b]\n",
            "a:\n\(String(repeating: "  - abcdefghi\n", count: 14))  - b\n"),
        Case("a comment inside braces", "a: { b: c,\n# why\n  d: e }\n", "a:\n  b: c\n  # why\n  d: e\n"),
        Case("nothing in braces", "a: { }\nb: [ ]\n", "a: {}\nb: []\n"),
        Case("entries in a list", "a: [b: c,{ d: e } ]\n", "a: [b: c, { d: e }]\n"),
        Case("several words in a list", "a: [7 days,24 h]\n", "a: [7 days, 24 h]\n"),
        Case("apostrophes", "a: 'l''eau'\n", "a: \"l'eau\"\n"),
        Case("apostrophes around quotes", "a: 'dites \"oui\"'\n", "a: 'dites \"oui\"'\n"),
        Case("quotes stay", "a: \"oui\"\n", "a: \"oui\"\n"),
        Case("plain text stays plain", "a:   C'est gratuit, dit-il (oui) \n", "a: C'est gratuit, dit-il (oui)\n"),
        Case(
            "comments with their blocks", "# top\na:\n      # of b\n      b: c\n      # end of a\n# of d\nd: e\n#last\n",
            "# top\na:\n  # of b\n  b: c\n  # end of a\n# of d\nd: e\n#last\n"),
        Case("one empty line at most", "\n\na: b\n\n\n\n# c\n\n\nd:\n\n  e: f\n\n\n", "a: b\n\n# c\n\nd:\n  e: f\n"),
        Case("blanks at line ends", "a: b  \n# c \t\nd:  \n  e: f\n", "a: b\n# c\nd:\n  e: f\n"),
        Case(
            "lines kept as they are", "a:\n      b: |\n           x\n             y: z\n\n           # w\n      c: d\n",
            "a:\n  b: |\n    x\n      y: z\n\n    # w\n  c: d\n"),
        Case("lines folded", "a:\n    b: >-\n       x\n       y\n\n    c: d\n", "a:\n  b: >-\n    x\n    y\n\n  c: d\n"),
        Case("lines in a list", "a:\n- |+\n  x\n\n- y\n", "a:\n  - |+\n    x\n\n  - y\n"),
        Case("plain text over two lines", "a: b\n   c\nd: \"e\n   f\"\n", "a: b c\nd: \"e f\"\n"),
        Case(
            "a long text over two lines",
            "a: \(String(repeating: "abc ", count: 20))\n  \(String(repeating: "def ", count: 25))\n",
            "a: \"\(String(repeating: "abc ", count: 20))\(String(repeating: "def ", count: 13))def\n  \(String(repeating: "def ", count: 10))def\"\n"
        ),
        Case("a key with blanks", "a: { \"b c\": d }\n\"e f\": g\n", "a: { \"b c\": d }\n\"e f\": g\n"),
        Case("line ends of another system", "\u{FEFF}a: b\r\nc: d\r\n", "a: b\nc: d\n"),
        Case("no line end", "a: b", "a: b\n"),
        Case("an invisible letter", "a: \"b\\u200Ec\\e\"\n", "a: \"b\u{200E}c\\x1B\"\n"),
    ]

    @Test(arguments: cases) func `a file gets the house form, once`(case: Case) {
        #expect(formatted(`case`.before, file: "a.yaml") == .text(`case`.after))
        #expect(formatted(`case`.after, file: "a.yaml") == .text(`case`.after))
    }

    struct Fault: CustomTestStringConvertible {
        var testDescription: String
        var text: String
    }

    static let unreadable = [
        Fault(testDescription: "a colon in a plain text", text: "a: Votre nom : oui\n"),
        Fault(testDescription: "a comment behind a text", text: "a: b # c\n"),
        Fault(testDescription: "a name twice", text: "a: b\na: c\n"),
        Fault(testDescription: "an alias", text: "a: &x b\nc: *x\n"),
        Fault(testDescription: "a comma in braces", text: "a: { b: Oui, bien }\n"),
        Fault(testDescription: "an open brace", text: "a: { b: c\n"),
        Fault(testDescription: "nothing", text: ""),
    ]

    @Test(arguments: unreadable) func `what can't be read is left alone, and told`(fault: Fault) {
        guard case .left(let findings) = formatted(fault.text, file: "a.yaml") else {
            Issue.record("it was formatted")
            return
        }
        #expect(!findings.isEmpty)
        #expect(findings.allSatisfy { $0.kind != "format" })
    }

    private static let folders = ["Dialogs", "Tests/Acceptance/Fixtures", "Tests/DialogFiles/Broken"]

    /// The dialogs that the repository has, good and bad, by their path.
    private static func dialogs(below folder: String) throws -> [(path: String, text: String)] {
        let root = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../\(folder)").resolvingSymlinksInPath()
        let names = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        // Of several hundred every fifth, so that the suite stays quick.
        let dialogs = names.filter { $0.hasSuffix(".yaml") }.sorted()
        return try stride(from: 0, to: dialogs.count, by: dialogs.count > 100 ? 5 : 1).map { index in
            let bytes = try Data(contentsOf: root.appending(path: dialogs[index]))
            return (dialogs[index], String(decoding: bytes, as: UTF8.self))
        }
    }

    @Test(arguments: folders) func `what is formatted reads the same afterwards, and a second time nothing changes`(folder: String) throws {
        let dialogs = try Self.dialogs(below: folder)
        var formattedOnes = 0
        for (path, text) in dialogs {
            guard case .text(let result) = formatted(text, file: "a.yaml") else { continue }
            formattedOnes += 1
            #expect(formatted(result, file: "a.yaml") == .text(result), "\(path)")
            #expect(read(result) == read(text), "\(path)")
            #expect(comments(in: result) == comments(in: text), "\(path)")
        }
        #expect(formattedOnes > 5 && formattedOnes > dialogs.count / 2)
    }

    /// What the reader makes of a file, without the places. Words between braces get their quotes, so their want is no finding any more.
    private func read(_ text: String) -> [[String?]] {
        let reading = DialogFiles.read(FolderText(files: ["a.yaml": text]), start: "a", languages: ["fr"])
        let slots = reading.slots.map { [$0.context, $0.text, $0.note] }
        return slots + reading.findings.filter { $0.kind != "unquoted-words" }.map { [$0.kind, $0.screen] }.sorted { "\($0)" < "\($1)" }
    }

    private func comments(in text: String) -> [String] {
        text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.filter { $0.hasPrefix("#") }.sorted()
    }
}
