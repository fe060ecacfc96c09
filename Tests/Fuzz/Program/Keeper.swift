import Foundation
import Fuzzing

/// Starts the hunt, notices when it crashes or stands still, and says by which input.
struct Keeper {
    let hunt: Hunt
    let program: String

    /// - Returns: whether nothing was found.
    func run() throws -> Bool {
        print("fuzz: seed \(hunt.seed), \(hunt.subjects.map(hunt.share).reduce(0, +)) inputs to \(hunt.subjects.count) subjects")
        let progress = FileManager.default.temporaryDirectory.appending(path: "fuzz-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: progress) }
        var first = 0
        var isClean = true
        while first < hunt.subjects.count {
            try Data(count: Progress.bytes).write(to: progress)
            let child = try start(["hunt", progress.path, String(first)])
            var seen = -1
            var still = 0
            while child.isRunning {
                Thread.sleep(forTimeInterval: 0.5)
                let beat = try Progress(of: progress).beat
                still = beat == seen ? still + 1 : 0
                seen = beat
                if still > Self.patience { child.terminate() }
            }
            if child.terminationReason == .exit { return child.terminationStatus == 0 && isClean }
            isClean = false
            let last = try Progress(of: progress)
            tell(
                hunt.subjects[last.subject], last.index,
                as: still > Self.patience ? "it stands still" : "it crashes (signal \(child.terminationStatus))")
            first = last.subject + 1
        }
        return isClean
    }

    /// Half seconds without a step, that is 30 s.
    private static let patience = 60

    private func tell(_ subject: Subject, _ index: Int, as what: String) {
        let input = subject.input(index, seed: hunt.seed)
        let small = smallest(of: input, tries: 200) { candidate in
            (try? crashes(candidate, subject)) == true
        }
        print("FAILED \(Hunt.Catch(subject: subject.name, seed: hunt.seed, index: index, input: small, what: what))")
    }

    private func crashes(_ input: [UInt8], _ subject: Subject) throws -> Bool {
        let file = FileManager.default.temporaryDirectory.appending(path: "fuzz-input-\(ProcessInfo.processInfo.processIdentifier)")
        defer { try? FileManager.default.removeItem(at: file) }
        try Data(input).write(to: file)
        let child = try start(["one", file.path, "--only", subject.name], isQuiet: true)
        let end = ContinuousClock.now + .seconds(10)
        while child.isRunning, ContinuousClock.now < end { Thread.sleep(forTimeInterval: 0.01) }
        if child.isRunning { child.terminate() }
        child.waitUntilExit()
        return child.terminationReason == .uncaughtSignal
    }

    private func start(_ arguments: [String], isQuiet: Bool = false) throws -> Process {
        let child = Process()
        child.executableURL = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        child.arguments = arguments + ["--seed", String(hunt.seed), "--inputs", String(hunt.inputs)]
        if !isQuiet, hunt.subjects.count == 1 { child.arguments?.append(contentsOf: ["--only", hunt.subjects[0].name]) }
        if isQuiet {
            (child.standardOutput, child.standardError) = (FileHandle.nullDevice, FileHandle.nullDevice)
            // A trace of every one of them would take longer than the hunt.
            child.environment = ProcessInfo.processInfo.environment.merging(["SWIFT_BACKTRACE": "enable=no"]) { $1 }
        }
        try child.run()
        return child
    }
}

/// What the hunter leaves of itself.
struct Progress {
    static let bytes = 24

    var subject: Int
    var index: Int
    var beat: Int

    init(of file: URL) throws {
        let bytes = try Data(contentsOf: file)
        (subject, index, beat) = bytes.withUnsafeBytes {
            (
                $0.loadUnaligned(as: Int.self), $0.loadUnaligned(fromByteOffset: 8, as: Int.self),
                $0.loadUnaligned(fromByteOffset: 16, as: Int.self)
            )
        }
    }
}
