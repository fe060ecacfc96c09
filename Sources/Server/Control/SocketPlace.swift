import Foundation

/// Where the control socket lies: at its path, or, where that is too long for a socket, at the end of a link that lies there.
struct SocketPlace: Equatable, Sendable {
    /// Bytes of a Unix socket's path without the NUL behind it (`sun_path`, unix(7)).
    static let longest = 107

    /// Where everybody looks for it.
    let path: String
    /// Where it is.
    let socket: String

    /// Makes the place ready; what an earlier run left there is removed.
    init(path: String) throws {
        self.path = path
        try Self.clear(path)
        guard path.utf8.count > Self.longest else {
            socket = path
            return
        }
        let folder = try Self.privateFolder()
        socket = folder + "/passerelle.sock"
        try FileManager.default.createSymbolicLink(atPath: path, withDestinationPath: socket)
    }

    func remove() { try? Self.clear(path) }

    /// For this user alone.
    private static func privateFolder() throws -> String {
        var template = Array((NSTemporaryDirectory() + "/passerelle-XXXXXX").utf8CString)
        guard let made = mkdtemp(&template) else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EIO) }
        return String(cString: made)
    }

    private static func clear(_ path: String) throws {
        let files = FileManager.default
        if let linked = try? files.destinationOfSymbolicLink(atPath: path) {
            let folder = URL(fileURLWithPath: linked).deletingLastPathComponent()
            // Only a folder that we made, should somebody have put a link of their own here.
            if folder.lastPathComponent.hasPrefix("passerelle-") { try? files.removeItem(at: folder) }
            try files.removeItem(atPath: path)
        } else if let type = try? files.attributesOfItem(atPath: path)[.type] as? FileAttributeType {
            guard type == .typeSocket else { throw NotASocket(path: path) }
            try files.removeItem(atPath: path)
        }
    }
}

/// Something else lies where the control socket belongs; it is left alone.
package struct NotASocket: Error, Equatable, Sendable, CustomStringConvertible {
    package var path: String

    package init(path: String) { self.path = path }

    package var description: String { "\(path) is no socket; move it away, since the service's control socket belongs there." }
}
