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

    private let remembered = Mutex<[Identifier<Kept.Conversation>: Remembered]>([:])

    /// A few kilobytes each; where they are as many, all are let go and those that go on are read once more.
    private static let most = 1_024

    func session(of conversation: Identifier<Kept.Conversation>, in box: [UInt8]) -> Session? {
        remembered.withLock { remembered in remembered[conversation].flatMap { $0.box == box ? $0.session : nil } }
    }

    func remember(_ session: Session, of conversation: Identifier<Kept.Conversation>, in box: [UInt8]) {
        remembered.withLock { remembered in
            if remembered.count >= Self.most { remembered = [:] }
            remembered[conversation] = Remembered(box: box, session: session)
        }
    }

    func forget(_ conversation: Identifier<Kept.Conversation>) {
        _ = remembered.withLock { $0.removeValue(forKey: conversation) }
    }
}
