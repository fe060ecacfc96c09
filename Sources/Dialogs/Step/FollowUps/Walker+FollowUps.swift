import Foundation

/// What is sent later where a conversation comes to rest in the middle.
extension Walker {
    /// After a session that dropped.
    mutating func invite() {
        // The end of a session may be told when the conversation has long gone on by SMS.
        guard session.shownBy != .sms else { return }
        plan(
            .continueBySMS, for: situation.openDialog?.continueBySMS,
            until: TimeInterval(situation.surroundings.resumeWithin.components.seconds))
    }

    /// After a message that leaves a question open.
    mutating func nudge() {
        guard said?.ends == false, session.shownBy == .sms else { return }
        plan(.nudge, for: situation.openDialog?.nudge, until: Situation.openBySMS)
    }

    /// - Parameter end: how long after the person last did something there is still something to go on with, in seconds.
    private mutating func plan(_ kind: PlannedFollowUp.Kind, for followUp: FollowUp?, until end: TimeInterval) {
        guard let followUp, let dialog = session.place?.dialog, !situation.contact.hasOptedOut else { return }
        let due = now.addingTimeInterval(TimeInterval(followUp.after.components.seconds))
        let expires = session.touched.addingTimeInterval(end)
        guard due < expires else { return }
        let text = situation.beginning.text(followUp.say, kind: .sms)
        effects.append(.followUp(PlannedFollowUp(kind: kind, dialog: dialog, text: text, due: due, expires: expires)))
    }
}

extension Situation {
    /// The dialog that the person is in, where a question or a review of it is open.
    fileprivate var openDialog: Dialog? {
        guard let place = session.place else { return nil }
        return switch screen?.kind {
        case .question, .review: script.dialogs[place.dialog]
        case .menu, .page, .route, .call, .end, nil: nil
        }
    }
}
