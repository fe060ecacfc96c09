package import Dialogs
package import Foundation
package import Gateways
package import Store
package import Texting

/// Takes a turn: an inbound message to its reply, through the store.
package struct TurnTaker: Sendable {
    /// What holds for the whole service.
    package struct Settings: Sendable {
        package var country: Country
        package var timeZone: TimeZone
        /// The program's own words where no script is live.
        package var words: ProgramWords
        package var language: Language
        /// A person's network by number and by what the gateway says.
        package var network: @Sendable (PhoneNumber, String?) -> String?

        package init(
            country: Country, timeZone: TimeZone, words: ProgramWords, language: Language,
            network: @escaping @Sendable (PhoneNumber, String?) -> String? = { _, told in told }
        ) {
            self.country = country
            self.timeZone = timeZone
            self.words = words
            self.language = language
            self.network = network
        }
    }

    package typealias Step = @Sendable (Session?, Input, Script, Surroundings, inout Chance) -> Turn

    let store: Store
    let scripts: ScriptShelf
    let settings: Settings
    let chance: Chance
    let step: Step

    /// - Parameter chance: what references are drawn from.
    package init(
        store: Store, scripts: ScriptShelf, settings: Settings, chance: Chance,
        step: @escaping Step = { Dialogs.step($0, $1, in: $2, $3, chance: &$4) }
    ) {
        self.store = store
        self.scripts = scripts
        self.settings = settings
        self.chance = chance
        self.step = step
    }

    /// Returns when the turn is durable, or will never be.
    ///
    /// - Parameter arrived: when the message came in; the turn's own time.
    package func take(_ inbound: Inbound, on channel: ChannelSettings, arrived: Date) async -> Outcome { .none }

    /// A gateway's word that a session is over, however late it comes.
    package func sessionEnded(_ end: SessionEnd, on channel: ChannelSettings, arrived: Date) async -> Outcome { .none }
}
