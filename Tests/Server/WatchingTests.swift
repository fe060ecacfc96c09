import Conversations
import Dialogs
import Gateways
import HTTPTypes
import NIOCore
import Server
import Synchronization
import Testing

/// Who watches is told of every call of a gateway: what was made of it, and what was answered.
@Suite struct `a watched channel` {
    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var question = Question()
        var secret = ""
        var outcome = Outcome.reply(Reply(text: "Bonjour", ends: false))
        var status = 200
        var reading: String
    }

    static let cases = [
        Case(testDescription: "a reply", reading: "1 message, Bonjour"),
        Case(testDescription: "no reply", outcome: .none, reading: "1 message, "),
        Case(testDescription: "a polite end", outcome: .failed(words: "Plus tard"), reading: "1 message, "),
        Case(testDescription: "what could not be read", question: Question(body: "text=1"), status: 400, reading: "unread"),
        Case(
            testDescription: "a body that is too large", question: Question(body: String(repeating: "a", count: 70_000)), status: 413,
            reading: "unread"),
        Case(testDescription: "a stranger", secret: "geheim", status: 403, reading: "unproved"),
        Case(
            testDescription: "the end of a session",
            question: Question(address: "/channels/ussd/status?a=b", body: "sessionId=s&phoneNumber=%2B237670000001&status=Success"),
            reading: "notice"),
    ]

    @Test(arguments: cases)
    func `is told of once`(_ row: Case) async throws {
        let seen = Mutex<[AnsweredCall]>([])
        let outcome = row.outcome
        let service = service(
            [try channel(proof: CallerProof(secrets: [row.secret]))], turns: StagedTurns { _ in outcome },
            watching: { call in seen.withLock { $0.append(call) } })
        let answered = try await ask(service, row.question)
        let calls = seen.withLock { $0 }
        let call = try #require(calls.first)
        #expect(calls.count == 1)
        #expect(call.channel == "ussd")
        #expect(answered.status.code == row.status)
        #expect(call.response.status == answered.status)
        #expect(call.response.body == String(buffer: answered.body))
        #expect(call.path + (call.request.query.isEmpty ? "" : "?" + call.request.query) == row.question.address)
        #expect(words(call.reading) == row.reading)
        // A stranger's body is not even read.
        #expect(call.request.body.isEmpty == (row.status == 403 || row.status == 413))
    }

    private func words(_ reading: AnsweredCall.Reading) -> String {
        switch reading {
        case .messages(let inbounds, let words): "\(inbounds.count) message, \(words)"
        case .notice: "notice"
        case .unread: "unread"
        case .unproved: "unproved"
        }
    }
}
