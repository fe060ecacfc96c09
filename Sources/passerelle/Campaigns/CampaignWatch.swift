import Dialogs
import Foundation
import Store
import UnixSignals

/// Shows how far a campaign is, until it is over or nobody wants to look any more; looking on or not changes nothing.
struct CampaignWatch {
    let store: Store
    /// As `passerelle campaigns` shows it.
    let short: String

    /// How often it is looked at, and how often a line is written where there is no terminal to write over.
    private static let look = Duration.seconds(1)
    private static let linesEvery = 30

    func run() async throws {
        guard let id = try await store.campaigns().first(where: { $0.campaign.id.short == short })?.campaign.id else { return }
        // Before the first line is shown: who sees one may leave.
        let interruptions = await UnixSignalsSequence(trapping: .sigint)
        try await withThrowingTaskGroup(of: Bool.self) { group in
            group.addTask {
                try await follow(id)
                return false
            }
            group.addTask {
                for await _ in interruptions { return true }
                return false
            }
            let wasLeft = try await group.next() ?? false
            group.cancelAll()
            if wasLeft {
                Terminal.complain("")
                Terminal.say(
                    Bilingual(
                        fr:
                            "la campagne continue ; pour la voir, la mettre en pause ou l'arrêter : passerelle campaigns [pause|resume|stop \(short)]",
                        en: "the campaign goes on; to see, pause or stop it: passerelle campaigns [pause|resume|stop \(short)]"))
            }
        }
    }

    private func follow(_ id: Identifier<Kept.Campaign>) async throws {
        let isTerminal = isatty(STDERR_FILENO) == 1
        var looks = 0
        while !Task.isCancelled, let progress = try await store.progress(of: id) {
            let isLast = progress.isOver || progress.campaign.state == .paused
            let line = Spoken.here.line(of: progress)
            if isTerminal {
                // Over what was written before, to the end of the line.
                Terminal.complain(isLast ? "\r\(line)\u{1B}[K" : "\r\(line)\u{1B}[K\u{1B}[A")
            } else if isLast || looks.isMultiple(of: Self.linesEvery) {
                Terminal.complain(line)
            }
            if isLast {
                Spoken.here.leftOut(progress.leftOut).forEach { Terminal.complain($0) }
                return
            }
            looks += 1
            try await Task.sleep(for: Self.look)
        }
    }
}
