import Foundation
import GRDB
import Logging
import Metrics
import Synchronization

/// How much room there is on the disk, and what follows where there is none.
///
/// The ballast lies there exactly while there is room. Where a write finds the disk full, or little is left, it is given up, and only
/// what people may always do is taken (Conversations, `FullDisk`); where room is back, it is laid again and all goes on.
final class DiskSpace: Sendable {
    private let path: String
    private let rules: SpaceRules
    private let ballast: Ballast
    private let state = Mutex(Room.enough)
    private let logger = Logger(label: "passerelle.store")
    private let fullness = Gauge(label: "passerelle_disk_full")
    private let free = Gauge(label: "passerelle_disk_free_bytes")

    init(ofDatabaseAt path: String, _ rules: SpaceRules) {
        self.path = path
        self.rules = rules
        ballast = Ballast(besideDatabaseAt: path, bytes: rules.ballast)
        let left = measure() ?? .max
        let isLaid = ballast.isLaid ? left >= rules.floor : left >= rules.ballast + rules.floor && ballast.lay()
        state.withLock { room in
            if isLaid { fullness.record(0) } else { runShort(&room) }
        }
    }

    var room: Room { state.withLock { $0 } }

    /// Cheap enough for every few seconds.
    func look() {
        guard let left = measure() else { return }
        state.withLock { room in
            switch room {
            case .enough: if left < rules.floor { runShort(&room) }
            case .short, .last:
                guard left < rules.enough || !ballast.lay() else {
                    room = .enough
                    fullness.record(0)
                    logger.notice("there is room on the disk again: everything is taken as before")
                    return
                }
                room = left < rules.ballast / 2 ? .last : .short
            }
        }
    }

    /// What a write ended in.
    func heed(_ error: any Error) {
        switch (error as? DatabaseError)?.resultCode {
        case .SQLITE_FULL?: state.withLock { if $0 == .enough { runShort(&$0) } }
        // A quota, or no room for the log's index, is told as anything.
        case .SQLITE_IOERR?: look()
        default: break
        }
    }

    /// Whether there is room now that was not there for what ended so.
    func gaveWay(to error: any Error) -> Bool {
        guard room == .enough else { return false }
        heed(error)
        return room != .enough
    }

    private func runShort(_ room: inout Room) {
        room = .short
        ballast.giveUp()
        fullness.record(1)
        logger.critical(
            "the disk is full: only STOP and erasures are taken until there is room",
            metadata: ["free": "\(rules.free(path) ?? 0)", "needed": "\(rules.enough)"])
    }

    private func measure() -> Int? {
        let left = rules.free(path)
        if let left { free.record(left) }
        return left
    }
}
