package import Conversations
package import Foundation
package import Store
import Texting

/// What a campaign would be, were it begun now; nothing is written for it.
package struct CampaignForecast: Equatable, Sendable {
    /// What is said to those of one language over one channel.
    package struct Share: Equatable, Sendable {
        package var language: String
        package var channel: String
        /// A message a person.
        package var estimate = Estimate()
        /// As it would be for somebody who never was.
        package var text = ""
    }

    /// The greatest first.
    package var shares: [Share] = []
    package var leftOut: [LeftOut: Int] = [:]
    /// Those for whom the dialogs have no words.
    package var unworded = 0

    package var total: Estimate { shares.reduce(into: Estimate()) { $0.add($1.estimate) } }
}

/// Walks over those whom a campaign would be for, page by page, so that it takes no more memory for a million than for one.
package struct CampaignForecaster: Sendable {
    let store: Store
    let scripts: ScriptShelf
    let settings: DeliverySettings
    let now: Date

    /// A reader lives for one page.
    private static let looked = 500

    package init(store: Store, scripts: ScriptShelf, settings: DeliverySettings, now: Date) {
        self.store = store
        self.scripts = scripts
        self.settings = settings
        self.now = now
    }

    package func forecast(_ order: CampaignOrder) async throws -> CampaignForecast {
        let campaign = Campaign(order, at: now)
        var count = RecipientCount(campaign: campaign, settings: settings)
        var walked: PageKey?
        repeat {
            let (done, after) = (count, walked)
            (count, walked) = try await store.look { desk in
                var count = done
                let page = try desk.recipients(order.audience, after: after, looked: Self.looked, found: Self.looked)
                for recipient in page.recipients { try count.add(recipient, BegunWording(scripts, settings, at: desk, now: now)) }
                return (count, page.walked)
            }
        } while walked != nil
        return count.forecast
    }
}

private struct RecipientCount: Sendable {
    struct Place: Hashable {
        var language: String
        var channel: String
    }

    let campaign: Campaign
    let settings: DeliverySettings
    private var shares: [Place: CampaignForecast.Share] = [:]
    /// How many parts a text takes that is the same for everybody.
    private var sizes: [Place: Int] = [:]
    private var rest = CampaignForecast()

    init(campaign: Campaign, settings: DeliverySettings) {
        self.campaign = campaign
        self.settings = settings
    }

    mutating func add(_ recipient: Recipient, _ wording: BegunWording) throws {
        let channel: OutgoingChannel
        switch settings.way(to: recipient) {
        case .leftOut(let why):
            rest.leftOut[why, default: 0] += 1
            return
        case .channel(let name, _):
            guard let found = settings.channels.first(where: { $0.name == name }) else { return }
            channel = found
        }
        let place = Place(language: recipient.languageCode, channel: channel.name)
        guard let parts = try sizes[place] ?? parts(of: recipient, wording, channel) else {
            rest.unworded += 1
            return
        }
        if campaign.isSameForAll { sizes[place] = parts }
        if shares[place] == nil {
            let text = try wording.sample(of: campaign, in: recipient.languageCode, for: channel.settings) ?? ""
            shares[place] = CampaignForecast.Share(language: place.language, channel: place.channel, text: text)
        }
        shares[place]?.estimate.add(parts, at: channel.budget.partPrice)
    }

    private func parts(of recipient: Recipient, _ wording: BegunWording, _ channel: OutgoingChannel) throws -> Int? {
        try wording.text(of: campaign, to: recipient, for: channel.settings).map { MessageSize(sms: $0).parts }
    }

    var forecast: CampaignForecast {
        var forecast = rest
        forecast.shares = shares.values.sorted {
            ($1.estimate.messages, $0.language, $0.channel) < ($0.estimate.messages, $1.language, $1.channel)
        }
        return forecast
    }
}
