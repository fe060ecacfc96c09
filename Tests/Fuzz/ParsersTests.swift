import Foundation
import Fuzzing
import Testing

@Suite struct `Whatever comes from outside` {
    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    static let subjects: [Subject] = (try? Subjects.all(Material(root: root))) ?? []
    private static let seed: UInt64 = 20_261_127

    @Test func `has a subject for each that reads it`() throws {
        #expect(try Subjects.all(Material(root: Self.root)).count > 25)
    }

    @Test(arguments: subjects.map(\.name)) func `is read or refused, and nothing else`(_ name: String) throws {
        let subject = try #require(Self.subjects.first { $0.name == name })
        let hunt = Hunt(
            seed: Self.seed, subjects: Self.subjects, inputs: Int(ProcessInfo.processInfo.environment["FUZZ_INPUTS"] ?? "") ?? 16_000)
        let start = ContinuousClock.now
        let found = hunt.run(subject, tries: 100)
        print("fuzz: \(name): \(hunt.share(of: subject)) inputs, seed \(Self.seed), \(ContinuousClock.now - start)")
        if let found { Issue.record("\(found)") }
    }
}
