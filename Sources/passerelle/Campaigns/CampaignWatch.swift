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
    /// After so many looks at which nothing had left there is nothing to look at for a while.
    private static let mostStill = 30

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
        var (left, still) = (-1, 0)
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
            (left, still) = (progress.left, progress.left == left ? still + 1 : 0)
            if still >= Self.mostStill {
                Terminal.complain("")
                return Terminal.say(try await reason)
            }
            try await Task.sleep(for: Self.look)
        }
    }

    private var reason: Bilingual {
        get async throws {
            if try await store.isSendingPaused() {
                return Bilingual(
                    fr: "l'envoi est en pause : rien ne part avant « passerelle sending resume »",
                    en: "sending is paused: nothing leaves before `passerelle sending resume`")
            }
            return Bilingual(
                fr:
                    "rien ne part pour l'instant (heures calmes, plafond par personne, limite du jour, ou un canal en panne : voir « passerelle doctor ») ; la campagne continue d'elle-même : passerelle campaigns",
                en:
                    "nothing leaves just now (quiet hours, the cap a person, the day's limit, or a channel in trouble: see `passerelle doctor`); the campaign goes on by itself: passerelle campaigns"
            )
        }
    }
}
