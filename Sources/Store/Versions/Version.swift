package import Foundation

/// A version of the dialogs by what is in it: the first twelve hexadecimal digits of its files' SHA-256.
package struct VersionID: RawRepresentable, Hashable, Sendable, Codable {
    package var rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }
}

/// When those who are in the middle of a talk go on in a version that becomes live.
package enum Takeover: Equatable, Sendable {
    /// From their next dial, or by SMS an hour after their last message.
    case atNextSession
    /// At their next turn.
    case atOnce
}

/// One state of the dialogs' folder that was ever imported.
package struct Version: Equatable, Sendable {
    package var id: VersionID
    package var made: Date
    /// Who imported it first: a person's name, or `folder`.
    package var by: String
    package var isLive: Bool
    /// When it last became live; nil where it never was.
    package var live: Date?
    package var liveBy: String?
    /// When the folder, or `publish`, last gave exactly this.
    package var imported: Date

    package init(id: VersionID, made: Date, by: String, isLive: Bool, live: Date?, liveBy: String?, imported: Date) {
        self.id = id
        self.made = made
        self.by = by
        self.isLive = isLive
        self.live = live
        self.liveBy = liveBy
        self.imported = imported
    }
}
