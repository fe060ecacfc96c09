import Foundation
import Synchronization

/// A program run once: how it ended, and what it said where.
struct Finished {
    let code: Int32
    let output: String
    let complaints: String
}

/// A started process, its two streams going to files: a pipe that nobody empties stops a program.
final class Running: Sendable {
    let output: URL
    let complaints: URL
    private let process: Process
    private let folder: URL

    /// - Parameters:
    ///   - program: another one than ours.
    ///   - input: a file that it reads as its standard input.
    init(
        _ arguments: [String], of program: URL? = nil, in directory: URL, environment: [String: String] = [:], input: URL? = nil
    ) throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "passerelle-said-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        output = folder.appending(path: "stdout")
        complaints = folder.appending(path: "stderr")
        for file in [output, complaints] { try Data().write(to: file) }
        process = Process()
        process.executableURL = try program ?? Binary.url()
        process.arguments = arguments
        process.currentDirectoryURL = directory
        // Nothing of the tester's own language or settings.
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin"
        process.environment = ["PATH": path, "LANG": "C.UTF-8"].merging(environment) { $1 }
        process.standardInput = try input.map { try FileHandle(forReadingFrom: $0) } ?? FileHandle.nullDevice
        let streams = try [output, complaints].map { try FileHandle(forWritingTo: $0) }
        (process.standardOutput, process.standardError) = (streams[0], streams[1])
        try process.run()
        // The program has its own; ours would stay open as long as Foundation keeps the process, and a thousand of them crash its next start.
        for stream in streams { try stream.close() }
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        try? FileManager.default.removeItem(at: folder)
    }

    var isRunning: Bool { process.isRunning }

    func send(_ signal: Int32) { kill(process.processIdentifier, signal) }

    /// Waits for its end.
    func finished(within limit: Duration = .seconds(20)) async throws -> Finished {
        try await eventually(within: limit, "the program ends") { !self.process.isRunning }
        return Finished(code: process.terminationStatus, output: try said(output), complaints: try said(complaints))
    }

    func said(_ file: URL) throws -> String { String(decoding: try Data(contentsOf: file), as: UTF8.self) }
}

struct NotInTime: Error, CustomStringConvertible {
    let description: String
}

/// Looks again and again, every 20 ms, until it holds.
func eventually(
    within limit: Duration = .seconds(10), every pause: Duration = .milliseconds(20), _ what: String, _ holds: () async throws -> Bool
) async throws {
    let end = ContinuousClock.now + limit
    while try await !holds() {
        guard ContinuousClock.now < end else { throw NotInTime(description: "not within \(limit): \(what)") }
        try await Task.sleep(for: pause)
    }
}

extension Scratch {
    /// Runs a command of the program with this folder's configuration.
    func run(_ arguments: String..., environment: [String: String] = [:]) async throws -> Finished {
        let configured = arguments.prefix(while: { $0 != "--" }) + ["--config", configuration.path] + arguments.drop { $0 != "--" }
        return try await Running(Array(configured), in: folder, environment: environment).finished()
    }
}
