import DialogFiles
import Dialogs
import Foundation
import Testing
import Texting

/// One rule of the format or of the check: a folder of dialogs that breaks it, and one that only just does not.
///
/// `NAME.broken.yaml` and `NAME.clean.yaml` are the start dialog alone; where one file can't show it, `NAME.broken` and `NAME.clean`
/// are folders. What is expected is the first line of the broken file, or of `expected.txt` in the folder:
/// `# [FILE:]LINE:COLUMN error|warning KIND`.
struct BrokenPair: CustomTestStringConvertible {
    enum Side: String, CaseIterable {
        case broken, clean
    }

    struct Expected: Equatable {
        var place: Place
        var severity: String
        var kind: String

        init(_ finding: Finding) {
            place = finding.place
            severity = finding.severity.rawValue
            kind = finding.kind
        }

        init?(line: Substring) {
            let words = line.split(separator: " ").map(String.init)
            guard words.count == 4, words[0] == "#" else { return nil }
            let parts = words[1].split(separator: ":").map(String.init)
            guard parts.count == 2 || parts.count == 3, let line = Int(parts[parts.count - 2]), let column = Int(parts[parts.count - 1])
            else {
                return nil
            }
            place = Place(file: parts.count == 3 ? parts[0] : BrokenPair.startFile, line: line, column: column)
            severity = words[2]
            kind = words[3]
        }
    }

    static let start = "accueil"
    static let startFile = "accueil.yaml"
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Broken")

    let folder: String
    let name: String

    var testDescription: String { "\(folder)/\(name)" }

    /// Every pair of a folder, in the order of their names.
    static func all(in folder: String) -> [BrokenPair] {
        let entries = (try? FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
        let names = entries.compactMap { entry in
            Side.allCases.lazy.compactMap { side in entry.firstRange(of: ".\(side.rawValue)").map { String(entry[..<$0.lowerBound]) } }
                .first
        }
        return Set(names).sorted().map { BrokenPair(folder: folder, name: $0) }
    }

    func files(_ side: Side) throws -> [String: String] {
        let base = Self.root.appending(path: folder)
        let single = base.appending(path: "\(name).\(side.rawValue).yaml")
        if FileManager.default.fileExists(atPath: single.path) { return [Self.startFile: try text(of: single)] }
        let many = base.appending(path: "\(name).\(side.rawValue)")
        var files: [String: String] = [:]
        for path in try FileManager.default.subpathsOfDirectory(atPath: many.path) {
            let file = many.appending(path: path)
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else { continue }
            files[path] = try text(of: file)
        }
        return files
    }

    private func text(of file: URL) throws -> String { String(decoding: try Data(contentsOf: file), as: UTF8.self) }

    func expected() throws -> Expected {
        let files = try files(.broken)
        let text = files["expected.txt"] ?? files[Self.startFile] ?? ""
        let first = text.split(separator: "\n", omittingEmptySubsequences: false).first ?? ""
        return try #require(Expected(line: first), "the first line of \(testDescription) does not say what is expected")
    }

    /// Everything that is told of one side; the check comes only where reading found no error.
    func findings(_ side: Side, checked: [Channel] = []) throws -> [Finding] {
        // The check looks at every language; a missing translation is then no more than a warning.
        let languages: [Language] = checked.isEmpty ? ["fr"] : ["fr", "en"]
        let reading = read(FolderText(files: try files(side)), start: Self.start, languages: languages)
        guard !checked.isEmpty, !reading.hasErrors, let script = reading.script else { return reading.findings }
        return reading.findings + Examination(of: script, on: checked).findings
    }
}

@Suite struct BrokenDialogs {
    static let channels = [
        Channel(
            name: "ussd", kind: .ussd, code: "*123#", cost: ["fr": "gratuit"], budget: PageBudget(letters: .ascii, units: 160),
            takesAnswers: true,
            network: nil),
        Channel(
            name: "sms", kind: .sms, code: "8555", cost: ["fr": "gratuit"], budget: PageBudget(letters: .gsm, units: 160),
            takesAnswers: true,
            network: nil),
    ]

    @Test func `the folder of broken dialogs is there, and each has its clean twin`() throws {
        let pairs = BrokenPair.all(in: "Format")
        #expect(pairs.count > 100)
        for pair in pairs {
            #expect(try !pair.files(.broken).isEmpty, "\(pair.name) breaks nothing")
            #expect(try !pair.files(.clean).isEmpty, "\(pair.name) has no clean twin")
        }
    }

    @Test(arguments: BrokenPair.all(in: "Format"))
    func `a broken dialog is told at its place, and nothing else is`(_ pair: BrokenPair) throws {
        let expected = try pair.expected()
        let found = try pair.findings(.broken)
        #expect(found.map(BrokenPair.Expected.init) == [expected], "\(found.map { $0.line(in: .english) })")
    }

    @Test(arguments: BrokenPair.all(in: "Format"))
    func `what only just does not break the rule is clean`(_ pair: BrokenPair) throws {
        let found = try pair.findings(.clean)
        #expect(found.isEmpty, "\(found.map { $0.line(in: .english) })")
    }

    @Test(arguments: BrokenPair.all(in: "Format"))
    func `what is told says the way out in both languages and without jargon`(_ pair: BrokenPair) throws {
        for finding in try pair.findings(.broken) {
            for sentence in [finding.what.french, finding.what.english, finding.mend.french, finding.mend.english] {
                #expect(!sentence.isEmpty)
                for word in ["scalar", "mapping", "node", "token", "scalaire", "YAML"] { #expect(!sentence.contains(word)) }
            }
            #expect(finding.what.french != finding.what.english || finding.what.french.count < 4)
        }
    }

    /// In these folders other warnings of the check may stand; what counts is the rule.
    @Test(arguments: BrokenPair.all(in: "Check"))
    func `a dialog that the check refuses is told at its place`(_ pair: BrokenPair) throws {
        let expected = try pair.expected()
        let found = try pair.findings(.broken, checked: Self.channels)
        #expect(found.map(BrokenPair.Expected.init).contains(expected), "\(found.map { $0.line(in: .english) })")
        let others = found.filter { $0.severity == .error && $0.kind != expected.kind }
        #expect(others.isEmpty, "\(others.map { $0.line(in: .english) })")
    }

    @Test(arguments: BrokenPair.all(in: "Check"))
    func `a dialog that the check only just lets pass has nothing of the kind`(_ pair: BrokenPair) throws {
        let expected = try pair.expected()
        let found = try pair.findings(.clean, checked: Self.channels).filter { $0.severity == .error || $0.kind == expected.kind }
        #expect(found.isEmpty, "\(found.map { $0.line(in: .english) })")
    }
}
