import Foundation
import Fuzzing
import Testing

@Suite struct `The running service` {
    @Test(.timeLimit(.minutes(2))) func `outlives whatever comes over its connections`() async throws {
        let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().appending(path: "passerelle")
        let requests = Int(ProcessInfo.processInfo.environment["FUZZ_REQUESTS"] ?? "") ?? 1000
        let hunt = ServerHunt(
            seed: 20_261_127, requests: requests, program: program, dialogs: `Whatever comes from outside`.root.appending(path: "Dialogs"),
            .wellFormed)
        let report = try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<ServerHunt.Report, any Error>) in
            // It blocks, so on a thread of its own.
            Thread { continuation.resume(with: Result { try hunt.run() }) }.start()
        }
        print("fuzz: server: \(report.text)")
        for fault in report.faults { Issue.record("\(fault)") }
        #expect((report.statuses[200] ?? 0) > requests / 10, "hardly anything is taken: \(report.statuses)")
        #expect((report.statuses[400] ?? 0) > requests / 10, "hardly anything is refused: \(report.statuses)")
    }
}
