import GRDBSQLite

/// One connection's file on a `Disk`.
final class WatchedFile {
    private let disk: Disk
    private let inode: Int
    /// SQLite syncs the folder with the first sync of a log that it has made.
    private var isFolderUnsynced: Bool

    init(disk: Disk, inode: Int, isFolderUnsynced: Bool) {
        self.disk = disk
        self.inode = inode
        self.isFolderUnsynced = isFolderUnsynced
    }

    func read(_ file: OpenFile, _ bytes: UnsafeMutableRawPointer?, _ count: Int32, _ offset: sqlite3_int64) -> Int32 {
        if let fault = disk.struck(.read) { return fault.code }
        return file.methods.xRead(file.real, bytes, count, offset)
    }

    func write(_ file: OpenFile, _ bytes: UnsafeRawPointer?, _ count: Int32, _ offset: sqlite3_int64) -> Int32 {
        let fault = disk.struck(.write) ?? disk.fullness(at: inode, upTo: Int(offset) + Int(count))
        let written = fault.map { count * Int32($0.written) / 16 } ?? count
        if written > 0 {
            let code = file.methods.xWrite(file.real, bytes, written, offset)
            guard code == SQLITE_OK else { return code }
            disk.wrote(inode, at: Int(offset), UnsafeRawBufferPointer(start: bytes, count: Int(written)))
        }
        return fault?.code ?? SQLITE_OK
    }

    func cut(_ file: OpenFile, _ size: sqlite3_int64) -> Int32 {
        if let fault = disk.struck(.cut) { return fault.code }
        let code = file.methods.xTruncate(file.real, size)
        if code == SQLITE_OK { disk.cut(inode, to: Int(size)) }
        return code
    }

    /// The real one is left out: no power is lost here but by the test.
    func sync() -> Int32 {
        if let fault = disk.struck(.sync) {
            disk.failedToSync(inode)
            return fault.code
        }
        disk.synced(inode)
        if isFolderUnsynced { disk.syncedFolder() }
        isFolderUnsynced = false
        return SQLITE_OK
    }
}
