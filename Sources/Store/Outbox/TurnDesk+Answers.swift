package import Dialogs
package import Foundation
import Texting

/// What answers an SMS where the gateway takes no words in our answer to its request.
extension TurnDesk {
    /// An answer that comes later than this answers nothing any more (DESIGN §6).
    private static let answerLife = Duration.seconds(3600)

    /// Of a reply that goes back as an SMS in our answer: it is on the operator's bill, too.
    func partsInAnswer(by taken: TakenTurn) -> Int? {
        guard taken.occasion == .message, taken.answering == .inAnswer, let text = taken.turn.reply?.text, !text.isEmpty else { return nil }
        return MessageSize(sms: text).parts
    }

    /// The row that carries the reply; nil where it goes back in our answer.
    func queueAnswer(by taken: TakenTurn) throws -> Data? {
        guard taken.occasion == .message, case .asMessage(let channel) = taken.answering, let reply = taken.turn.reply else { return nil }
        return try queueAnswer(
            reply.text, to: taken.contact, cause: taken.turn.record.screen?.description ?? "", language: taken.turn.session?.language,
            network: taken.network, by: channel, at: taken.now)
    }

    /// Words of the program's own, as to somebody who is cut off; no turn is kept for them.
    @discardableResult
    package func queueAnswer(
        _ text: String, to contact: Identifier<Kept.Contact>, cause: String, language: Language?, network: String? = nil,
        by channel: String?,
        at now: Date
    ) throws -> Data? {
        guard !text.isEmpty else { return nil }
        let id = Identifier<Kept.OutboxRow>(at: now, chance: chance).data
        try db.run(
            """
            INSERT INTO outbox (id, contact, class, cause, language, text_box, due, expires, state, channel, network, created, updated)
            VALUES (?1, ?2, 'answer', ?3, ?4, ?5, ?6, ?7, 'queued', ?8, ?9, ?6, ?6)
            """,
            [
                id, contact.data, cause, language?.rawValue, try sealer.box(text, .message), now.milliseconds,
                now.milliseconds + Self.answerLife.milliseconds, channel, network,
            ])
        bell.ring()
        return id
    }
}
