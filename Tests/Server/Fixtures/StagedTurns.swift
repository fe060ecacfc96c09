import Conversations
import Dialogs
import Foundation
import Gateways
import Server
import Synchronization
import Texting

/// Takes turns as a test wants them taken, and keeps what it was handed.
final class StagedTurns: Turns {
    typealias Taking = @Sendable (Inbound) async -> Outcome

    private let taking: Taking
    private let ending: Outcome
    private let seen = Mutex<(messages: [Inbound], ends: [SessionEnd])>(([], []))

    init(ending: Outcome = .none, taking: @escaping Taking = { _ in .reply(Reply(text: "Bonjour", ends: false)) }) {
        self.ending = ending
        self.taking = taking
    }

    var messages: [Inbound] { seen.withLock { $0.messages } }
    var ends: [SessionEnd] { seen.withLock { $0.ends } }

    func take(_ inbound: Inbound, on channel: ChannelSettings, arrived: Date) async -> Outcome {
        seen.withLock { $0.messages.append(inbound) }
        return await taking(inbound)
    }

    func sessionEnded(_ end: SessionEnd, on channel: ChannelSettings, arrived: Date) async -> Outcome {
        seen.withLock { $0.ends.append(end) }
        return ending
    }
}

/// A door that a test opens: what waits before it is neither asleep nor busy.
final class Gate: Sendable {
    private struct State {
        var isOpen = false
        var waiting: [CheckedContinuation<Void, Never>] = []
    }

    private let state = Mutex(State())

    func open() {
        let waiting = state.withLock { state in
            defer { state = State(isOpen: true) }
            return state.waiting
        }
        for continuation in waiting { continuation.resume() }
    }

    func passed() async {
        await withCheckedContinuation { continuation in
            let isOpen = state.withLock { state in
                if !state.isOpen { state.waiting.append(continuation) }
                return state.isOpen
            }
            if isOpen { continuation.resume() }
        }
    }
}
