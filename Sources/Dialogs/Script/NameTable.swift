/// What stands under the names of a script: made once, and asked many times a turn.
///
/// A dictionary's hash withstands names that somebody chooses to collide, and costs more than all else of a look-up; these names are
/// a team's own.
struct NameTable<Value: Sendable>: Sendable {
    private struct Entry {
        let name: String
        let hash: UInt
        /// The next of the same slot.
        let next: Int?
    }

    private var entries: [Entry] = []
    private let values: [Value]
    /// The first entry of each slot; a power of two, so that a slot is the low bits of a hash.
    private var slots: [Int?]

    init(_ values: [(name: String, value: Value)]) {
        self.values = values.map(\.value)
        var count = 8
        while count < 4 * values.count { count *= 2 }
        slots = Array(repeating: nil, count: count)
        entries.reserveCapacity(values.count)
        for (index, (name, _)) in values.enumerated() {
            let hash = Self.hash(of: name)
            let slot = slot(of: hash)
            entries.append(Entry(name: name, hash: hash, next: slots[slot]))
            slots[slot] = index
        }
    }

    subscript(name: String) -> Value? { first(under: name) { _ in true } }

    /// Of several under one name, the one that is meant, by its number in the order in which they were given.
    @inline(__always)
    func first(under name: String, where isMeant: (Int) -> Bool) -> Value? {
        let hash = Self.hash(of: name)
        var next = slots[slot(of: hash)]
        while let index = next {
            if entries[index].hash == hash, entries[index].name == name, isMeant(index) { return values[index] }
            next = entries[index].next
        }
        return nil
    }

    private func slot(of hash: UInt) -> Int { Int(bitPattern: hash ^ hash >> 32) & (slots.count - 1) }

    private static func hash(of name: String) -> UInt {
        name.utf8.withContiguousStorageIfAvailable(hash) ?? Array(name.utf8).withUnsafeBufferPointer(hash)
    }

    /// FNV-1a.
    private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> UInt {
        var hash: UInt = 0xCBF2_9CE4_8422_2325
        for byte in name { hash = (hash ^ UInt(byte)) &* 0x100_0000_01B3 }
        return hash
    }
}
