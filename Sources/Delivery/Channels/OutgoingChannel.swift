package import Conversations
package import Gateways
import Store
package import Texting

/// A channel that what we begin can leave by.
package struct OutgoingChannel: Sendable {
    package enum Way: Sendable {
        case gateway(any Sender)
        /// Straight to a phone that no network stands before: the one on the screen, or that of a played conversation.
        case screen
    }

    /// What it costs and how much of it there may be.
    package struct Budget: Equatable, Sendable {
        /// Messages a second.
        package var rate: Int
        /// Of one part, until the gateway says what it really was.
        package var partPrice: Money?
        package var dailyParts: Int?
        package var dailyMoney: Money?

        /// Whether a day's sending can come to its end.
        var isLimited: Bool { dailyParts != nil || dailyMoney != nil }

        package init(rate: Int, partPrice: Money? = nil, dailyParts: Int? = nil, dailyMoney: Money? = nil) {
            self.rate = rate
            self.partPrice = partPrice
            self.dailyParts = dailyParts
            self.dailyMoney = dailyMoney
        }
    }

    /// What the words depend on, and whether it is a trial channel, which carries no message of people's.
    package var settings: ChannelSettings
    package var way: Way
    package var budget: Budget
    /// Where its gateway brings its reports, with the proof of the caller in it.
    package var statusAddress: String?

    package var name: String { settings.name }

    var realm: Realm { settings.isTest ? .tests : .people }

    package init(settings: ChannelSettings, way: Way, budget: Budget, statusAddress: String? = nil) {
        self.settings = settings
        self.way = way
        self.budget = budget
        self.statusAddress = statusAddress
    }
}
