import GRDBSQLite

/// Where the bytes that are bound to a statement lie for as long as it runs, side by side: SQLite's own copies would each take memory from
/// the system and give it back.
struct BindingSpace {
    private var free: UnsafeMutableRawBufferPointer

    /// In bytes, enough for a turn, and the most that Swift lays on the stack; SQLite copies what does not fit.
    private static let size = 1_024

    /// SQLite copies what it is given before it returns (`SQLITE_TRANSIENT`, which C writes as -1).
    private static let copied = unsafeBitCast(-1, to: sqlite3_destructor_type.self)

    /// - Parameter work: does all that is done with what is bound.
    static func with<Result>(_ work: (inout BindingSpace) throws -> Result) rethrows -> Result {
        try withUnsafeTemporaryAllocation(byteCount: size, alignment: 1) { buffer in
            var space = BindingSpace(free: buffer)
            return try work(&space)
        }
    }

    mutating func bind(text: UnsafeRawBufferPointer, to statement: OpaquePointer, at index: Int32) -> Int32 {
        keep(text) { sqlite3_bind_text(statement, index, $0.assumingMemoryBound(to: CChar.self), Int32(text.count), $1) }
    }

    mutating func bind(blob: UnsafeRawBufferPointer, to statement: OpaquePointer, at index: Int32) -> Int32 {
        keep(blob) { sqlite3_bind_blob(statement, index, $0, Int32(blob.count), $1) }
    }

    /// - Parameter bind: is never given NULL, which SQLite would take for no value at all: an empty text lies somewhere, too.
    private mutating func keep(_ bytes: UnsafeRawBufferPointer, _ bind: (UnsafeRawPointer, sqlite3_destructor_type?) -> Int32) -> Int32 {
        guard let start = free.baseAddress, bytes.count <= free.count else {
            return bytes.baseAddress.map { bind($0, Self.copied) } ?? SQLITE_NOMEM
        }
        if let source = bytes.baseAddress { start.copyMemory(from: source, byteCount: bytes.count) }
        free = UnsafeMutableRawBufferPointer(rebasing: free[bytes.count...])
        return bind(start, nil)
    }
}
