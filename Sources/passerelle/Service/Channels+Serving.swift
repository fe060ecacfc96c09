import Conversations
import Gateways
import Server
import Store

extension ChannelConfiguration {
    /// What a turn has to know of it.
    var settings: ChannelSettings {
        ChannelSettings(
            gateway: gateway.name, facts: facts, textingFacts: textingFacts, isTest: isForTests, answering: answering,
            retriesWithin: gateway.retriesWithin)
    }

    private var answering: Answering {
        switch replies {
        case .inAnswer: .inAnswer
        case .asMessage: .asMessage(by: canSend ? name : nil)
        }
    }

    /// The keys that its gateway signs its calls with, where it signs and they are set.
    var signatureKeys: [String] { gateway.signature.flatMap { values[$0.setting] }.map { [$0] } ?? [] }

    fileprivate var proof: CallerProof {
        CallerProof(
            secrets: secrets, networks: networks.compactMap(NetworkRange.init(parsing:)), signature: gateway.signature?.make(values),
            keys: signatureKeys)
    }
}

extension Configuration {
    /// Every channel as the server answers it.
    var servedChannels: [ServedChannel] {
        channels.map { channel in
            ServedChannel(
                settings: channel.settings,
                gateway: channel.gateway.make(
                    GatewaySettings(country: country, code: channel.code, shape: channel.shape, values: channel.values)),
                proof: channel.proof)
        }
    }

    var serverSettings: ServerSettings {
        ServerSettings(
            host: listen.host, port: listen.port, publicAddress: publicAddress, token: token, channels: servedChannels)
    }
}
