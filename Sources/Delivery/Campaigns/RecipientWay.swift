import Store

/// How somebody is reached.
enum RecipientWay: Equatable {
    case channel(String, network: String?)
    case leftOut(LeftOut)
}

extension DeliverySettings {
    /// As a message of theirs would be routed when it is due; one that STOP or a doubt keeps back has no way.
    func way(to recipient: Recipient) -> RecipientWay {
        if recipient.hasOptedOut { return .leftOut(.stopped) }
        if recipient.isInDoubt { return .leftOut(.numberInDoubt) }
        let network = routes.network(of: recipient.number)
        let ways = ways(to: recipient.number, on: network, in: .people)
        if let way = ways.first(where: { !recipient.blockedChannels.contains($0) }) { return .channel(way, network: network) }
        return .leftOut(ways.isEmpty ? .unreached : .blocked)
    }
}
