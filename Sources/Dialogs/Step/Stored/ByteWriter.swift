import Foundation

/// Writes values one behind the other: numbers as varints (seven bits a byte, the lowest first), texts with their length before them.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []
    /// Nearly all screens of a conversation are of one dialog.
    private var dialog = ""

    init(capacity: Int) { bytes.reserveCapacity(capacity) }

    mutating func write(_ flag: Bool) { bytes.append(flag ? 1 : 0) }

    mutating func write(_ byte: UInt8) { bytes.append(byte) }

    /// - Parameter number: not negative.
    mutating func write(_ number: Int) {
        var rest = UInt(bitPattern: number)
        while rest >= 0x80 {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(truncatingIfNeeded: rest))
    }

    mutating func write(_ text: String) {
        var text = text
        text.withUTF8 { utf8 in
            write(utf8.count)
            bytes.append(contentsOf: utf8)
        }
    }

    /// To the bit: what is read back is equal.
    mutating func write(_ time: Date) {
        withUnsafeBytes(of: time.timeIntervalSinceReferenceDate.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func write<Value>(_ value: Value?, _ each: (inout ByteWriter, Value) -> Void) {
        write(value != nil)
        if let value { each(&self, value) }
    }

    mutating func write<Values: Collection>(_ values: Values, _ each: (inout ByteWriter, Values.Element) -> Void) {
        write(values.count)
        for value in values { each(&self, value) }
    }

    /// An empty dialog, which no screen has, says that it is that of the screen before.
    mutating func write(_ address: ScreenAddress) {
        write(address.dialog == dialog ? "" : address.dialog)
        write(address.screen)
        dialog = address.dialog
    }
}
