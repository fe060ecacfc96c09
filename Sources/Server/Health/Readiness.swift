/// Whether people can be answered.
package enum Readiness: Equatable, Sendable {
    /// With the version of the dialogs that is live.
    case ready(version: String)
    /// With a sentence that says why, and what would mend it.
    case notReady(why: String)
}
