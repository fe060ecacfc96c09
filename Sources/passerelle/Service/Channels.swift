import Dialogs
import Gateways
import Texting

extension ChannelConfiguration {
    /// What the words and the pages of this channel depend on; on one that carries both, those of its sessions.
    var facts: Channel {
        switch gateway.carries {
        case .ussd, .both: facts(of: .ussd)
        case .sms: facts(of: .sms)
        }
    }

    /// The same for an SMS.
    var textingFacts: Channel {
        switch gateway.carries {
        case .ussd: facts(of: .ussd)
        case .sms, .both: facts(of: .sms)
        }
    }

    private func facts(of kind: ChannelKind) -> Channel {
        Channel(
            name: name, kind: kind, code: dialled ?? code ?? sender ?? "", cost: cost,
            budget: PageBudget(letters: letters ?? Self.letters(of: kind), units: page), takesAnswers: answers, network: nil)
    }

    /// A wrong glyph on a USSD screen is worse than a missing accent; an SMS has the accents of GSM 03.38.
    private static func letters(of kind: ChannelKind) -> Letters {
        switch kind {
        case .ussd: .ascii
        case .sms: .gsm
        }
    }
}

extension Configuration {
    /// The channels that dialogs are checked for: the configured ones, and by USSD and SMS as they come where there are none.
    var checkedChannels: [Channel] {
        let configured = channels.map(\.facts)
        return configured.isEmpty ? Self.usualChannels : configured
    }

    static let usualChannels = [
        Channel(
            name: "ussd", kind: .ussd, code: "*123#", cost: [:],
            budget: PageBudget(letters: .ascii, units: ChannelConfiguration.page), takesAnswers: true, network: nil),
        Channel(
            name: "sms", kind: .sms, code: "*123#", cost: [:], budget: PageBudget(letters: .gsm, units: ChannelConfiguration.page),
            takesAnswers: true, network: nil),
    ]
}

extension Configuration {
    /// What the ways through a script cost a person on each channel, within the times that its network gives.
    func costs(_ proved: Examination) -> [PathCost] {
        checkedChannels.flatMap { channel in
            let configured = channels.first { $0.name == channel.name }
            return proved.costs(
                on: channel, idle: configured?.idle ?? ChannelConfiguration.idle,
                total: configured?.total ?? ChannelConfiguration.total)
        }
    }
}
