import Conversations
import Delivery
import Dialogs
import Gateways
import Texting

extension Configuration {
    /// Everything that holds for what leaves.
    var deliverySettings: DeliverySettings {
        DeliverySettings(
            channels: channels.compactMap(outgoing), routes: routes, country: country, timeZone: timeZone,
            quiet: QuietHours(from: quiet.from, to: quiet.to), cap: Cap(aDay: limits.messagesADay, aMonth: limits.messagesAMonth))
    }

    private var routes: Routes { Routes(rules: outgoing, prefixes: prefixes) }

    /// nil for a channel that receives and answers alone.
    private func outgoing(_ channel: ChannelConfiguration) -> OutgoingChannel? {
        let way: OutgoingChannel.Way
        if let sending = channel.sending {
            let settings = SenderSettings(
                url: sending.url, sender: channel.sender ?? channel.code, country: country, values: channel.values,
                shape: channel.shape)
            way = .gateway(sending.make(settings))
        } else if channel.isForTests {
            way = .screen
        } else {
            return nil
        }
        return OutgoingChannel(
            settings: channel.settings, way: way,
            budget: OutgoingChannel.Budget(
                rate: channel.rate, partPrice: channel.partPrice, dailyParts: channel.dailyParts, dailyMoney: channel.dailyMoney),
            statusAddress: statusAddress(of: channel))
    }

    /// What is worded in a turn and leaves later, such as a confirmation, is worded for the first channel that reaches the person; nil where
    /// none does. It asks for an answer only where all of them take one: the next is tried where the first one fails.
    var leavesBy: @Sendable (PhoneNumber, String?) -> Channel? {
        let settings = deliverySettings
        return { number, network in
            let channels = settings.wordings(to: number, on: network).map(\.textingFacts)
            var first = channels.first
            first?.takesAnswers = channels.allSatisfy(\.takesAnswers)
            return first
        }
    }

    /// A person's network. Gateways have names of their own for it (`62401`): one that the configuration uses counts, else the number's
    /// beginning says it, else whatever the gateway says.
    var network: @Sendable (PhoneNumber, String?) -> String? {
        let routes = routes
        let names = Set(prefixes.keys).union(outgoing.compactMap(\.network))
        return { number, told in
            if let told, names.contains(told) { return told }
            return routes.network(of: number) ?? told
        }
    }
}
