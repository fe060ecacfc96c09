import Conversations
import Foundation
import Store
import Synchronization

/// What all the lines share.
final class Office: Sendable {
    let store: Store
    let scripts: ScriptShelf
    let settings: DeliverySettings
    let call: Call
    let clock: @Sendable () -> Date
    let onlookers: Onlookers
    let flights = Flights()
    let settler: Settler
    let metrics: DeliveryMetrics
    private let closing = Closing()
    private let troubled = Mutex<Set<String>>([])

    init(
        store: Store, scripts: ScriptShelf, settings: DeliverySettings, call: @escaping Call, clock: @escaping @Sendable () -> Date,
        onlookers: Onlookers
    ) {
        self.store = store
        self.scripts = scripts
        self.settings = settings
        self.call = call
        self.clock = clock
        self.onlookers = onlookers
        settler = Settler(store: store, isClosed: { [closing] in closing.isDone })
        metrics = DeliveryMetrics(channels: settings.channels.map(\.name))
    }

    var isClosed: Bool { closing.isDone }

    func close() { closing.close() }

    /// Whether onlookers were told of trouble with a channel that is not over.
    func isTroubled(_ channel: String) -> Bool { troubled.withLock { $0.contains(channel) } }

    func notice(_ notice: ChannelNotice, on channel: String) {
        troubled.withLock { troubled in
            switch notice {
            case .refuses, .noMoney, .fails: troubled.insert(channel)
            case .works: troubled.remove(channel)
            case .spent, .dayIsOver: break
            }
        }
        onlookers.notice(notice, channel)
    }
}

/// Whether nothing more is sent.
private final class Closing: Sendable {
    private let state = Mutex(false)

    var isDone: Bool { state.withLock { $0 } }

    func close() { state.withLock { $0 = true } }
}
