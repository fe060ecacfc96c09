/// Why a message of the outbox ended without having left.
package enum EndReason: String, Sendable, CaseIterable {
    /// The person asked us to begin nothing.
    case stopped
    case cancelled
    case numberMoved = "number-moved"
    /// The number may be somebody else's, and nobody said otherwise in time.
    case numberInDoubt = "number-in-doubt"
    /// Its time was over before it could leave.
    case expired
    /// Its sign-up is closed.
    case closed
    /// The dialogs have no such words any more.
    case gone
    /// No channel reaches this number.
    case noRoute = "no-route"
    /// Every channel that reaches this number is blocked by its gateway.
    case blocked
    /// The person has had as much as they may have, until after its time.
    case capped
    /// No gateway took it, however often it was tried.
    case notTaken = "not-taken"
    /// Staff stopped the campaign.
    case campaignStopped = "campaign-stopped"
    /// It waited when the backup was made that was restored, and may have left since.
    case restored
}
