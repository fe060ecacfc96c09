import Foundation

/// A number is no proof of a person: after a long silence it is asked first whose it is.
extension Walker {
    /// A dial or a message, which waits where it must first be known whose number this is.
    mutating func arrive(_ news: Session.Pending) {
        session.isAsked = nil
        guard situation.contact.isDoubted else { return proceed(with: news) }
        guard case .texted(let text) = news else { return askWhoseNumber(before: news) }
        let typed = TypedText(text)
        // These show nothing of anybody.
        if let command = situation.command(typed), command.id != .menu {
            obey(command)
            words = kept(typed)
        } else if session.mode == .sameNumber, session.shownBy == .sms, situation.isFresh {
            answerSameNumber(typed)
        } else {
            askWhoseNumber(before: news)
            words = kept(typed)
        }
    }

    private mutating func proceed(with news: Session.Pending) {
        switch news {
        case .dialled(let path): dial(path)
        case .texted(let text): self.text(text)
        }
    }

    /// What was open is the other's, perhaps.
    private mutating func askWhoseNumber(before news: Session.Pending) {
        forgetAll()
        session.mode = .sameNumber
        session.pending = news.cut
        present()
        understood = .sameNumber
    }

    mutating func answerSameNumber(_ typed: TypedText) {
        session.touched = now
        let option: Meant =
            switch situation.channel.kind {
            case .ussd: self.option(typed).map { .one($0) } ?? .nothing
            case .sms: situation.understood(typed, among: session.shown)
            }
        switch option {
        case .one(.same): settle(.sameContact)
        case .one(.other):
            situation.contact = Contact(
                language: nil, hasOptedOut: situation.contact.hasOptedOut, signUps: [], referencesLockedUntil: nil)
            session.language = script.source
            situation.surroundings.opening = nil
            settle(.newContact)
        case .several(let options): ask(which: options)
        case .one, .nothing: miss()
        }
        words = words ?? kept(typed)
    }

    /// What had come is done as if it came now.
    private mutating func settle(_ effect: Effect) {
        effects.append(effect)
        situation.contact.isDoubted = false
        let pending = session.pending
        forgetAll()
        isNew = true
        proceed(with: pending ?? .dialled([]))
        askedAt = nil
        if understood != .unexpected {
            understood = .sameNumber
            words = nil
        }
    }
}

extension Situation {
    fileprivate var isFresh: Bool { surroundings.now.timeIntervalSince(session.touched) < Self.openBySMS }
}

extension Session.Pending {
    /// A session stays small, and what is longer than a few messages is no answer to anything.
    private static let longest = 1000

    fileprivate var cut: Self {
        switch self {
        case .dialled(let path): .dialled(path.prefix(Frame.deepest).map { String($0.prefix(80)) })
        case .texted(let text): .texted(String(text.prefix(Self.longest)))
        }
    }
}
