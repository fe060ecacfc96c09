import Conversations
import Foundation
import Gateways
import Logging
import ServiceLifecycle

/// Some gateways never say that a session is over: once a minute those that outlived their network's time are taken for dropped.
struct SilentSessions: Service {
    let turns: TurnTaker
    let channels: [(settings: ChannelSettings, total: Duration)]
    let clock: @Sendable () -> Date
    let logger: Logger

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                try await Task.sleep(for: .seconds(60))
                for channel in channels { await drop(on: channel.settings, silentFor: channel.total) }
            }
        }
    }

    private func drop(on channel: ChannelSettings, silentFor total: Duration) async {
        do {
            let count = try await turns.dropSilentSessions(on: channel, silentFor: total, at: clock())
            if count > 0 { logger.info("sessions ended in silence", metadata: ["channel": "\(channel.name)", "sessions": "\(count)"]) }
        } catch {
            logger.error("silent sessions could not be ended", metadata: ["channel": "\(channel.name)", "why": "\(error)"])
        }
    }
}

extension Configuration {
    /// The channels on which people have sessions, with the longest that their network gives one.
    var sessionChannels: [(settings: ChannelSettings, total: Duration)] {
        channels.filter { $0.gateway.carries != .sms }.map { ($0.settings, $0.total) }
    }
}
