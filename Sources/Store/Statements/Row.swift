import Foundation
import GRDBSQLite

/// One row of an answer, read out whole: it holds on to no statement.
struct Row {
    enum Value {
        case null
        case integer(Int64)
        case real(Double)
        case text(String)
        case blob([UInt8])
        /// Sixteen bytes, as identifiers and short hashes have: nearly all blobs of a turn are such, and these need no memory of their own.
        case sixteen(UUID)
    }

    private let values: [Value]

    /// Where its statement stands now.
    init(of statement: OpaquePointer) {
        let count = Int(sqlite3_column_count(statement))
        values = [Value](unsafeUninitializedCapacity: count) { buffer, used in
            for index in 0..<count { buffer.initializeElement(at: index, to: Value(statement, Int32(index))) }
            used = count
        }
    }

    /// A column that cannot be what is asked for is a fault of ours, not of the data's: the tables are STRICT.
    subscript<Column: ColumnValue>(_ index: Int) -> Column {
        guard let value = Column(values[index]) else { preconditionFailure("column \(index) is no \(Column.self)") }
        return value
    }
}

extension Row.Value {
    fileprivate init(_ statement: OpaquePointer, _ index: Int32) {
        switch sqlite3_column_type(statement, index) {
        case SQLITE_INTEGER: self = .integer(sqlite3_column_int64(statement, index))
        case SQLITE_FLOAT: self = .real(sqlite3_column_double(statement, index))
        case SQLITE_TEXT:
            let bytes = UnsafeBufferPointer(start: sqlite3_column_text(statement, index), count: Self.count(statement, index))
            self = .text(String(decoding: bytes, as: UTF8.self))
        case SQLITE_BLOB:
            let bytes = UnsafeRawBufferPointer(start: sqlite3_column_blob(statement, index), count: Self.count(statement, index))
            self = bytes.count == 16 ? .sixteen(UUID(uuid: bytes.loadUnaligned(as: uuid_t.self))) : .blob([UInt8](bytes))
        default: self = .null
        }
    }

    private static func count(_ statement: OpaquePointer, _ index: Int32) -> Int { Int(sqlite3_column_bytes(statement, index)) }
}

/// What a column is read as.
protocol ColumnValue {
    /// nil where it is something else.
    init?(_ value: Row.Value)
}

extension Int64: ColumnValue {
    init?(_ value: Row.Value) {
        guard case .integer(let number) = value else { return nil }
        self = number
    }
}

extension Int: ColumnValue {
    init?(_ value: Row.Value) {
        guard case .integer(let number) = value else { return nil }
        self.init(number)
    }
}

extension Bool: ColumnValue {
    init?(_ value: Row.Value) {
        guard case .integer(let number) = value else { return nil }
        self = number != 0
    }
}

extension Double: ColumnValue {
    init?(_ value: Row.Value) {
        switch value {
        case .real(let number): self = number
        case .integer(let number): self.init(number)
        default: return nil
        }
    }
}

extension String: ColumnValue {
    init?(_ value: Row.Value) {
        guard case .text(let text) = value else { return nil }
        self = text
    }
}

extension Data: ColumnValue {
    init?(_ value: Row.Value) {
        switch value {
        case .blob(let bytes): self = Data(bytes)
        case .sixteen(let uuid): self = uuid.data
        default: return nil
        }
    }
}

extension [UInt8]: ColumnValue {
    init?(_ value: Row.Value) {
        switch value {
        case .blob(let bytes): self = bytes
        case .sixteen(let uuid): self = [UInt8](uuid.data)
        default: return nil
        }
    }
}

extension Identifier: ColumnValue {
    init?(_ value: Row.Value) {
        guard case .sixteen(let uuid) = value else { return nil }
        self.init(uuid)
    }
}

extension ShortHash: ColumnValue {
    init?(_ value: Row.Value) {
        guard case .sixteen(let uuid) = value else { return nil }
        self.init(uuid)
    }
}

extension Optional: ColumnValue where Wrapped: ColumnValue {
    init?(_ value: Row.Value) {
        if case .null = value {
            self = .none
        } else {
            guard let wrapped = Wrapped(value) else { return nil }
            self = wrapped
        }
    }
}
