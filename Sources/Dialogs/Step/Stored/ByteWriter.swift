import Foundation

/// Writes values one behind the other: numbers as varints (seven bits a byte, the lowest first), texts with their length before them.
///
/// Into room of its own: an array would ask at each byte whether it is shared.
struct ByteWriter: ~Copyable {
    private var room: UnsafeMutablePointer<UInt8>
    private var size: Int
    private var count = 0
    /// Nearly all screens of a conversation are of one dialog.
    private var dialog = ""

    /// - Parameter capacity: the bytes that are expected; there can be more.
    init(capacity: Int) {
        room = .allocate(capacity: capacity)
        size = capacity
    }

    deinit { room.deallocate() }

    var bytes: [UInt8] { Array(UnsafeBufferPointer(start: room, count: count)) }

    @inline(__always)
    private mutating func makeRoom(for more: Int) {
        if more > size - count { grow(by: more) }
    }

    private mutating func grow(by more: Int) {
        size = max(2 * size, count + more)
        let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: size)
        larger.initialize(from: room, count: count)
        room.deallocate()
        room = larger
    }

    /// Where there is room.
    @inline(__always)
    private mutating func put(_ byte: UInt8) {
        room[count] = byte
        count += 1
    }

    mutating func write(_ flag: Bool) { write(flag ? 1 as UInt8 : 0) }

    @inline(__always)
    mutating func write(_ byte: UInt8) {
        makeRoom(for: 1)
        put(byte)
    }

    /// - Parameter number: not negative.
    mutating func write(_ number: Int) {
        makeRoom(for: Self.longestNumber)
        put(number)
    }

    /// In bytes of seven bits.
    private static let longestNumber = (Int.bitWidth + 6) / 7

    @inline(__always)
    private mutating func put(_ number: Int) {
        var rest = UInt(bitPattern: number)
        while rest >= 0x80 {
            put(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        put(UInt8(truncatingIfNeeded: rest))
    }

    mutating func write(_ text: String) {
        let isWritten: Void? = text.utf8.withContiguousStorageIfAvailable { write($0) }
        // Of a string that comes from elsewhere.
        if isWritten == nil { Array(text.utf8).withUnsafeBufferPointer { write($0) } }
    }

    @inline(__always)
    private mutating func write(_ utf8: UnsafeBufferPointer<UInt8>) {
        makeRoom(for: Self.longestNumber + utf8.count)
        put(utf8.count)
        if let start = utf8.baseAddress { (room + count).initialize(from: start, count: utf8.count) }
        count += utf8.count
    }

    /// To the bit: what is read back is equal.
    mutating func write(_ time: Date) {
        var bits = time.timeIntervalSinceReferenceDate.bitPattern
        makeRoom(for: 8)
        for _ in 0..<8 {
            put(UInt8(truncatingIfNeeded: bits))
            bits >>= 8
        }
    }

    @inline(__always)
    mutating func write<Value>(_ value: Value?, _ each: (inout ByteWriter, Value) -> Void) {
        if let value {
            write(true)
            each(&self, value)
        } else {
            write(false)
        }
    }

    @inline(__always)
    mutating func write<Values: Collection>(_ values: Values, _ each: (inout ByteWriter, Values.Element) -> Void) {
        write(values.count)
        for value in values { each(&self, value) }
    }

    @inline(__always)
    mutating func write<Value>(_ values: Few<Value>, _ each: (inout ByteWriter, Value) -> Void) {
        write(values.names.count)
        for index in values.names.indices {
            write(values.names[index])
            each(&self, values.values[index])
        }
    }

    /// An empty dialog, which no screen has, says that it is that of the screen before.
    mutating func write(_ address: ScreenAddress) {
        if address.dialog == dialog {
            write(0)
        } else {
            write(address.dialog)
            dialog = address.dialog
        }
        write(address.screen)
    }
}
