/// A screen of the folder: `inscription/nom`.
package struct ScreenAddress: Hashable, Sendable, Codable, CustomStringConvertible {
    package var dialog: String
    package var screen: String

    package init(dialog: String, screen: String) {
        self.dialog = dialog
        self.screen = screen
    }

    package var description: String { dialog + "/" + screen }

    // The screen's own name tells nearly all apart, and addresses are compared and looked up many times a turn.
    package static func == (left: ScreenAddress, right: ScreenAddress) -> Bool {
        left.screen == right.screen && left.dialog == right.dialog
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(screen) }
}

/// Where a conversation goes next, as written: `screen`, `file/screen`, `file/` or `return`.
package final class Target: Hashable, Sendable {
    package enum Destination: Hashable, Sendable {
        /// A screen of the same file.
        case screen(String)
        case address(ScreenAddress)
        /// The start of a file.
        case start(dialog: String)
        /// The end of a called dialog.
        case back
    }

    package let place: Place
    package let destination: Destination

    package init(place: Place, destination: Destination) {
        self.place = place
        self.destination = destination
    }

    /// Reads a target; nil where the text is none.
    package init?(parsing text: String, at place: Place) {
        self.place = place
        if text == "return" {
            destination = .back
            return
        }
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard let first = parts.first, ID.isWellFormed(first) else { return nil }
        switch parts.count {
        case 1: destination = .screen(first)
        case 2 where parts[1].isEmpty: destination = .start(dialog: first)
        case 2 where ID.isWellFormed(parts[1]): destination = .address(ScreenAddress(dialog: first, screen: parts[1]))
        default: return nil
        }
    }

    package static func == (left: Target, right: Target) -> Bool {
        (left.place, left.destination) == (right.place, right.destination)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(place)
        hasher.combine(destination)
    }
}

/// What may name a screen, a field, an option or a file: `[a-z][a-z0-9-]*`, at most 40 letters.
package enum ID {
    package static let longest = 40

    package static func isWellFormed(_ text: some StringProtocol) -> Bool {
        guard let first = text.utf8.first, (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first), text.utf8.count <= longest else {
            return false
        }
        return text.utf8.allSatisfy { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
            default: false
            }
        }
    }
}
