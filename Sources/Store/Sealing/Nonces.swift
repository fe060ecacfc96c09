import Crypto
import Foundation
import Synchronization

/// Nonces for boxes, from the system's randomness, which is asked for many at a time: a turn seals three boxes, and would ask six times.
final class Nonces: Sendable {
    private let drawn = Mutex((bytes: [UInt8](), used: 0))

    /// In bytes, of AES-GCM (NIST SP 800-38D §5.2.1.1).
    private static let size = 12
    private static let atOnce = 340 * size

    func next() throws -> AES.GCM.Nonce {
        let bytes = drawn.withLock { drawn in
            if drawn.used == drawn.bytes.count { drawn = (Self.draw(), 0) }
            defer { drawn.used += Self.size }
            return drawn.bytes[drawn.used..<drawn.used + Self.size]
        }
        return try AES.GCM.Nonce(data: bytes)
    }

    private static func draw() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: atOnce) { buffer, used in
            guard let start = buffer.baseAddress else { return }
            arc4random_buf(start, atOnce)
            used = atOnce
        }
    }
}
