import Foundation
import GRDBSQLite
import Synchronization

/// A folder whose every call by SQLite is written down, and can be made to fail.
///
/// What is read is the real file, as a process sees it through the kernel's cache; what would be left of it without power is worked out
/// from the calls (`Platter`).
final class Disk: Sendable {
    /// What came to the disk, in its order, and what people were told meanwhile.
    enum Event: Sendable {
        case made(String, inode: Int)
        case wrote(inode: Int, at: Int, [UInt8])
        case cut(inode: Int, to: Int)
        case synced(inode: Int)
        /// The kernel takes what was written for clean from then on, and the next sync says nothing of it.
        case failedToSync(inode: Int)
        case removed(String)
        case syncedFolder
        case told(Int)
    }

    private struct State {
        var events: [Event] = []
        var inodes: [String: Int] = [:]
        var latest = 0
        var fault: Fault?
        var calls: [Fault.Call: Int] = [:]
        var fired = 0
        /// By inode.
        var sizes: [Int: Int] = [:]
        var capacity: Int?
    }

    let folder: URL
    private let state = Mutex(State())

    private struct Known { weak var disk: Disk? }
    private static let known = Mutex<[String: Known]>([:])

    init(_ folder: URL) {
        self.folder = folder
        precondition(Shim.isInstalled)
        Self.known.withLock { $0[folder.path] = Known(disk: self) }
    }

    /// The same disk in another folder, into which the files were copied as the kernel showed them.
    convenience init(_ folder: URL, goingOnFrom other: Disk) {
        self.init(folder)
        let (events, inodes, latest, sizes) = other.state.withLock { ($0.events, $0.inodes, $0.latest, $0.sizes) }
        state.withLock { ($0.events, $0.inodes, $0.latest, $0.sizes) = (events, inodes, latest, sizes) }
    }

    deinit { Self.known.withLock { $0[folder.path] = nil } }

    /// The disk that a path is on; nil for everybody else's.
    static func holding(_ path: String) -> Disk? {
        let folder = (path as NSString).deletingLastPathComponent
        return known.withLock { $0[folder]?.disk }
    }

    var events: [Event] { state.withLock { $0.events } }

    func tell(_ turn: Int) { note(.told(turn)) }

    private func note(_ event: Event) { state.withLock { $0.events.append(event) } }
}

// What SQLite calls.
extension Disk {
    func hasOpened(_ path: String) -> Bool { state.withLock { $0.inodes[(path as NSString).lastPathComponent] != nil } }

    func opened(_ path: String, isNew: Bool) -> Int {
        let name = (path as NSString).lastPathComponent
        return state.withLock { state in
            if let inode = state.inodes[name], !isNew { return inode }
            state.latest += 1
            state.inodes[name] = state.latest
            state.events.append(.made(name, inode: state.latest))
            return state.latest
        }
    }

    func wrote(_ inode: Int, at offset: Int, _ bytes: UnsafeRawBufferPointer) {
        state.withLock { state in
            state.sizes[inode] = max(state.sizes[inode] ?? 0, offset + bytes.count)
            state.events.append(.wrote(inode: inode, at: offset, Array(bytes)))
        }
    }

    func cut(_ inode: Int, to size: Int) {
        state.withLock { state in
            state.sizes[inode] = size
            state.events.append(.cut(inode: inode, to: size))
        }
    }

    func synced(_ inode: Int) { note(.synced(inode: inode)) }
    func failedToSync(_ inode: Int) { note(.failedToSync(inode: inode)) }
    func syncedFolder() { note(.syncedFolder) }

    func removed(_ path: String) {
        let name = (path as NSString).lastPathComponent
        state.withLock { state in
            state.inodes[name] = nil
            state.events.append(.removed(name))
        }
    }
}

// What a test makes of it.
extension Disk {
    /// As large as that, ballast and all; nil as large as anybody likes.
    func hold(_ bytes: Int?) { state.withLock { $0.capacity = bytes } }

    /// What is left of its room.
    var free: Int { state.withLock { ($0.capacity ?? .max) - taken(by: $0) } }

    var used: Int { state.withLock { taken(by: $0) } }

    private func taken(by state: borrowing State) -> Int {
        state.inodes.values.reduce(ballast) { $0 + (state.sizes[$1] ?? 0) }
    }

    /// What lies beside the database at somebody else's hand.
    private var ballast: Int {
        var status = stat()
        return stat(folder.appendingPathComponent("passerelle.ballast").path, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Whether a file can't grow that far.
    func fullness(at inode: Int, upTo end: Int) -> Fault? {
        state.withLock { state in
            guard let capacity = state.capacity else { return nil }
            let growth = end - (state.sizes[inode] ?? 0)
            return growth > 0 && taken(by: state) + growth > capacity ? .fullDisk : nil
        }
    }

    /// From now on calls fail as it says; nil heals the disk.
    func fail(_ fault: Fault?) {
        state.withLock { state in
            state.fault = fault
            state.fired = 0
        }
    }

    /// How often the fault has struck.
    var fired: Int { state.withLock { $0.fired } }

    func calls(_ call: Fault.Call) -> Int { state.withLock { $0.calls[call] ?? 0 } }

    /// Asked before each call.
    func struck(_ call: Fault.Call) -> Fault? {
        state.withLock { state in
            state.calls[call, default: 0] += 1
            guard var fault = state.fault, fault.call == call else { return nil }
            if fault.skips > 0 {
                fault.skips -= 1
                state.fault = fault
                return nil
            }
            state.fired += 1
            if fault.lasting == .once { state.fault = nil }
            return fault
        }
    }
}
