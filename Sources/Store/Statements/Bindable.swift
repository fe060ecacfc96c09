import Foundation
import GRDBSQLite

/// A value that stands for a `?`; nil stands for NULL.
protocol Bindable: Sendable {
    /// SQLite's own answer.
    func bind(to statement: OpaquePointer, at index: Int32, in space: inout BindingSpace) -> Int32
}

extension Int64: Bindable {
    func bind(to statement: OpaquePointer, at index: Int32, in space: inout BindingSpace) -> Int32 {
        sqlite3_bind_int64(statement, index, self)
    }
}

extension Int: Bindable {
    func bind(to statement: OpaquePointer, at index: Int32, in space: inout BindingSpace) -> Int32 {
        sqlite3_bind_int64(statement, index, Int64(self))
    }
}

extension Bool: Bindable {
    func bind(to statement: OpaquePointer, at index: Int32, in space: inout BindingSpace) -> Int32 {
        sqlite3_bind_int64(statement, index, self ? 1 : 0)
    }
}

extension Double: Bindable {
    func bind(to statement: OpaquePointer, at index: Int32, in space: inout BindingSpace) -> Int32 {
        sqlite3_bind_double(statement, index, self)
    }
}

extension String: Bindable {
    func bind(to statement: OpaquePointer, at index: Int32, in space: inout BindingSpace) -> Int32 {
        var text = self
        return text.withUTF8 { space.bind(text: UnsafeRawBufferPointer($0), to: statement, at: index) }
    }
}

extension Data: Bindable {
    func bind(to statement: OpaquePointer, at index: Int32, in space: inout BindingSpace) -> Int32 {
        withUnsafeBytes { space.bind(blob: $0, to: statement, at: index) }
    }
}

extension [UInt8]: Bindable {
    func bind(to statement: OpaquePointer, at index: Int32, in space: inout BindingSpace) -> Int32 {
        withUnsafeBytes { space.bind(blob: $0, to: statement, at: index) }
    }
}

extension Identifier: Bindable {
    func bind(to statement: OpaquePointer, at index: Int32, in space: inout BindingSpace) -> Int32 {
        uuid.bind(to: statement, at: index, in: &space)
    }
}

extension ShortHash: Bindable {
    func bind(to statement: OpaquePointer, at index: Int32, in space: inout BindingSpace) -> Int32 {
        uuid.bind(to: statement, at: index, in: &space)
    }
}

extension UUID: Bindable {
    func bind(to statement: OpaquePointer, at index: Int32, in space: inout BindingSpace) -> Int32 {
        withUnsafeBytes(of: uuid) { space.bind(blob: $0, to: statement, at: index) }
    }
}
