import Dialogs
import Foundation
import Logging
import Server
import Store

/// Keeps the live version in step with the dialogs' folder, and says what is wrong with it when it can't.
struct FolderImport {
    let publisher: Publisher
    let store: Store
    let isWatched: Bool
    let logger: Logger

    /// Without watching, a changed folder waits for `publish`; but the first start has nothing else to say.
    func atStart() async {
        let hasLive = (try? await store.liveVersion()) ?? nil
        guard isWatched || hasLive == nil else { return }
        if await publisher.isAsImported() {
            // It was sound when it was imported. What the configuration of now has against it is told while people are answered.
            Task.detached(priority: .background) { await take() }
        } else {
            await take()
        }
    }

    private func take() async {
        do {
            switch try await publisher.importFolder(by: "folder", withStale: true, always: false) {
            case .live(let version, let moved):
                logger.notice("the dialogs' folder is live", metadata: ["version": "\(version.rawValue)"])
                for option in moved {
                    logger.warning("an option has another number", metadata: ["option": "\(Spoken.here.line(of: option))"])
                }
            case .unchanged: logger.info("the dialogs' folder is what was imported last")
            case .broken(let findings), .stale(let findings):
                logger.error(
                    "the dialogs' folder has errors; what was live stays live",
                    metadata: ["errors": "\(findings.count)", "first": "\(findings.first?.line(in: .ofThisTerminal) ?? "")"])
                for finding in findings { Terminal.complain(finding.line(in: .ofThisTerminal)) }
            }
        } catch {
            logger.error("the dialogs' folder could not be imported; what was live stays live", metadata: ["why": "\(error)"])
        }
    }

    func readiness() async -> Readiness {
        let health = await store.health()
        if health.mustRestart { return .notReady(why: Bilingual.mustRestart.words) }
        if health.room != .enough { return .notReady(why: StoreProblem.diskFull.words.words) }
        if health.isFailing { return .notReady(why: Bilingual.cannotStore.words) }
        guard let live = health.live else { return .notReady(why: (isWatched ? Bilingual.folderBroken : .notPublished).words) }
        return .ready(version: live.rawValue)
    }

    /// - Parameter imported: the folder as it was before `atStart` read it: what was saved since must not be missed.
    func watch(from imported: FolderSnapshot) -> FolderWatch {
        let disk = publisher.disk
        return FolderWatch(imported: imported, snapshot: { disk.snapshot() }, changed: { _ in await take() })
    }
}

extension Bilingual {
    fileprivate static let cannotStore = Bilingual(
        fr: "rien ne peut être écrit en ce moment ; vérifiez la place sur le disque (passerelle doctor)",
        en: "nothing can be written at the moment; check the space on the disk (passerelle doctor)")

    fileprivate static let folderBroken = Bilingual(
        fr: "aucune version des dialogues n'est en ligne : « passerelle check » dit ce qu'il faut corriger",
        en: "no version of the dialogs is live: `passerelle check` says what to mend")

    fileprivate static let notPublished = Bilingual(
        fr: "aucune version des dialogues n'est en ligne : lancez « passerelle publish »",
        en: "no version of the dialogs is live: run `passerelle publish`")
}

extension DialogsOnDisk {
    /// What is seen of the folder without reading it; empty where it can't be looked at.
    func snapshot() -> FolderSnapshot {
        let manager = FileManager.default
        guard let names = try? manager.contentsOfDirectory(atPath: folder) else { return [:] }
        var seen: FolderSnapshot = [:]
        for name in names where isPart(name) {
            let path = URL(filePath: folder).appending(path: name).path
            guard let facts = try? manager.attributesOfItem(atPath: path) else { continue }
            let size = (facts[.size] as? NSNumber)?.intValue ?? 0
            seen[name] = FileStamp(size: size, modified: facts[.modificationDate] as? Date ?? .distantPast)
        }
        return seen
    }
}
