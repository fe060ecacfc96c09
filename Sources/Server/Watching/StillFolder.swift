package import Foundation

/// What is seen of a folder without reading it: path → size and time of the last change.
package typealias FolderSnapshot = [String: FileStamp]

package struct FileStamp: Hashable, Sendable {
    package var size: Int
    package var modified: Date

    package init(size: Int, modified: Date) {
        self.size = size
        self.modified = modified
    }
}

/// Tells when a folder has come to rest in another state than the one last taken.
///
/// An editor saves several files, or one in several steps: what is read in between is broken.
package struct StillFolder: Sendable {
    let rest: Duration
    private var taken: FolderSnapshot
    private var seen: FolderSnapshot
    private var since: ContinuousClock.Instant

    package init(taken: FolderSnapshot, rest: Duration, at now: ContinuousClock.Instant) {
        self.taken = taken
        self.rest = rest
        seen = taken
        since = now
    }

    /// Whether this state is to be taken now; each is told once, for one that does not pass the check would not pass it again.
    package mutating func look(_ snapshot: FolderSnapshot, at now: ContinuousClock.Instant) -> Bool {
        if snapshot != seen {
            seen = snapshot
            since = now
        }
        guard seen != taken, now - since >= rest else { return false }
        taken = seen
        return true
    }
}
