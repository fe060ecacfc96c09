import Conversations
import Dialogs
import Foundation
import Gateways
import Logging
import Server
import ServiceLifecycle
import Synchronization
import Testing

/// What only a real connection shows.
@Suite struct `on the wire` {
    private static let form = "sessionId=s&phoneNumber=%2B237670000001&serviceCode=*123%23&text="

    private static func post(_ body: String = form, length: Int? = nil) -> String {
        """
        POST /channels/ussd/receive HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n\
        Content-Length: \(length ?? body.utf8.count)\r\n\r\n\(body)
        """
    }

    @Test func `a step is answered from this machine without a secret`() async throws {
        let channels = [try channel()]
        try await running({ service(channels, onRunning: $0) }) { port, _ in
            let connection = try await RawConnection.to(port: port)
            defer { connection.close() }
            connection.write(Self.post())
            let answer = await connection.answer(endingIn: "CON Bonjour")
            #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\n"))
            #expect(!answer.lowercased().contains("\r\nserver:"))
        }
    }

    @Test func `asked to stop, it finishes the turn under way and takes nothing new`() async throws {
        let (begun, release) = (Gate(), Gate())
        let turns = StagedTurns { _ in
            begun.open()
            await release.passed()
            return .reply(Reply(text: "Fini", ends: true))
        }
        let channels = [try channel()]
        try await running({ service(channels, turns: turns, onRunning: $0) }) { port, group in
            let connection = try await RawConnection.to(port: port)
            defer { connection.close() }
            connection.write(Self.post())
            await begun.passed()
            await group.triggerGracefulShutdown()
            while let late = try? await RawConnection.to(port: port) { late.close() }
            release.open()
            #expect(await connection.rest().hasSuffix("END Fini"))
        }
        #expect(turns.messages.count == 1)
    }

    @Test func `a turn that has begun is finished though the client has gone`() async throws {
        let (begun, release, finished) = (Gate(), Gate(), Gate())
        let turns = StagedTurns { _ in
            begun.open()
            await release.passed()
            if !Task.isCancelled { finished.open() }
            return .reply(Reply(text: "Fini", ends: true))
        }
        let channels = [try channel()]
        try await running({ service(channels, turns: turns, onRunning: $0) }) { port, _ in
            let connection = try await RawConnection.to(port: port)
            connection.write(Self.post())
            await begun.passed()
            connection.close()
            release.open()
            await finished.passed()
        }
    }

    @Test func `who says nothing, or stops in the middle of the head, is cut off`() async throws {
        var limits = RequestLimits()
        limits.silence = .milliseconds(60)
        let channels = [try channel()]
        try await running({ [limits] in service(channels, limits: limits, onRunning: $0) }) { port, _ in
            for beginning in ["", "POST /channels/ussd/receive HTTP/1.1\r\nHost: loc", Self.post("sess", length: 50)] {
                let connection = try await RawConnection.to(port: port)
                defer { connection.close() }
                connection.write(beginning)
                #expect(await connection.rest() == "")
            }
        }
    }

    @Test func `who lets the body trickle is told so and cut off`() async throws {
        var limits = RequestLimits()
        limits.reading = .milliseconds(40)
        limits.farewell = .seconds(1)
        let turns = StagedTurns()
        let channels = [try channel()]
        try await running({ [limits] in service(channels, turns: turns, limits: limits, onRunning: $0) }) { port, _ in
            let connection = try await RawConnection.to(port: port)
            defer { connection.close() }
            connection.write(Self.post("s", length: 60_000))
            let trickle = Task {
                while !Task.isCancelled, connection.write("x") { try await Task.sleep(for: .milliseconds(5)) }
            }
            let answer = await connection.rest()
            trickle.cancel()
            _ = await trickle.result
            #expect(answer.hasPrefix("HTTP/1.1 408 Request Timeout\r\n"))
            #expect(answer.hasSuffix("The request took too long to come in.\n"))
        }
        #expect(turns.messages.isEmpty)
    }

    @Test(arguments: ["Content-Length: 65537\r\n\r\n", "Transfer-Encoding: chunked\r\n\r\n10001\r\n"])
    func `a body of more than 64 KiB is refused, announced or not`(head: String) async throws {
        var limits = RequestLimits()
        limits.farewell = .seconds(1)
        let channels = [try channel()]
        try await running({ [limits] in service(channels, limits: limits, onRunning: $0) }) { port, _ in
            let connection = try await RawConnection.to(port: port)
            defer { connection.close() }
            connection.write("POST /channels/ussd/receive HTTP/1.1\r\nHost: localhost\r\n\(head)")
            connection.write(String(repeating: "1", count: 65_537))
            let answer = await connection.rest()
            #expect(answer.hasPrefix("HTTP/1.1 413 "))
            #expect(answer.hasSuffix("The body has more than 64 KiB.\n"))
        }
    }

