import GRDBSQLite

/// An open file as SQLite holds it: our methods, what we know of it, and behind both the file of SQLite's own VFS.
struct OpenFile {
    static let ofReal = 64
    private static let ofWatched = 16

    typealias Pointer = UnsafeMutablePointer<sqlite3_file>

    private let start: UnsafeMutableRawPointer

    init(_ file: Pointer?) {
        guard let file else { preconditionFailure("SQLite names no file") }
        start = UnsafeMutableRawPointer(file)
    }

    /// The one behind ours, and what can be done with it.
    var real: Pointer { (start + Self.ofReal).assumingMemoryBound(to: sqlite3_file.self) }
    var methods: sqlite3_io_methods { real.pointee.pMethods.pointee }

    var watched: WatchedFile { Unmanaged<WatchedFile>.fromOpaque(place.pointee).takeUnretainedValue() }

    func begin(_ watched: WatchedFile) { place.pointee = Unmanaged.passRetained(watched).toOpaque() }
    func end() { Unmanaged<WatchedFile>.fromOpaque(place.pointee).release() }

    private var place: UnsafeMutablePointer<UnsafeMutableRawPointer> {
        (start + Self.ofWatched).assumingMemoryBound(to: UnsafeMutableRawPointer.self)
    }
}
