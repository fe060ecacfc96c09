import Dialogs
import Logging
import ServiceLifecycle
import Store

/// Looks at the disk every few seconds: what was given up is laid again once there is room, and where a sync has failed the service ends,
/// for its restart to begin from what the log holds.
struct DiskWatch: Service {
    let store: Store
    let logger: Logger

    private static let pause = Duration.seconds(5)

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while !store.mustRestart {
                store.lookAtSpace()
                try await Task.sleep(for: Self.pause)
            }
            logger.critical("\(Bilingual.mustRestart.english)")
        }
    }
}

extension Bilingual {
    static let mustRestart = Bilingual(
        fr:
            "le disque n'a pas gardé ce qu'il devait écrire : le service s'arrête pour repartir de son journal ; vérifiez le disque (dmesg, smartctl)",
        en: "the disk has not kept what it was to write: the service stops, to begin again from its log; check the disk (dmesg, smartctl)")
}
