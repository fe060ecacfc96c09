import Foundation
import Logging

/// Tells staff by a command of theirs: `/bin/sh -c`, with what happened in its environment.
package struct AlarmCommand: Sendable {
    private let command: String
    private let environment: [String: String]
    private let limit: Duration
    private let logger = Logger(label: "passerelle.alarms")

    /// - Parameters:
    ///   - environment: the service's own; what configures us in it may be a secret and is not handed on.
    ///   - limit: how long it may run.
    package init(_ command: String, environment: [String: String], limit: Duration = .seconds(30)) {
        self.command = command
        self.environment = environment.filter { !$0.key.hasPrefix("PASSERELLE_") }
        self.limit = limit
    }

    package func tell(_ alarm: Alarm) async {
        let told = [
            "PASSERELLE_ALARM_CHANNEL": alarm.channel, "PASSERELLE_ALARM_STATE": alarm.state.rawValue,
            "PASSERELLE_ALARM_CAUSE": alarm.cause.rawValue, "PASSERELLE_ALARM_WORD": alarm.word,
        ]
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", command]
        process.environment = environment.merging(told) { $1 }
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let (ends, ending) = AsyncStream.makeStream(of: Int32.self)
        process.terminationHandler = { process in
            ending.yield(process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus)
            ending.finish()
        }
        do {
            try process.run()
        } catch {
            return logger.error("the alarm's command could not be started", metadata: ["why": "\(type(of: error))"])
        }
        let id = process.processIdentifier
        let guarding = Task {
            try await Task.sleep(for: limit)
            Self.end(id)
        }
        await withTaskCancellationHandler {
            for await status in ends where status != 0 {
                logger.error("the alarm's command failed", metadata: ["status": "\(status)", "channel": "\(alarm.channel)"])
            }
        } onCancel: {
            Self.end(id)
        }
        guarding.cancel()
    }

    /// With all that it started: Foundation makes a process the leader of a group of its own.
    private static func end(_ id: Int32) { if kill(-id, SIGKILL) != 0 { kill(id, SIGKILL) } }
}
