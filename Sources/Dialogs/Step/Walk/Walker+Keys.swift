/// What moves a conversation without answering its question.
extension Walker {
    /// The key that was typed; an answer that the open question takes is none, unless it is written with a `#`.
    func key(_ typed: TypedText) -> KeyLine? {
        let keys = situation.channel.keys
        if typed.digits.utf8.first == KeyForm.mark.utf8.first,
            let key = KeyLine.allCases.first(where: { typed.digits == KeyForm.hashed.written($0.key(of: keys)) })
        {
            return key
        }
        guard let key = KeyLine.allCases.first(where: { typed.digits == $0.key(of: keys) }) else { return nil }
        guard session.mode == .screen, let question = situation.openQuestion, case .number = question.expect else { return key }
        return situation.answer(typed, to: question) == nil ? key : nil
    }

    /// Whether the key does something there.
    mutating func press(_ key: KeyLine) -> Bool {
        switch key {
        case .start:
            understood = .start
            if session.mode == .resumeOffer {
                session.history = []
                leaving = nil
            }
            goHome()
            return true
        case .back: return goBack()
        case .more:
            guard session.page + 1 < session.pageCount else { return false }
            understood = .more
            session.page += 1
            session.misses = 0
            tell()
            return true
        case .skip:
            guard let question = situation.openQuestion, question.optional != nil else { return false }
            understood = .skip
            accept(.skipped, to: question)
            return true
        }
    }

    /// On a later page to the page before, from matches to their question, else to the screen before.
    private mutating func goBack() -> Bool {
        if session.isWayOut {
            leaveWayOut()
        } else if session.page > 0 {
            session.page -= 1
            session.misses = 0
            tell()
        } else if session.mode == .matches {
            session.mode = .screen
            present()
        } else {
            guard session.mode != .resumeOffer, let before = situation.placeBefore else { return false }
            while let last = session.history.popLast(), last != before {}
            place(at: before)
            present()
        }
        understood = .back
        return true
    }
}
