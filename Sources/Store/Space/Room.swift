/// The room on the disk of the database, as what may be begun depends on it.
package enum Room: Sendable {
    case enough
    /// The ballast was given up for what people may always do, and their way there.
    case short
    /// More than half of the ballast's room is gone too: what is left is for the last step alone.
    case last
}
