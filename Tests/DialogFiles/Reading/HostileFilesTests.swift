import DialogFiles
import Dialogs
import Testing

/// Files that no editor wrote.
@Suite struct HostileFilesTests {
    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let kinds: Set<String>
    }

    @Test(arguments: [
        Case(testDescription: "nothing", text: "", kinds: ["empty-file"]),
        Case(testDescription: "blanks", text: "  \n\t\n \n", kinds: ["empty-file"]),
        Case(testDescription: "a comment", text: "# rien\n", kinds: ["empty-file"]),
        Case(testDescription: "a word", text: "bonjour", kinds: ["file-form"]),
        Case(testDescription: "only a mark of the encoding", text: "\u{FEFF}", kinds: ["empty-file"]),
        Case(testDescription: "a picture", text: "\u{89}PNG\u{1A}\n\0\0\0\rIHDR", kinds: ["control-character", "file-form", "syntax"]),
        Case(testDescription: "ten megabytes", text: String(repeating: "a: b\n", count: 2_000_000), kinds: ["too-long"]),
        Case(testDescription: "ten thousand braces", text: "a: " + String(repeating: "{ a: ", count: 10_000), kinds: ["too-deep"]),
        Case(testDescription: "ten thousand brackets", text: String(repeating: "[", count: 10_000), kinds: ["too-deep"]),
        Case(testDescription: "ten thousand dashes", text: String(repeating: "- ", count: 10_000), kinds: ["too-deep"]),
        Case(
            testDescription: "a thousand levels of lines", text: (0..<1000).map { String(repeating: " ", count: $0) + "a:\n" }.joined(),
            kinds: ["too-deep"]),
        Case(
            testDescription: "ten thousand stars", text: "a: " + String(repeating: "*", count: 10_000),
            kinds: ["alias", "unknown-key", "missing-key"]),
        Case(testDescription: "a name a thousand times", text: String(repeating: "a: b\n", count: 1000), kinds: ["duplicate-key"]),
        Case(testDescription: "an open quote", text: "a: \"" + String(repeating: "x\n", count: 10_000), kinds: ["syntax"]),
        Case(
            testDescription: "laughs that multiply",
            text: "a: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\nstart: z\nscreens: { z: { end: Merci } }",
            kinds: ["alias", "anchor", "unknown-key"]),
        Case(
            testDescription: "a hundred thousand entries on one line", text: "é: [" + String(repeating: "x, ", count: 100_000) + "x]",
            kinds: ["unknown-key", "missing-key"]),
        Case(
            testDescription: "a hundred thousand marks on one line", text: "a: [" + String(repeating: "&a x, ", count: 100_000) + "x]",
            kinds: ["anchor"]),
        Case(
            testDescription: "a name of a thousand letters", text: String(repeating: "é", count: 1000) + ": b",
            kinds: ["unknown-key", "missing-key"]),
        Case(
            testDescription: "twenty thousand names", text: (0..<20_000).map { "a\($0): b\n" }.joined(),
            kinds: ["unknown-key", "missing-key"]),
        Case(testDescription: "half a surrogate", text: "a: \"\\ud800\"", kinds: ["syntax"]),
    ])
    func `are told and harm nothing`(_ example: Case) {
        let reading = Folders.read(["accueil.yaml": example.text, "b.yaml": Folders.smallest])
        let kinds = Set(reading.findings.map(\.kind))
        #expect(!kinds.isEmpty)
        #expect(kinds.isSubset(of: example.kinds), "\(kinds)")
        #expect(reading.script?.dialogs["b"] != nil)
    }

    @Test func `bytes that are no text are told where they stand, and the rest is read`() {
        let (folder, findings) = FolderText.decoding([
            "accueil.yaml": Array("start: a\nscreens:\n  a: { end: \"é".utf8) + [0xE9] + Array("\" }\n".utf8),
            "b.yaml": Array(Folders.smallest.utf8),
        ])
        #expect(findings.map(\.place) == [Place(file: "accueil.yaml", line: 3, column: 15)])
        #expect(findings.map(\.kind) == ["not-utf-8"])
        #expect(read(folder, start: "accueil", languages: ["fr"]).accueil?.end() == "é\u{FFFD}")
    }

    @Test func `a file in UTF-16 is told as that alone`() {
        let text = "start: a\nscreens:\n  a: { end: \"é\" }\n"
        for isLittle in [true, false] {
            let units = [0xFEFF] + Array(text.utf16)
            let bytes = units.flatMap { unit in
                let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
                return isLittle ? pair.reversed() : pair
            }
            let (folder, findings) = FolderText.decoding(["accueil.yaml": bytes])
            #expect(findings.map(\.kind) == ["not-utf-8"])
            #expect(Folders.read(folder.files).told == [])
        }
    }

    @Test func `a zero byte is told where it stands`() {
        let (folder, findings) = FolderText.decoding(["accueil.yaml": Array("start: a\nscreens:\n  a: { end: \"M\0\" }\n".utf8)])
        #expect(findings == [])
        #expect(read(folder, start: "accueil", languages: ["fr"]).told == ["accueil.yaml:3:15 control-character"])
    }

    @Test func `an empty folder, and one without dialogs, are told`() {
        #expect(Folders.read([:]).told == ["accueil.yaml:1:1 no-dialog"])
        #expect(Folders.read([:]).script == nil)
        #expect(Folders.read(["words.txt": "x", "tests/a.yaml": Folders.smallest]).told == ["accueil.yaml:1:1 no-dialog"])
    }

    /// Shipped dialogs with letters dropped, doubled, exchanged and thrown in: whatever comes out, it comes out.
    @Test func `no mistyping of a dialog stops the reader`() throws {
        let files = try Folders.shippedFiles()
        var chance = Chance(state: 20_261_125)
        let signs = Array("{}[]:,#&*!|>'\"%@`-?\t\n \\/é\u{0}\u{2028}~".unicodeScalars)
        for round in 0..<80 {
            guard
                let (name, text) = files.filter({ $0.key.hasSuffix(".yaml") && $0.key != "lists.yaml" }).sorted(by: { $0.key < $1.key })
                    .randomElement(using: &chance)
            else { return }
            var scalars = Array(text.unicodeScalars)
            for _ in 0...(round % 8) where !scalars.isEmpty {
                let at = Int.random(in: 0..<scalars.count, using: &chance)
                switch Int.random(in: 0..<5, using: &chance) {
                case 0: scalars.remove(at: at)
                case 1: scalars.insert(scalars[at], at: at)
                case 2: scalars.swapAt(at, Int.random(in: 0..<scalars.count, using: &chance))
                case 3: scalars.removeSubrange(at..<min(scalars.count, at + 40))
                default: scalars.insert(signs[Int.random(in: 0..<signs.count, using: &chance)], at: at)
                }
            }
            let broken = String(String.UnicodeScalarView(scalars))
            let reading = Folders.read(["accueil.yaml": Folders.smallest].merging([name: broken]) { _, new in new })
            let lines = broken.unicodeScalars.count { $0 == "\n" || $0 == "\r" } + 1
            for finding in reading.findings where finding.place.file == name {
                #expect((1...lines).contains(finding.place.line) && finding.place.column >= 1, "round \(round): \(finding)")
            }
        }
    }
}

/// The same numbers in every run (xorshift, Marsaglia 2003).
private struct Chance: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
