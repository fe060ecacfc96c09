import Conversations
import Delivery
import Dialogs
import Foundation
import Gateways
import Logging
import Server
import ServiceLifecycle
import Texting
import UnixSignals

/// Takes every turn at once.
struct SameScreen: Turns {
    func take(_ inbound: Inbound, on channel: ChannelSettings, arrived: Date) async -> Outcome {
        .reply(Reply(text: BenchWeb.screen, ends: false))
    }

    func sessionEnded(_ end: SessionEnd, on channel: ChannelSettings, arrived: Date) async -> Outcome { .none }
}

/// The service as it is served, but that nothing is stored and every turn gives the same screen.
struct WebSide {
    let turns: any Turns

    func run() async throws {
        let clock = { @Sendable in Date() }
        let zone = TimeZone.gmt
        let trace = Trace(channels: [Trace.Channel(name: "ussd", secrets: [])], timeZone: zone, clock: clock)
        let alarms = Alarms(channels: ["ussd"], receiving: ["ussd"], silentAfter: nil, timeZone: zone, clock: clock, ways: [])
        var logger = Logger(label: "web")
        logger.logLevel = .notice
        let web = WebServer(
            ServerSettings(host: "127.0.0.1", port: 0, publicAddress: nil, token: nil, channels: [try channel]), turns: turns,
            readiness: { .ready(version: "v1") },
            watching: { call in
                trace.record(call)
                alarms.hear(callOn: call.channel, at: call.at)
            },
            measurements: nil, logger: logger, now: clock, onRunning: BenchWeb.announce)
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: [web, Tidying(trace: trace)], gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
        try await group.run()
    }

    private struct NoGateway: Error {}

    private struct Tidying: Service {
        let trace: Trace

        func run() async { await cancelWhenGracefulShutdown { await trace.run() } }
    }

    private var channel: ServedChannel {
        get throws {
            let facts = Channel(
                name: "ussd", kind: .ussd, code: "*123#", cost: [:], budget: PageBudget(letters: .ascii, units: 160), takesAnswers: true,
                network: nil)
            guard let kind = Catalogue.kind(named: "africas-talking-ussd") else { throw NoGateway() }
            return ServedChannel(
                settings: ChannelSettings(gateway: kind.name, facts: facts, isTest: false),
                gateway: kind.make(GatewaySettings(country: Country(callingCode: "237"), code: "*123#")), proof: CallerProof())
        }
    }
}
