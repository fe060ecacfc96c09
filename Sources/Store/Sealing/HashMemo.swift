import Synchronization

/// The hashes of a turn that the one before it asked for, too: its session's, its number's, and that of the text so far.
///
/// It stands in memory alone, as the sessions that are alive do, and says nothing but what the key would say again.
final class HashMemo<Value: Sendable>: Sendable {
    /// Equal where all bytes are: two texts that Swift takes for equal, with their accents composed or apart, have two hashes.
    private struct Hashed: Hashable {
        var kind: Sealer.Hashed
        var session: SessionKey?
        var text: String

        static func == (one: Hashed, other: Hashed) -> Bool {
            one.kind == other.kind && one.session == other.session && isSame(one.text, other.text)
        }

        func hash(into hasher: inout Hasher) {
            hasher.combine(kind)
            hasher.combine(session)
            var text = text
            text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        }
    }

    /// In bytes: what is longer was typed by no person, and is not worth its room.
    private static var longest: Int { 200 }

    private let lately = Mutex(Lately<Hashed, Value>(most: 8_192))

    func value(_ kind: Sealer.Hashed, _ session: SessionKey?, _ text: String, _ hash: () -> Value) -> Value {
        guard text.utf8.count <= Self.longest else { return hash() }
        let hashed = Hashed(kind: kind, session: session, text: text)
        if let known = lately.withLock({ $0[hashed] }) { return known }
        let value = hash()
        lately.withLock { $0[hashed] = value }
        return value
    }
}
