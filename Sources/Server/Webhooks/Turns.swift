package import Conversations
package import Foundation
package import Gateways

/// What takes the turns: `TurnTaker`, but in tests.
package protocol Turns: Sendable {
    func take(_ inbound: Inbound, on channel: ChannelSettings, arrived: Date) async -> Outcome
    func sessionEnded(_ end: SessionEnd, on channel: ChannelSettings, arrived: Date) async -> Outcome
}

extension TurnTaker: Turns {}
