import Foundation

/// How a request reaches the other end.
enum Way: Equatable, Sendable {
    /// By the Unix socket of this path.
    case socket(String)
    case direct
    /// By a proxy, but for the hosts that are excepted.
    case proxy(String, except: String)

    /// A socket by its own path: connecting to it takes at most 107 bytes, a link to it may have more.
    static func socket(orLink path: String) -> Way {
        guard let destination = try? FileManager.default.destinationOfSymbolicLink(atPath: path) else { return .socket(path) }
        return .socket(
            destination.hasPrefix("/")
                ? destination : URL(fileURLWithPath: path).deletingLastPathComponent().appendingPathComponent(destination).path)
    }
}
