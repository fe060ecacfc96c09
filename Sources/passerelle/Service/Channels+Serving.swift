import Conversations
import Gateways
import Server

extension Configuration {
    /// Every channel as the server answers it.
    var servedChannels: [ServedChannel] {
        channels.map { channel in
            ServedChannel(
                settings: ChannelSettings(
                    gateway: channel.gateway.name, facts: channel.facts, textingFacts: channel.textingFacts, isTest: channel.isForTests,
                    retriesWithin: channel.gateway.retriesWithin),
                gateway: channel.gateway.make(GatewaySettings(country: country, code: channel.code, shape: channel.shape)),
                proof: CallerProof(secrets: channel.secrets, networks: channel.networks.compactMap(NetworkRange.init(parsing:))))
        }
    }

    var serverSettings: ServerSettings {
        ServerSettings(
            host: listen.host, port: listen.port, publicAddress: publicAddress, token: token, channels: servedChannels)
    }
}
