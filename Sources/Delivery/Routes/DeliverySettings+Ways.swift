package import Conversations
import Store
package import Texting

extension DeliverySettings {
    /// The channels that may carry a message, in the order in which they are tried. A trial never leaves by a channel of people, and
    /// nobody's message ends on a screen that others look at.
    func ways(to number: PhoneNumber, on network: String?, in realm: Realm) -> [String] {
        let own = channels.filter { $0.realm == realm }.map(\.name)
        if realm == .tests { return own }
        return routes.ways(to: number, on: network).filter { own.contains($0) }
    }

    /// What the words of a message to somebody depend on, for each channel that may carry it.
    package func wordings(to number: PhoneNumber, on network: String?) -> [ChannelSettings] {
        ways(to: number, on: network, in: .people).compactMap { way in channels.first { $0.name == way }?.settings }
    }

    /// As `ways`, for what waits or has failed on a channel; none for staff's trial on a channel of people, which is for that one alone.
    func ways(onFrom channel: String, to number: PhoneNumber, on network: String?, in realm: Realm) -> [String] {
        guard channels.contains(where: { $0.name == channel && $0.realm == realm }) else { return [] }
        return ways(to: number, on: network, in: realm)
    }
}
