import Foundation

/// How much room a service wants on the disk of its database, in bytes.
package struct SpaceRules: Sendable {
    /// Laid aside while there is room, for STOP while there is none: thousands of turns of it.
    package var ballast: Int
    /// With less than this free beside the ballast the disk is full to us: what is begun before it is quite full still ends well.
    package var floor: Int
    /// With less than this free the person who runs it is told.
    package var warning: Int
    /// What is free for us on the disk of a path; nil where nobody can say.
    package var free: @Sendable (_ path: String) -> Int?

    package static let standard = SpaceRules(ballast: 8 << 20, floor: 4 << 20, warning: 500 << 20, free: freeBytes)

    package init(ballast: Int, floor: Int, warning: Int, free: @escaping @Sendable (_ path: String) -> Int?) {
        self.ballast = ballast
        self.floor = floor
        self.warning = warning
        self.free = free
    }

    /// What must be free before the ballast is laid again: enough that it is not given up at once.
    package var enough: Int { ballast + 2 * floor }

    /// Without what the file system keeps for root.
    package static let freeBytes: @Sendable (String) -> Int? = { path in
        var status = statvfs()
        guard statvfs(URL(fileURLWithPath: path).deletingLastPathComponent().path, &status) == 0 else { return nil }
        return Int(status.f_bavail) * Int(status.f_frsize)
    }
}
