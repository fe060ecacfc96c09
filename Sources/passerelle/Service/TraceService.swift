import Delivery
import Dialogs
import Foundation
import Gateways
import Server
import ServiceLifecycle

/// Masks what was exchanged, and lets it go after a day, until the service stops.
struct TraceService: Service {
    let trace: Trace

    func run() async {
        await cancelWhenGracefulShutdown { await trace.run() }
    }
}

extension Configuration {
    /// Every channel with all that it is configured with and nobody may see.
    var tracedChannels: [Trace.Channel] {
        channels.map { channel in
            let own = channel.gateway.settings.filter(\.isSecret).compactMap { channel.values[$0.name] }
            return Trace.Channel(name: channel.name, secrets: channel.secrets + own + [token].compactMap(\.self))
        }
    }
}

/// What `passerelle trace` asks of the running service.
struct TraceOrder: Codable {
    static let command = "trace"

    var channel: String
    /// Only what came behind this number.
    var after: Int
    var language: Spoken
}

extension Trace {
    var controlCommand: ControlCommand {
        ControlCommand(TraceOrder.command) { [self] body in
            guard let order = try? JSONDecoder().decode(TraceOrder.self, from: Data(body)) else {
                throw ControlRefusal("This service is of another version than the command; restart it.")
            }
            guard let lines = lines(of: order.channel, after: order.after) else {
                throw ControlRefusal(order.language.noChannel(order.channel, among: channels))
            }
            return .lines(
                AsyncThrowingStream { stream in
                    for line in lines { stream.yield(line) }
                    stream.finish()
                })
        }
    }
}

extension Spoken {
    fileprivate func noChannel(_ name: String, among channels: [String]) -> String {
        if let near = nearest(to: name, among: channels) {
            return say(
                fr: "il n'y a pas de canal « \(name) » ; vouliez-vous dire « \(near) » ?",
                en: "there is no channel “\(name)”; did you mean “\(near)”?")
        }
        let all = channels.joined(separator: ", ")
        return say(fr: "il n'y a pas de canal « \(name) » ; il y a : \(all)", en: "there is no channel “\(name)”; there are: \(all)")
    }
}
