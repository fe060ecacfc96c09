import Dialogs
import Synchronization

/// The sessions of the conversations that were last gone on with, so that the next step need not open and read what this one has just
/// written.
///
/// A session counts as that of its very box, byte for byte: whatever else became of the row, it can only be missed here, never be wrong.
final class SessionMemo: Sendable {
    private struct Remembered {
        var box: [UInt8]
        var session: Session
    }

    /// A few kilobytes each.
    private let lately = Mutex(Lately<Identifier<Kept.Conversation>, Remembered>(most: 1_024))

    /// Who takes it is about to go on with it, and what comes of that is remembered anew.
    func take(_ conversation: Identifier<Kept.Conversation>, in box: [UInt8]) -> Session? {
        guard let last = lately.withLock({ $0.take(conversation) }), isSame(last.box, box) else { return nil }
        return last.session
    }

    func remember(_ session: Session, of conversation: Identifier<Kept.Conversation>, in box: [UInt8]) {
        lately.withLock { $0[conversation] = Remembered(box: box, session: session) }
    }

    func forget(_ conversation: Identifier<Kept.Conversation>) {
        lately.withLock { $0[conversation] = nil }
    }
}
