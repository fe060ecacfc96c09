import Dialogs
import Foundation
import Store

/// What came before, came late or comes too often.
extension TurnInHand {
    /// A gateway that gives an SMS neither an id nor a time brings it again within this, after the pause of an HTTP time-out; who writes
    /// the same words once more takes longer to be sure that nothing came. In seconds.
    static let sameWordsWithin = TimeInterval(30)

    /// What was answered to this step when it came before.
    func seen(_ step: StepText, _ session: TakenSession) throws -> StoredReply? {
        if !step.isOwnKey {
            // Nothing tells a retry but the same bytes, soon after: a later `1` is another answer.
            let isRecent =
                if step.message != nil {
                    abs(now.timeIntervalSince(session.touched)) <= Self.sameWordsWithin
                } else if let window = channel.retriesWithin {
                    now.timeIntervalSince(session.touched) <= Double(window.components.seconds)
                } else {
                    false
                }
            guard isRecent, desk.isLast(step.text, of: session) else { return nil }
        }
        return try desk.reply(toStep: step.step, of: session, from: number)
    }

    /// The same bytes as before, and no effect.
    func again(_ stored: StoredReply, _ session: TakenSession) throws -> Outcome {
        switch stored {
        case .reply(let reply): .reply(reply)
        case .nothing: .none
        case .forgotten: try tooLate(session)
        }
    }

    /// A step of a session whose conversation went on elsewhere or is over: a polite end, and nothing is stored.
    func tooLate(_ session: TakenSession) throws -> Outcome {
        let script = try? script(of: session.version).script
        // That the answers are kept is true only where the conversation goes on elsewhere.
        return end(session.state == .detached ? .tooLate : .closed, in: try language(of: session.contact), script)
    }

    func language(of contact: Identifier<Kept.Contact>?) throws -> Language? { try contact.flatMap { try desk.facts(of: $0).language } }

    /// Polite words of the program's own, and no more.
    func end(_ words: ProgramWords.ID, in language: Language?, _ script: Script? = nil, asMessage: Bool = false) -> Outcome {
        let facts = asMessage ? channel.textingFacts : channel.facts
        return .reply(Reply(text: taker.words(words, on: facts, in: language, script), ends: true))
    }
}
