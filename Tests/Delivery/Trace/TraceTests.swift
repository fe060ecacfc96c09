import Delivery
import Foundation
import Gateways
import HTTPTypes
import Synchronization
import Testing

@Suite struct `what the trace keeps` {
    private static func call(_ number: Int, at moment: Date = Staged.now, _ reading: AnsweredCall.Reading = .notice) -> AnsweredCall {
        AnsweredCall(
            channel: "sms", at: moment, path: "/channels/sms/receive",
            request: WebRequest(method: .get, query: "status=\(number)", headers: [:], body: []), reading: reading,
            response: WebResponse(status: .ok, contentType: "text/plain", body: ""))
    }

    private func statuses(_ lines: [String]?) -> [Int] {
        (lines ?? []).compactMap { line in line.split(separator: "?status=").dropFirst().first.flatMap { Int($0) } }
    }

    @Test func `the last 300 of a channel, the oldest first`() {
        let trace = Staged.trace()
        for number in 1...310 { trace.record(Self.call(number)) }
        #expect(statuses(trace.lines(of: "sms")) == Array(11...310))
    }

    @Test func `what is there already is not asked for again`() {
        let trace = Staged.trace()
        for number in 1...5 { trace.record(Self.call(number)) }
        #expect(statuses(trace.lines(of: "sms", after: 3)) == [4, 5])
        #expect(trace.lines(of: "sms", after: 5) == [])
    }

    @Test func `strangers push nothing of the gateway's out`() {
        let trace = Staged.trace()
        trace.record(Self.call(1))
        for _ in 1...400 { trace.record(Self.call(2, .unproved)) }
        let lines = trace.lines(of: "sms") ?? []
        #expect(statuses(lines) == [1])
        #expect(lines.count { $0.hasPrefix("#") } == 51)
    }

    @Test(arguments: [(86_399, [1]), (86_401, [])])
    func `a day later it is gone, also where nothing came since`(seconds: Int, left: [Int]) {
        let moment = Mutex(Staged.now)
        let trace = Staged.trace { moment.withLock { $0 } }
        trace.record(Self.call(1))
        moment.withLock { $0 += TimeInterval(seconds) }
        trace.tidy()
        moment.withLock { $0 = Staged.now }
        #expect(statuses(trace.lines(of: "sms")) == left)
    }

    @Test func `a channel that there is none of has none`() {
        #expect(Staged.trace().lines(of: "sm") == nil)
        #expect(Staged.trace().channels == ["sms"])
    }

    @Test func `what is masked reads as it did when it was asked for at once`() throws {
        let (asked, tidied) = (Staged.trace(), Staged.trace())
        let exchange = try Staged.exchange(by: "twilio", "Bonjour Awa")
        asked.record(exchange)
        tidied.record(exchange)
        tidied.tidy()
        #expect(asked.lines(of: "sms") == tidied.lines(of: "sms"))
        #expect(tidied.lines(of: "sms")?.isEmpty == false)
    }

    /// Masking 300 calls a channel takes seconds in a debug build, and whoever stops the service would wait for it.
    @Test func `who stops does not wait for what is not masked yet`() async {
        let looks = Mutex(0)
        let trace = Staged.trace {
            looks.withLock { $0 += 1 }
            return Staged.now
        }
        trace.record(Self.call(1))
        await Task {
            withUnsafeCurrentTask { $0?.cancel() }
            await trace.run()
        }.value
        #expect(looks.withLock { $0 } == 0, "nothing is looked at")
    }
}
