package import Dialogs
package import Foundation

/// What staff want sent, checked against the live dialogs.
package struct CampaignOrder: Sendable, Codable {
    package var audience: Audience
    /// The audience as staff wrote it.
    package var written: String
    /// By language; those of the source language are for everybody who has none of their own.
    package var texts: [Language: String]
    /// The target that an answer opens; also what is said, where there are no texts.
    package var opens: String?
    /// How long it may be on its way, from when it is ordered.
    package var life: Duration

    package init(audience: Audience, written: String, texts: [Language: String], opens: String?, life: Duration) {
        self.audience = audience
        self.written = written
        self.texts = texts
        self.opens = opens
        self.life = life
    }
}

extension Campaign {
    /// What an order would make, before it is one.
    package init(_ order: CampaignOrder, at now: Date) {
        self.init(
            id: Identifier(Data()), texts: order.texts, opens: order.opens,
            expires: Date(milliseconds: now.milliseconds + order.life.milliseconds), state: .filling)
    }
}
