import Conversations
import Dialogs
import Dispatch
import Foundation
import Gateways
import Server
import Synchronization

/// Takes turns as the store's writer does, all that wait at once, on a thread of its own, but writes nothing.
final class PretendWriter: Turns {
    private let waiting = Mutex<[CheckedContinuation<Void, Never>]>([])
    private let bell = DispatchSemaphore(value: 0)

    func start() {
        Thread { [self] in
            while true {
                bell.wait()
                let batch = waiting.withLock { waiting in
                    defer { waiting = [] }
                    return waiting
                }
                for continuation in batch { continuation.resume() }
            }
        }.start()
    }

    func take(_ inbound: Inbound, on channel: ChannelSettings, arrived: Date) async -> Outcome {
        await withCheckedContinuation { continuation in
            let isFirst = waiting.withLock { waiting in
                waiting.append(continuation)
                return waiting.count == 1
            }
            if isFirst { bell.signal() }
        }
        return .reply(Reply(text: BenchWeb.screen, ends: false))
    }

    func sessionEnded(_ end: SessionEnd, on channel: ChannelSettings, arrived: Date) async -> Outcome { .none }
}
