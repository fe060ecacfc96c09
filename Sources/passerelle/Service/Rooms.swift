import Conversations
import Delivery
import DialogFiles
import Dialogs
import Foundation
import Store

/// The rooms of one process, wired together after the configuration.
struct Rooms {
    let configuration: Configuration
    let lock: DatabaseLock
    let store: Store
    let shelf: ScriptShelf
    let publisher: Publisher

    /// - Parameter letGo: returns when nothing that we begin is on its way to a contact that is nobody any more.
    func operations(letGo: @escaping @Sendable (Identifier<Kept.Contact>) async -> Void) -> Operator { operations(letGo, nil) }

    /// For a command that has the database to itself.
    func operationsAlone() -> Operator {
        operations({ _ in }, Campaigner(store: store, settings: configuration.deliverySettings, clock: configuration.clock))
    }

    private func operations(
        _ letGo: @escaping @Sendable (Identifier<Kept.Contact>) async -> Void, _ campaigner: Campaigner?
    ) -> Operator {
        Operator(
            store: store, publisher: publisher, clock: configuration.clock, letGo: letGo, settings: configuration.deliverySettings,
            campaigner: campaigner)
    }

    /// Takes the lock and opens the database, or makes it.
    init(_ configuration: Configuration) throws {
        self.configuration = configuration
        do throws(StoreProblem) {
            lock = try DatabaseLock(ofDatabaseAt: configuration.database)
            store = try Store.open(
                at: configuration.database, retention: configuration.retention, space: .standard, clock: configuration.clock,
                chance: World.chance)
        } catch {
            throw CannotRun(error.words.words)
        }
        let settings = configuration.scriptSettings
        shelf = ScriptShelf { files in try settings.compile(files) }
        publisher = Publisher(
            store: store, shelf: shelf, settings: settings, disk: DialogsOnDisk(folder: configuration.dialogs.folder),
            channels: configuration.checkedChannels, clock: configuration.clock)
    }

    /// Sends what waits in the outbox.
    func dispatcher(_ calls: GatewayCalls, onlookers: Onlookers) -> Dispatcher {
        Dispatcher(
            store: store, scripts: shelf, settings: configuration.deliverySettings, call: calls.call, clock: configuration.clock,
            onlookers: onlookers)
    }

    /// Takes the turns of this process; nothing that we begin is on its way to whoever is told that they were heard.
    func turnTaker(letGo: @escaping @Sendable (Identifier<Kept.Contact>) async -> Void) -> TurnTaker {
        let language = configuration.languages.first ?? "fr"
        let shipped = shippedWords(languages: configuration.languages)
        return TurnTaker(
            store: store, scripts: shelf,
            settings: TurnTaker.Settings(
                country: configuration.country, timeZone: configuration.timeZone, words: shipped, language: language,
                resumeWithin: configuration.resumeWithin,
                limits: configuration.limits.turns, doubtAfter: configuration.sameNumberAfter, network: configuration.network,
                leavesBy: configuration.leavesBy, letGo: letGo),
            chance: World.chance)
    }
}

extension Configuration {
    var retention: Retention {
        var retention = Retention.standard
        retention.answers = keep.unfinished
        retention.recordings = keep.recordings
        if let signUps = keep.signUps { retention.signUps = signUps }
        return retention
    }
}
