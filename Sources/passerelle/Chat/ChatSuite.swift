import DialogFiles
import Dialogs
import Foundation

/// Conversation tests that are run together.
struct ChatSuite: Sendable {
    struct Outcome: Sendable {
        var file: String
        var differences: [ChatRun.Difference]
        var steps: Int
    }

    let stage: Stage
    /// The paths as they are shown.
    let files: [String]

    /// - Parameter files: none: all of the dialogs' folder `tests`.
    init(on stage: Stage, files: [String], dialogs: String) throws {
        self.stage = stage
        self.files = files.isEmpty ? try Self.all(below: dialogs) : files
    }

    /// The results in the order of the files, and the screens that all of them reached together.
    func run() async throws -> (outcomes: [Outcome], reached: Set<ScreenAddress>) {
        var outcomes: [Int: Outcome] = [:]
        var reached: Set<ScreenAddress> = []
        try await withThrowingTaskGroup(of: (Int, Outcome, Set<ScreenAddress>).self) { group in
            var waiting = files.enumerated().makeIterator()
            func begin() {
                guard let (index, file) = waiting.next() else { return }
                group.addTask {
                    let (outcome, seen) = try await run(file)
                    return (index, outcome, seen)
                }
            }
            for _ in 0..<ProcessInfo.processInfo.activeProcessorCount { begin() }
            for try await (index, outcome, seen) in group {
                outcomes[index] = outcome
                reached.formUnion(seen)
                begin()
            }
        }
        return (files.indices.compactMap { outcomes[$0] }, reached)
    }

    @concurrent private func run(_ file: String) async throws -> (Outcome, Set<ScreenAddress>) {
        let place = URL(filePath: file)
        guard let bytes = FileManager.default.contents(atPath: file) else {
            throw CannotRun(fr: "le fichier « \(file) » ne peut pas être lu", en: "the file \"\(file)\" can't be read")
        }
        let (chat, findings) = Chat.read(String(decoding: bytes, as: UTF8.self), file: file)
        guard findings.isEmpty else {
            let differences = findings.map { finding in
                ChatRun.Difference(
                    line: finding.place.line,
                    what: Bilingual(
                        fr: [finding.what.french, finding.mend.french].filter { !$0.isEmpty }.joined(separator: " ; "),
                        en: [finding.what.english, finding.mend.english].filter { !$0.isEmpty }.joined(separator: "; ")))
            }
            return (Outcome(file: file, differences: differences, steps: 0), [])
        }
        var run = ChatRun(chat, on: stage, folder: place.deletingLastPathComponent())
        do {
            let verdict = try await run.run()
            return (Outcome(file: file, differences: verdict.differences, steps: verdict.steps), verdict.reached)
        } catch let problem as CannotRun {
            let difference = ChatRun.Difference(line: 1, what: Bilingual(fr: problem.description, en: problem.description))
            return (Outcome(file: file, differences: [difference], steps: 0), [])
        }
    }

    private static func all(below dialogs: String) throws -> [String] {
        let folder = URL(filePath: dialogs).appending(path: "tests")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
        return names.filter { $0.hasSuffix(".chat") && !$0.hasPrefix(".") }.sorted().map { folder.appending(path: $0).relativeText }
    }
}

extension URL {
    /// As somebody would type it here.
    fileprivate var relativeText: String {
        let here = FileManager.default.currentDirectoryPath + "/"
        return path.hasPrefix(here) ? String(path.dropFirst(here.count)) : path
    }
}

extension ChatSuite.Outcome {
    /// `file:line: what differs`, and below it the lines: `-` expected and not there, `+` there and not expected.
    func lines(in language: Bilingual.Choice) -> [String] {
        differences.flatMap { difference in
            ["\(file):\(difference.line): \(difference.what[language])"]
                + difference.rows.flatMap { row in
                    switch row {
                    case .same(let text): Self.marked(" ", text)
                    case .missing(let text, _): Self.marked("-", text)
                    case .extra(let text): Self.marked("+", text)
                    }
                }
        }
    }

    private static func marked(_ mark: String, _ text: String) -> [String] {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "  \(mark) \($0)" }
    }
}
