import Delivery
import Foundation
import Gateways
import HTTPTypes
import Store
import Synchronization
import Texting

/// What a test's gateways do with what comes to them, and what has come, in its order.
final class Network: Sendable {
    struct Arrival: Equatable, Sendable {
        var channel: String
        var id: String
        var to: String
        var text: String
        var token: String
    }

    enum Behaviour: Sendable {
        /// As `Answering.outcome` reads it.
        case says(String)
        case ends(CallEnd)
        /// Never answers; whoever breaks it off never knows.
        case stalls
        /// Takes so long, and has it then unless it was broken off before.
        case takes(Duration)
    }

    private struct State {
        var arrivals: [Arrival] = []
        var tokens = 0
        var looks: [String] = []
        var isReleased = false
    }

    private let state = Mutex(State())
    private let behave: Mutex<@Sendable (Arrival, Int) async -> Behaviour>
    private let tokenAnswers: Mutex<@Sendable (Int) -> CallEnd>
    private let finding: Mutex<@Sendable (String) -> String>

    init() {
        behave = Mutex({ _, _ in .says("accepted") })
        tokenAnswers = Mutex({ .answered(OutgoingAnswer(status: .ok, body: Array("T\($0)".utf8))) })
        finding = Mutex({ _ in "unclear" })
    }

    var arrivals: [Arrival] { state.withLock { $0.arrivals } }
    var texts: [String] { arrivals.map(\.text) }
    var tokensFetched: Int { state.withLock { $0.tokens } }
    var looks: [String] { state.withLock { $0.looks } }

    /// What stalls ends, as by a time-out.
    func release() { state.withLock { $0.isReleased = true } }

    /// - Parameter behaviour: by what came and how many came before it.
    func behaves(_ behaviour: @escaping @Sendable (Arrival, Int) async -> Behaviour) { behave.withLock { $0 = behaviour } }
    func says(_ words: String...) { behaves { _, count in .says(words[min(count, words.count - 1)]) } }
    func givesTokens(_ answer: @escaping @Sendable (Int) -> CallEnd) { tokenAnswers.withLock { $0 = answer } }
    func finds(_ finding: @escaping @Sendable (String) -> String) { self.finding.withLock { $0 = finding } }

    var call: Call {
        { [self] request in
            let parts = request.address.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
            switch parts[0] {
            case "token":
                let count = state.withLock { state in
                    state.tokens += 1
                    return state.tokens
                }
                await Task.yield()
                return tokenAnswers.withLock { $0 }(count)
            case "look":
                state.withLock { $0.looks.append(parts[2]) }
                return .answered(OutgoingAnswer(status: .ok, body: Array(finding.withLock { $0 }(parts[2]).utf8)))
            default: return await take(parts, String(decoding: request.body, as: UTF8.self))
            }
        }
    }

    private func take(_ parts: [String], _ text: String) async -> CallEnd {
        if Task.isCancelled { return .notTaken(why: "cancelled") }
        let arrival = Arrival(channel: parts[1], id: parts[2], to: parts[3], text: text, token: parts[4])
        let behaviour = behave.withLock { $0 }
        // What takes its time has arrived when it is over.
        let count = state.withLock { $0.arrivals.count }
        let behaved = await behaviour(arrival, count)
        if case .takes(let time) = behaved {
            do { try await Task.sleep(for: time) } catch { return .unknown(why: "cancelled") }
            state.withLock { $0.arrivals.append(arrival) }
            return .answered(OutgoingAnswer(status: .ok, body: Array("accepted".utf8)))
        }
        state.withLock { $0.arrivals.append(arrival) }
        switch behaved {
        case .says(let words): return .answered(OutgoingAnswer(status: .ok, body: Array(words.utf8)))
        case .ends(let end): return end
        case .stalls, .takes:
            while !Task.isCancelled, !state.withLock({ $0.isReleased }) { try? await Task.sleep(for: .milliseconds(2)) }
            return .unknown(why: "cancelled")
        }
    }
}

/// A gateway that says what became of a message in plain words.
struct PlainSender: Sender {
    var channel: String
    var hasTokens = false
    var hasLookUp = false

    func request(for message: OutgoingMessage, token: String?) -> OutgoingRequest {
        OutgoingRequest(
            method: .post, address: "send/\(channel)/\(message.id)/\(message.to.e164)/\(token ?? "")", body: Array(message.text.utf8))
    }

    /// `accepted ID 12 XAF`, `refused blocked 406`, `busy 7`, `refuses-us`, `no-money`, `unknown`.
    func outcome(of answer: OutgoingAnswer) -> SendOutcome {
        let words = answer.text.split(separator: " ").map(String.init)
        return switch words.first {
        case "accepted":
            .accepted(
                Receipt(
                    id: words.count > 1 && words[1] != "-" ? words[1] : nil,
                    price: words.count > 3 ? Money(parsing: words[2...3].joined(separator: " ")) : nil,
                    parts: words.count > 4 ? Int(words[4]) : nil))
        case "refused": .refused(FailureCause(rawValue: words[1]) ?? .refused, word: words.count > 2 ? words[2] : "")
        case "busy": .notTaken(.busy(for: words.count > 1 ? .milliseconds(Int(words[1]) ?? 0) : nil), word: "503")
        case "refuses-us": .notTaken(.refusesUs, word: "401")
        case "no-money": .notTaken(.noMoney, word: "402")
        default: .unknown(word: "500")
        }
    }

    var tokens: (any TokenDesk)? { hasTokens ? PlainDesk() : nil }
    var lookUp: (any LookUp)? { hasLookUp ? PlainLookUp(channel: channel) : nil }
}

struct PlainDesk: TokenDesk {
    var request: OutgoingRequest { OutgoingRequest(method: .post, address: "token") }

    func token(in answer: OutgoingAnswer) -> Token? {
        answer.status == .ok ? Token(text: answer.text, lifetime: .seconds(3_600)) : nil
    }
}

struct PlainLookUp: LookUp {
    var channel: String

    func request(for message: OutgoingMessage, token: String?) -> OutgoingRequest {
        OutgoingRequest(method: .get, address: "look/\(channel)/\(message.id)")
    }

    func finding(in answer: OutgoingAnswer, of message: OutgoingMessage) -> Finding {
        switch answer.text {
        case "delivered": .known(DeliveryReport(.ours(message.id), .delivered, word: "ok"))
        case "on-its-way": .known(DeliveryReport(.ours(message.id), .onItsWay, word: "queued"))
        case "absent": .absent
        default: .unclear
        }
    }
}
