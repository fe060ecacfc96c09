import Delivery
import Foundation
import Testing

@Suite struct `the alarm's command` {
    private static let alarm = Alarm(channel: "sms", state: .begun, cause: .refuses, word: "it's 401; $(date)")

    private static func file() -> URL { FileManager.default.temporaryDirectory.appending(path: "alarm-\(UUID().uuidString)") }

    @Test func `is told what happened, and no setting of ours`() async throws {
        let file = Self.file()
        defer { try? FileManager.default.removeItem(at: file) }
        let environment = ["PATH": "/usr/bin:/bin", "PASSERELLE_CHANNELS_SMS_API_KEY": "geheim", "OUT": file.path]
        let command = AlarmCommand(#"env | grep -E '^PASSERELLE_' | sort > "$OUT"; exit 3"#, environment: environment)
        await command.tell(Self.alarm)
        #expect(
            try String(contentsOf: file, encoding: .utf8) == """
                PASSERELLE_ALARM_CAUSE=refuses
                PASSERELLE_ALARM_CHANNEL=sms
                PASSERELLE_ALARM_STATE=begun
                PASSERELLE_ALARM_WORD=it's 401; $(date)

                """)
    }

    @Test(.timeLimit(.minutes(1)))
    func `is ended with all that it started when it takes too long`() async throws {
        let file = Self.file()
        defer { try? FileManager.default.removeItem(at: file) }
        let environment = ["PATH": "/usr/bin:/bin", "OUT": file.path]
        let command = AlarmCommand(#"sleep 600 & echo $! > "$OUT"; wait"#, environment: environment, limit: .seconds(1))
        await command.tell(Self.alarm)
        let child = try #require(Int32(try String(contentsOf: file, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)))
        // What was killed is there until it is scheduled once more, and as a zombie until whoever inherited it has looked.
        while let stat = try? String(contentsOfFile: "/proc/\(child)/stat", encoding: .utf8), !stat.contains(") Z ") {
            try await Task.sleep(for: .milliseconds(10))
        }
    }

    @Test func `one that can't be run fails alone`() async {
        await AlarmCommand("/nonexistent/program", environment: [:]).tell(Self.alarm)
    }
}
