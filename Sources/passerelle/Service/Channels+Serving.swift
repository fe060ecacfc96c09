import Conversations
import Gateways
import Server

extension ChannelConfiguration {
    /// What a turn has to know of it.
    var settings: ChannelSettings {
        ChannelSettings(
            gateway: gateway.name, facts: facts, textingFacts: textingFacts, isTest: isForTests, retriesWithin: gateway.retriesWithin)
    }
}

extension Configuration {
    /// Every channel as the server answers it.
    var servedChannels: [ServedChannel] {
        channels.map { channel in
            ServedChannel(
                settings: channel.settings,
                gateway: channel.gateway.make(GatewaySettings(country: country, code: channel.code, shape: channel.shape)),
                proof: CallerProof(secrets: channel.secrets, networks: channel.networks.compactMap(NetworkRange.init(parsing:))))
        }
    }

    var serverSettings: ServerSettings {
        ServerSettings(
            host: listen.host, port: listen.port, publicAddress: publicAddress, token: token, channels: servedChannels)
    }
}