    @Test(arguments: ["Content-Length: 50\r\n\r\nsess", "Transfer-Encoding: chunked\r\n\r\nxyz\r\n"])
    func `a body that breaks off or is no HTTP is refused`(head: String) async throws {
        var limits = RequestLimits()
        limits.farewell = .seconds(1)
        let turns = StagedTurns()
        let channels = [try channel()]
        try await running({ [limits] in service(channels, turns: turns, limits: limits, onRunning: $0) }) { port, _ in
            let connection = try await RawConnection.to(port: port)
            defer { connection.close() }
            connection.write("POST /channels/ussd/receive HTTP/1.1\r\nHost: localhost\r\n\(head)")
            connection.finish()
            #expect(await connection.rest().hasPrefix("HTTP/1.1 400 "))
        }
        #expect(turns.messages.isEmpty)
    }

    @Test func `an answer to HEAD has no body, and the next request on the connection is understood`() async throws {
        let channels = [try channel()]
        try await running({ service(channels, onRunning: $0) }) { port, _ in
            let connection = try await RawConnection.to(port: port)
            defer { connection.close() }
            for address in ["/channels/ussd/receive", "/nowhere"] {
                connection.write("HEAD \(address) HTTP/1.1\r\nHost: localhost\r\n\r\n")
                #expect(await connection.answer(endingIn: "\r\n\r\n").hasPrefix("HTTP/1.1 40"))
            }
            connection.write(Self.post())
            #expect(await connection.answer(endingIn: "CON Bonjour").hasPrefix("HTTP/1.1 200 "))
        }
    }

    @Test func `a port that is taken is told in words`() async throws {
        let channels = [try channel()]
        try await running({ service(channels, onRunning: $0) }) { port, _ in
            let settings = ServerSettings(host: "127.0.0.1", port: port, publicAddress: nil, token: nil, channels: [])
            let second = WebServer(
                settings, turns: StagedTurns(), readiness: { .ready(version: "v7") }, measurements: nil,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, now: { Date(timeIntervalSince1970: 0) })
            await #expect(throws: BindFailure.inUse(host: "127.0.0.1", port: port)) { try await second.run() }
        }
    }

    @Test(arguments: ["192.0.2.1", "no.such.host.invalid"]) func `a host that is not this machine is told in words`(host: String)
        async throws
    {
        let settings = ServerSettings(host: host, port: 0, publicAddress: nil, token: nil, channels: [])
        let server = WebServer(
            settings, turns: StagedTurns(), readiness: { .ready(version: "v7") }, measurements: nil,
            logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, now: { Date(timeIntervalSince1970: 0) })
        await #expect(throws: BindFailure.notHere(host: host)) { try await server.run() }
    }

    @Test func `no number, no answer and no secret stands in the log, however much is logged`() async throws {
        let log = KeptLog()
        var logger = Logger(label: "test") { _ in log }
        logger.logLevel = .trace
        let channels = [try channel(proof: CallerProof(secrets: ["s3cret"]))]
        try await running({ [logger] in service(channels, logger: logger, onRunning: $0) }) { port, _ in
            logger.info("the log is kept")
            let bodies = [Self.form + "Awa", "sessionId=s&phoneNumber=670000001&text=Awa", "text=Awa&text=670000001%zz"]
            for body in bodies {
                let connection = try await RawConnection.to(port: port)
                defer { connection.close() }
                connection.write(Self.post(body).replacing("receive HTTP", with: "receive?key=s3cret HTTP"))
                connection.write("GET /Awa670000001 HTTP/1.1\r\nConnection: close\r\n\r\n")
                _ = await connection.rest()
            }
        }
        #expect(log.text.contains("the log is kept"))
        for word in ["670000001", "Awa", "s3cret"] { #expect(!log.text.contains(word)) }
    }
}

/// Keeps all that is logged.
private final class KeptLog: LogHandler {
    private let lines = Mutex<[String]>([])

    var text: String { lines.withLock { $0.joined(separator: "\n") } }
    var metadata: Logger.Metadata {
        get { [:] }
        set {}
    }
    var logLevel: Logger.Level {
        get { .trace }
        set {}
    }
    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { nil }
        set {}
    }

    func log(event: LogEvent) {
        lines.withLock { $0.append("\(event.message) \(event.metadata ?? [:]) \(event.error.map { "\($0)" } ?? "")") }
    }
}
