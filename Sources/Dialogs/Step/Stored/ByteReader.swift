import Foundation

/// Reads what `ByteWriter` wrote.
///
/// What is generic is inlined: unspecialised, a list costs ten times as much.
struct ByteReader {
    private let bytes: UnsafeRawBufferPointer
    private var index = 0
    private var dialog = ""

    /// What is read was cut, or is something else.
    struct Damaged: Error {}

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    var isAtEnd: Bool { index == bytes.count }

    mutating func byte() throws -> UInt8 {
        guard index < bytes.count else { throw Damaged() }
        defer { index += 1 }
        return bytes[index]
    }

    mutating func flag() throws -> Bool { try byte() != 0 }

    mutating func number() throws -> Int {
        var number: UInt = 0
        var shift: UInt = 0
        while true {
            let next = try byte()
            guard shift < UInt(Int.bitWidth) else { throw Damaged() }
            number |= UInt(next & 0x7F) << shift
            if next < 0x80 { return Int(bitPattern: number) }
            shift += 7
        }
    }

    mutating func text() throws -> String { String(decoding: try slice(of: number()), as: UTF8.self) }

    mutating func time() throws -> Date {
        let bits = try slice(of: 8).loadUnaligned(as: UInt64.self)
        return Date(timeIntervalSinceReferenceDate: Double(bitPattern: UInt64(littleEndian: bits)))
    }

    @inline(__always)
    mutating func optional<Value>(_ value: (inout ByteReader) throws -> Value) throws -> Value? {
        try flag() ? value(&self) : nil
    }

    @inline(__always)
    mutating func list<Value>(_ value: (inout ByteReader) throws -> Value) throws -> [Value] {
        var values: [Value] = []
        let count = try count()
        values.reserveCapacity(count)
        for _ in 0..<count { values.append(try value(&self)) }
        return values
    }

    @inline(__always)
    mutating func few<Value>(_ value: (inout ByteReader) throws -> Value) throws -> Few<Value> {
        var (names, values): ([String], [Value]) = ([], [])
        let count = try count()
        names.reserveCapacity(count)
        values.reserveCapacity(count)
        for _ in 0..<count {
            names.append(try text())
            values.append(try value(&self))
        }
        return Few(names: names, values: values)
    }

    mutating func address() throws -> ScreenAddress {
        let named = try text()
        if !named.isEmpty { dialog = named }
        return ScreenAddress(dialog: dialog, screen: try text())
    }

    /// Each of them takes a byte at least.
    private mutating func count() throws -> Int {
        let count = try number()
        guard count >= 0, count <= bytes.count - index else { throw Damaged() }
        return count
    }

    private mutating func slice(of length: Int) throws -> UnsafeRawBufferPointer {
        guard length >= 0, length <= bytes.count - index else { throw Damaged() }
        defer { index += length }
        return UnsafeRawBufferPointer(rebasing: bytes[index..<index + length])
    }
}
