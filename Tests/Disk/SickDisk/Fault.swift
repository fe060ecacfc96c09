import GRDBSQLite

/// How a call of SQLite to the disk goes wrong.
struct Fault: Sendable {
    enum Call: Sendable {
        case open, read, write, cut, sync, remove
    }

    enum Lasting: Sendable {
        case once
        /// Until the disk is healed.
        case on
    }

    var call: Call
    /// SQLite's name of it.
    var code: Int32
    /// Of a write that fails, how much of it is there all the same, in sixteenths.
    var written = 0
    /// Calls that still go well.
    var skips = 0
    var lasting = Lasting.on
}

extension Fault {
    static let fullDisk = Fault(call: .write, code: SQLITE_FULL)
    static let failedWrite = Fault(call: .write, code: ErrorCode.write)
    static let shortWrite = Fault(call: .write, code: SQLITE_FULL, written: 7)
    static let failedSync = Fault(call: .sync, code: ErrorCode.sync)
    static let failedRead = Fault(call: .read, code: ErrorCode.read)
    static let failedCut = Fault(call: .cut, code: ErrorCode.cut)

    /// SQLite's macros for these are sums, which Swift does not take over.
    private enum ErrorCode {
        static let read = SQLITE_IOERR | 1 << 8
        static let write = SQLITE_IOERR | 3 << 8
        static let sync = SQLITE_IOERR | 4 << 8
        static let cut = SQLITE_IOERR | 6 << 8
    }

    func after(_ calls: Int, _ lasting: Lasting) -> Fault {
        var fault = self
        (fault.skips, fault.lasting) = (calls, lasting)
        return fault
    }
}
