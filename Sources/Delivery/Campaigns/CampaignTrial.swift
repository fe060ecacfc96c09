package import Conversations
package import Foundation
package import Store
package import Texting

/// A campaign's words to one phone of staff's own, at once.
///
/// An answer and no campaign's message, so that neither quiet hours nor the cap hold it; on a contact of the trials, so that the number
/// stands in no export and no count, and is nobody's who registered.
package struct CampaignTrial: Sendable {
    let store: Store
    let scripts: ScriptShelf
    let settings: DeliverySettings
    let now: Date

    package enum Outcome: Equatable, Sendable {
        /// So many messages, one a language, by that channel.
        case queued(Int, channel: String)
        /// The number has said STOP: it is somebody's after all, and we write to them no more.
        case stopped
        case unreached
        /// The dialogs have no such words.
        case unworded
    }

    package init(store: Store, scripts: ScriptShelf, settings: DeliverySettings, now: Date) {
        self.store = store
        self.scripts = scripts
        self.settings = settings
        self.now = now
    }

    package func send(_ order: CampaignOrder, to number: PhoneNumber) async throws -> Outcome {
        let names = settings.channels.map(\.name)
        let way = settings.routes.ways(to: number, on: nil).first { names.contains($0) }
        guard let channel = settings.channels.first(where: { $0.name == way }) else { return .unreached }
        return try await store.change { desk in
            if try desk.hasOptedOut(number) { return Outcome.stopped }
            let wording = BegunWording(scripts, settings, at: desk, now: now)
            let texts = try wording.samples(of: Campaign(order, at: now), for: channel.settings)
            guard !texts.isEmpty else { return Outcome.unworded }
            let contact = try desk.contact(of: number, .tests, at: now)
            for text in texts {
                try desk.queueAnswer(text, to: contact, cause: "campaign-test", language: nil, by: channel.name, at: now)
            }
            return Outcome.queued(texts.count, channel: channel.name)
        }
    }
}
