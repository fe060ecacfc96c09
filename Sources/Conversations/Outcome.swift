package import Dialogs

/// What became of a message; everything but a reply comes with the polite words to show instead, fitted to the channel's letters.
package enum Outcome: Equatable, Sendable {
    /// Durable, or the stored reply of a step that came again.
    case reply(Reply)
    /// Durable, and there is nothing to say.
    case none
    /// Too many wait already, or the disk is full.
    case refused(words: String)
    /// It waited so long that the gateway has given it up; nothing of it is stored.
    case withdrawn(words: String)
    /// It could not be made durable.
    case failed(words: String)
    /// No version of the dialogs is live, or none that can be read.
    case noScript(words: String)
}
