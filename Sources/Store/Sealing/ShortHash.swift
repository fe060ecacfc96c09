import Foundation

/// Half of an HMAC-SHA256: 128 bits are enough where a row would otherwise be mostly hash. It lies in place, as an identifier does.
struct ShortHash: Hashable, Sendable {
    let uuid: UUID

    init(_ uuid: UUID) { self.uuid = uuid }

    /// The first half of a whole one.
    init(of hash: some ContiguousBytes) { uuid = hash.withUnsafeBytes { UUID(uuid: $0.loadUnaligned(as: uuid_t.self)) } }

    var data: Data { uuid.data }
}
