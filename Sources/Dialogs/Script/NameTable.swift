/// What stands under the names of a script: made once, and asked many times a turn.
///
/// A dictionary's hash withstands names that somebody chooses to collide, and costs more than all else of a look-up; these names are
/// a team's own.
struct NameTable<Value: Sendable>: Sendable {
    private struct Entry {
        let name: String
        let value: Value
        /// The next of the same slot.
        var next: Int?
    }

    private var entries: [Entry] = []
    /// The first entry of each slot; a power of two, so that a slot is the low bits of a hash.
    private var slots: [Int?]

    init(_ values: [(name: String, value: Value)]) {
        var count = 8
        while count < 2 * values.count { count *= 2 }
        slots = Array(repeating: nil, count: count)
        entries.reserveCapacity(values.count)
        // From the last on: of one name, the first is found first.
        for (name, value) in values.reversed() {
            let slot = slot(of: name)
            entries.append(Entry(name: name, value: value, next: slots[slot]))
            slots[slot] = entries.count - 1
        }
    }

    subscript(name: String) -> Value? { first(under: name) { _ in true } }

    /// Of several under one name, the one that is meant.
    @inline(__always)
    func first(under name: String, where isMeant: (Value) -> Bool) -> Value? {
        var next = slots[slot(of: name)]
        while let index = next {
            if entries[index].name == name, isMeant(entries[index].value) { return entries[index].value }
            next = entries[index].next
        }
        return nil
    }

    /// FNV-1a.
    private func slot(of name: String) -> Int {
        let hash = name.utf8.withContiguousStorageIfAvailable(Self.hash) ?? Array(name.utf8).withUnsafeBufferPointer(Self.hash)
        return Int(truncatingIfNeeded: hash ^ hash >> 32) & (slots.count - 1)
    }

    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for byte in name { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}
