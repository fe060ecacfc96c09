import Delivery
import Dialogs
import Foundation
import Store
import Texting

/// Campaigns in words.
extension Spoken {
    func lines(of forecast: CampaignForecast) -> [String] {
        var lines: [String] = []
        for share in forecast.shares {
            let size = MessageSize(sms: share.text)
            lines.append("\(share.language) → \(share.channel): \(words(for: share.estimate))")
            lines += share.text.split(separator: "\n", omittingEmptySubsequences: false).map { "    \($0)" }
            lines.append("    (\(size.units) \(size.encoding.rawValue), \(say(fr: "parties", en: "parts")): \(size.parts))")
        }
        let persons = forecast.total.messages
        lines.append(say(fr: "en tout : \(persons) personnes, ", en: "in all: \(persons) persons, ") + words(for: forecast.total))
        lines += leftOut(forecast.leftOut).map { say(fr: "sans message, ", en: "without a message, ") + $0 }
        if forecast.unworded > 0 {
            lines.append(
                say(
                    fr: "sans message, les dialogues n'ont pas ces mots : \(forecast.unworded)",
                    en: "without a message, the dialogs have no such words: \(forecast.unworded)"))
        }
        return lines
    }

    func line(of progress: CampaignProgress) -> String {
        var parts = [
            "\(progress.campaign.id.short) \(name(of: progress.campaign.state, isOver: progress.isOver))",
            say(fr: "en file \(progress.queued)", en: "queued \(progress.queued)"),
            say(fr: "en attente \(progress.waiting)", en: "waiting \(progress.waiting)"),
            say(fr: "partis \(progress.left)", en: "left \(progress.left)"),
            say(fr: "remis \(progress.delivered)", en: "delivered \(progress.delivered)"),
        ]
        if progress.underWay > 0 { parts.append(say(fr: "en route \(progress.underWay)", en: "on the way \(progress.underWay)")) }
        parts += progress.ended.sorted { $0.key < $1.key }.map { reason, count in
            (EndReason(rawValue: reason).map { words(for: $0) } ?? reason) + " \(count)"
        }
        return parts.joined(separator: ", ")
    }

    func leftOut(_ counts: [LeftOut: Int]) -> [String] {
        LeftOut.allCases.compactMap { why in
            counts[why].map { count in
                switch why {
                case .stopped: say(fr: "ont dit STOP : \(count)", en: "said STOP: \(count)")
                case .numberInDoubt:
                    say(fr: "numéro peut-être à quelqu'un d'autre : \(count)", en: "number perhaps somebody else's: \(count)")
                case .blocked: say(fr: "bloqués par la passerelle : \(count)", en: "blocked by the gateway: \(count)")
                case .unreached: say(fr: "aucun canal n'atteint leur numéro : \(count)", en: "no channel reaches their number: \(count)")
                }
            }
        }
    }

    private func name(of state: Campaign.State, isOver: Bool) -> String {
        switch state {
        case .filling: say(fr: "se prépare", en: "being queued")
        case .running: isOver ? say(fr: "terminée", en: "done") : say(fr: "en cours", en: "running")
        case .paused: say(fr: "en pause", en: "paused")
        case .stopped: say(fr: "arrêtée", en: "stopped")
        }
    }
}
