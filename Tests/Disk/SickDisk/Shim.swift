import Foundation
import GRDBSQLite

/// A VFS over SQLite's own, the default one of this process: what lies in the folder of a `Disk` goes by it, everything else past it.
///
/// GRDB names no VFS when it opens a database, and so needs to know nothing of this one.
enum Shim {
    static let isInstalled = install()

    private typealias VFS = UnsafeMutablePointer<sqlite3_vfs>

    /// Ours, and behind it the methods of our files: both live as long as the process, for SQLite keeps them.
    private struct Installed {
        var vfs: sqlite3_vfs
        var methods: sqlite3_io_methods
    }

    private static func install() -> Bool {
        guard let real = sqlite3_vfs_find(nil) else { return false }
        let installed = UnsafeMutablePointer<Installed>.allocate(capacity: 1)
        installed.initialize(to: Installed(vfs: real.pointee, methods: methods))
        return installed.withMemoryRebound(to: sqlite3_vfs.self, capacity: 1) { vfs in
            vfs.pointee.pNext = nil
            vfs.pointee.zName = UnsafePointer(strdup("sick"))
            vfs.pointee.pAppData = UnsafeMutableRawPointer(real)
            vfs.pointee.szOsFile = Int32(OpenFile.ofReal) + real.pointee.szOsFile
            vfs.pointee.xOpen = { Shim.open($0, $1, $2, $3, $4) }
            vfs.pointee.xDelete = { Shim.remove($0, $1, $2) }
            vfs.pointee.xAccess = { Shim.real($0).pointee.xAccess(Shim.real($0), $1, $2, $3) }
            vfs.pointee.xFullPathname = { Shim.real($0).pointee.xFullPathname(Shim.real($0), $1, $2, $3) }
            return sqlite3_vfs_register(vfs, 1) == SQLITE_OK
        }
    }

    private static func real(_ vfs: VFS?) -> VFS {
        guard let real = vfs?.pointee.pAppData else { preconditionFailure("SQLite names no VFS") }
        return real.assumingMemoryBound(to: sqlite3_vfs.self)
    }

    private static func open(
        _ vfs: VFS?, _ name: sqlite3_filename?, _ file: OpenFile.Pointer?, _ flags: Int32, _ told: UnsafeMutablePointer<Int32>?
    ) -> Int32 {
        let real = real(vfs)
        guard let vfs, let name, let file, let disk = Disk.holding(String(cString: name)) else {
            return real.pointee.xOpen(real, name, file, flags, told)
        }
        file.pointee.pMethods = nil
        if let fault = disk.struck(.open) { return fault.code }
        let path = String(cString: name)
        // The main file is made empty before SQLite opens it.
        var status = stat()
        let isEmpty = stat(path, &status) != 0 || (status.st_size == 0 && flags & SQLITE_OPEN_MAIN_DB != 0)
        let isNew = isEmpty && !disk.hasOpened(path)
        let code = real.pointee.xOpen(real, name, OpenFile(file).real, flags, told)
        guard code == SQLITE_OK else { return code }
        let isLog = flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL) != 0
        OpenFile(file).begin(WatchedFile(disk: disk, inode: disk.opened(path, isNew: isNew), isFolderUnsynced: isNew && isLog))
        file.pointee.pMethods = vfs.withMemoryRebound(to: Installed.self, capacity: 1) { installed in
            withUnsafePointer(to: &installed.pointee.methods) { $0 }
        }
        return SQLITE_OK
    }

    private static func remove(_ vfs: VFS?, _ name: UnsafePointer<CChar>?, _ syncsFolder: Int32) -> Int32 {
        let real = real(vfs)
        guard let name, let disk = Disk.holding(String(cString: name)) else { return real.pointee.xDelete(real, name, syncsFolder) }
        if let fault = disk.struck(.remove) { return fault.code }
        let code = real.pointee.xDelete(real, name, syncsFolder)
        guard code == SQLITE_OK else { return code }
        disk.removed(String(cString: name))
        if syncsFolder != 0 { disk.syncedFolder() }
        return code
    }

    /// Of the second version: without memory maps, past which we could not look.
    private static var methods: sqlite3_io_methods {
        var methods = sqlite3_io_methods()
        methods.iVersion = 2
        methods.xClose = { file in
            let file = OpenFile(file)
            file.end()
            return file.methods.xClose(file.real)
        }
        methods.xRead = { OpenFile($0).watched.read(OpenFile($0), $1, $2, $3) }
        methods.xWrite = { OpenFile($0).watched.write(OpenFile($0), $1, $2, $3) }
        methods.xTruncate = { OpenFile($0).watched.cut(OpenFile($0), $1) }
        methods.xSync = { file, _ in OpenFile(file).watched.sync() }
        methods.xFileSize = { OpenFile($0).methods.xFileSize(OpenFile($0).real, $1) }
        methods.xLock = { OpenFile($0).methods.xLock(OpenFile($0).real, $1) }
        methods.xUnlock = { OpenFile($0).methods.xUnlock(OpenFile($0).real, $1) }
        methods.xCheckReservedLock = { OpenFile($0).methods.xCheckReservedLock(OpenFile($0).real, $1) }
        // SQLite's own would make the file longer at its own hand, where no write is seen.
        methods.xFileControl = { file, what, argument in
            what == SQLITE_FCNTL_SIZE_HINT ? SQLITE_OK : OpenFile(file).methods.xFileControl(OpenFile(file).real, what, argument)
        }
        methods.xSectorSize = { OpenFile($0).methods.xSectorSize(OpenFile($0).real) }
        methods.xDeviceCharacteristics = { OpenFile($0).methods.xDeviceCharacteristics(OpenFile($0).real) }
        methods.xShmMap = { OpenFile($0).methods.xShmMap(OpenFile($0).real, $1, $2, $3, $4) }
        methods.xShmLock = { OpenFile($0).methods.xShmLock(OpenFile($0).real, $1, $2, $3) }
        methods.xShmBarrier = { OpenFile($0).methods.xShmBarrier(OpenFile($0).real) }
        methods.xShmUnmap = { OpenFile($0).methods.xShmUnmap(OpenFile($0).real, $1) }
        return methods
    }
}
