import ArgumentParser
import Delivery
import Dialogs
import Foundation
import Logging
import Metrics
import Server
import ServiceLifecycle
import Store
import UnixSignals

/// `passerelle serve`: the service.
struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Runs the service until it is told to stop (Ctrl-C, SIGTERM).",
        discussion: "Example: passerelle serve --config Config/passerelle.yaml")

    @OptionGroup var config: ConfigurationOption

    func run() async throws {
        let configuration = try config.read()
        configuration.log.bootstrap(now: configuration.clock)
        let measurements = Measurements()
        MetricsSystem.bootstrap(measurements)
        let logger = Logger(label: "passerelle")
        let rooms = try Rooms(configuration)
        let importing = FolderImport(publisher: rooms.publisher, store: rooms.store, isWatched: configuration.dialogs.watch, logger: logger)
        let snapshot = rooms.publisher.disk.snapshot()
        await importing.atStart()

        let calls = GatewayCalls(configuration)
        let lookout = Lookout(configuration)
        let dispatcher = rooms.dispatcher(calls, onlookers: lookout.onlookers)
        let alarms = lookout.alarms(by: dispatcher)
        let turns = rooms.turnTaker(letGo: { await dispatcher.letGo($0) })
        let web = WebServer(
            configuration.serverSettings, turns: turns,
            reports: ReportTaker(store: rooms.store, settings: configuration.deliverySettings), readiness: { await importing.readiness() },
            pages: try rooms.pages(), watching: lookout.watch(alarms), measurements: measurements, logger: logger, now: configuration.clock,
            onRunning: { port in Greeting(configuration: configuration, port: port).lines.forEach { Terminal.complain($0) } })
        let backups = Backups(store: rooms.store, clock: configuration.clock, logger: logger)
        let control = ControlSocket(
            path: ControlClient.socket(of: configuration),
            commands: [
                rooms.operations(letGo: { await dispatcher.letGo($0) }).controlCommand, lookout.trace.controlCommand,
                backups.controlCommand,
            ], logger: logger)
        var services: [any Service] = [
            web, control, backups, DiskWatch(store: rooms.store, logger: logger), FileSizes(ofDatabaseAt: configuration.database),
            Upkeep(store: rooms.store, clock: configuration.clock, logger: logger),
            SilentSessions(turns: turns, channels: configuration.sessionChannels, clock: configuration.clock, logger: logger),
        ]
        services += lookout.services(alarms)
        if configuration.dialogs.watch { services.append(importing.watch(from: snapshot)) }
        // The last is stopped first: what is on its way is reported while there is somebody to take the report.
        services.append(Sending(dispatcher: dispatcher, client: calls.client, logger: logger))
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(
                services: services.map { .init(service: NamedService($0), successTerminationBehavior: .gracefullyShutdownGroup) },
                gracefulShutdownSignals: [.sigterm, .sigint], logger: logger)
        )
        do {
            try await group.run()
        } catch let failure as BindFailure {
            await rooms.store.close()
            throw CannotRun(failure.words.words)
        } catch let problem as NotASocket {
            await rooms.store.close()
            throw CannotRun(problem.words.words)
        }
        await rooms.store.close()
        if rooms.store.mustRestart {
            Terminal.say(.mustRestart)
            // Not the code of a service that cannot run: systemd is to start it again.
            throw ExitCode(1)
        }
        logger.info("stopped; every turn under way was finished")
    }
}
