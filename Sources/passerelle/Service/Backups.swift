import Dialogs
import Foundation
import Logging
import Metrics
import Server
import ServiceLifecycle
import Store
import Synchronization

/// Copies the live database, one copy at a time, for the command that asked; and tells when the last backup was made.
final class Backups: Service {
    private enum State {
        case idle
        case copying(BackupProgress)
        case copied(Date)
        case failed(BackupProblem)
    }

    private let store: Store
    private let clock: @Sendable () -> Date
    private let logger: Logger
    private let state = Mutex(State.idle)
    private let isStopping = Atomic(false)
    private let last = Gauge(label: "passerelle_backup_last_timestamp_seconds")
    private let (parts, asking) = AsyncStream<String>.makeStream()

    init(store: Store, clock: @escaping @Sendable () -> Date, logger: Logger) {
        self.store = store
        self.clock = clock
        self.logger = logger
        last.record(0)
    }

    func run() async {
        if let moment = try? await store.lastBackup() { last.record(moment.timeIntervalSince1970.rounded()) }
        await withTaskCancellationOrGracefulShutdownHandler {
            for await part in parts { await copy(to: part) }
        } onCancelOrGracefulShutdown: { [self] in
            isStopping.store(true, ordering: .relaxed)
            asking.finish()
        }
    }

    /// At most a fifth of the writer's time goes into a copy, however slow the disk is.
    private static let rest = (shortest: Duration.milliseconds(4), times: 4)

    private func copy(to part: String) async {
        let pace = BackupPace(
            rest: { took in try? await Task.sleep(for: max(Self.rest.shortest, took * Self.rest.times)) },
            goesOn: { [self] in !isStopping.load(ordering: .relaxed) })
        do {
            let moment = try await store.copy(to: part, pace, clock: clock) { progress in
                state.withLock { $0 = .copying(progress) }
            }
            state.withLock { $0 = .copied(moment) }
        } catch {
            let problem = error as? BackupProblem ?? .stopped
            logger.error("the backup could not be made", metadata: ["why": "\(problem.words.english)"])
            state.withLock { $0 = .failed(problem) }
        }
    }

    func answer(_ order: BackupOrder) async throws -> BackupAnswer {
        switch order.wish {
        case .begin(let part):
            let isFree = state.withLock { state in
                if case .copying = state { return false }
                state = .copying(BackupProgress())
                return true
            }
            guard isFree else { throw ControlRefusal(order.language.isUnderWay) }
            asking.yield(part)
            return .copying(BackupProgress())
        case .look:
            return switch state.withLock({ $0 }) {
            case .idle: .failed(BackupProblem.stopped.words[order.language.choice])
            case .copying(let progress): .copying(progress)
            case .copied(let moment): .copied(moment)
            case .failed(let problem): .failed(problem.words[order.language.choice])
            }
        case .keep(let moment):
            try await store.keptBackup(of: moment)
            last.record(moment.timeIntervalSince1970.rounded())
            logger.info("a backup was made")
            return .copied(moment)
        }
    }

    var controlCommand: ControlCommand {
        ControlCommand(BackupOrder.command) { [self] body in
            guard let order = try? JSONDecoder().decode(BackupOrder.self, from: Data(body)) else {
                throw ControlRefusal("This service is of another version than the command; restart it.")
            }
            return .json(Array(try JSONEncoder().encode(try await answer(order))))
        }
    }
}

/// What `passerelle backup` asks of the running service.
struct BackupOrder: Codable {
    enum Wish: Codable {
        /// The database is to be copied to that file, which is the command's to finish.
        case begin(part: String)
        case look
        /// What was copied is a backup now.
        case keep(Date)
    }

    static let command = "backup"

    var wish: Wish
    var language: Spoken
}

enum BackupAnswer: Codable {
    case copying(BackupProgress)
    /// With the moment that the copy shows.
    case copied(Date)
    case failed(String)
}

extension Spoken {
    fileprivate var isUnderWay: String {
        say(fr: "une sauvegarde est déjà en cours ; attendez sa fin", en: "a backup is under way already; wait for its end")
    }
}
