package import Foundation

/// An identifier that we made (a UUID of version 7), of one kind of thing.
package struct Identifier<Of>: Hashable, Sendable {
    package let uuid: UUID

    package init(_ uuid: UUID) { self.uuid = uuid }

    /// RFC 9562 §5.7: 48 bits of milliseconds, then chance, so that what is made later sorts later and is appended.
    package init(at now: Date, chance: Chance) {
        let milliseconds = UInt64(max(0, now.timeIntervalSince1970 * 1000))
        var bytes = [UInt8](repeating: 0, count: 16)
        for index in 0..<6 { bytes[index] = UInt8(truncatingIfNeeded: milliseconds >> (8 * UInt64(5 - index))) }
        for (index, byte) in chance.bytes(10).enumerated() { bytes[6 + index] = byte }
        bytes[6] = bytes[6] & 0x0F | 0x70
        bytes[8] = bytes[8] & 0x3F | 0x80
        uuid = UUID(bytes: bytes)
    }
}

extension UUID {
    /// From sixteen bytes; what is missing counts as zero.
    init(bytes: some Collection<UInt8>) {
        var raw: uuid_t = (0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)
        withUnsafeMutableBytes(of: &raw) { $0.copyBytes(from: bytes.prefix(16)) }
        self.init(uuid: raw)
    }

    var data: Data { withUnsafeBytes(of: uuid) { Data($0) } }
}

/// What an `Identifier` may name.
package enum Kept {
    package enum Contact {}
    package enum Conversation {}
    package enum SignUp {}
    package enum Callback {}
    package enum OutboxRow {}
    package enum Campaign {}
}
