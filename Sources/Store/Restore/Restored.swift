package import Foundation

/// What a restore did, in counts, for the person who asked for it.
package struct Restored: Equatable, Sendable {
    /// What was known of the time between the backup and the restore, from the database that was replaced.
    package enum Knowledge: Equatable, Sendable {
        /// All of it.
        case whole
        /// There was no database, or that of another installation.
        case none
        /// It could not be read, or not whole.
        case damaged
    }

    package var knowledge = Knowledge.none
    /// The moment that the backup shows; nil for a file that `passerelle backup` did not make.
    package var shows: Date?
    package var contacts = 0
    package var signUps = 0
    /// People and sign-ups that were erased since, and are again.
    package var erasedAgain = 0
    /// Whether there is an `erased.log` at all.
    package var hasErasureLog = false
    /// Numbers that said STOP since.
    package var stopsKept = 0
    /// Messages that had left since, and are known to have.
    package var messagesSettled = 0
    /// Messages that waited at the time of the backup and may have left since: ended, so that nobody gets them twice.
    package var messagesEnded = 0
    /// Messages that still wait.
    package var messagesWaiting = 0
    package var isSendingPaused = false
    /// Where the database lies that was replaced.
    package var kept: String?

    package init() {}
}
