import Delivery
import Foundation
import Store
import Texting

/// What waits to leave, and why it does not.
struct SendingExam {
    let configuration: Configuration

    /// In seconds: what waits longer than that is held up by something.
    private static let patience = TimeInterval(15 * 60)

    func symptoms() async -> [Symptom] {
        var symptoms = clock() + unknownNetworks()
        guard FileManager.default.fileExists(atPath: configuration.database),
            let store = try? Store.openToRead(at: configuration.database)
        else { return symptoms }
        do {
            let isPaused = try await store.isSendingPaused()
            if isPaused {
                symptoms.append(
                    Symptom(
                        .warning, "sending", fr: "l'envoi est en pause : passerelle sending resume",
                        en: "sending is paused: passerelle sending resume"))
            }
            let (oldest, withoutChannel) = try await store.overdue(at: configuration.clock())
            if withoutChannel > 0 { symptoms.append(stranded(withoutChannel)) }
            if let oldest, !isPaused { symptoms += late(since: oldest) }
            symptoms += foreign(try await store.currenciesSpent())
        } catch {
            symptoms.append(Symptom(.error, "sending", fr: "la file d'envoi ne se lit pas", en: "the outbox can't be read"))
        }
        return symptoms
    }

    private func clock() -> [Symptom] {
        guard configuration.ahead > .zero else { return [] }
        return [
            Symptom(
                .warning, "clock",
                fr: "« clock.ahead » avance l'horloge du service : seulement pour essayer, jamais pour de vraies personnes",
                en: "`clock.ahead` puts the service's clock forward: for trying things out, never with real people")
        ]
    }

    /// A rule that nothing may ever lead to.
    private func unknownNetworks() -> [Symptom] {
        let names = Set(configuration.outgoing.compactMap(\.network)).subtracting(configuration.prefixes.keys).sorted()
        return names.map { name in
            Symptom(
                .warning, "sending",
                fr:
                    "« outgoing » nomme le réseau \(name), et « prefixes » ne dit pas quels numéros y sont : seule une passerelle peut le dire",
                en: "`outgoing` names the network \(name), and `prefixes` does not say which numbers it has: only a gateway can tell")
        }
    }

    private func stranded(_ count: Int) -> Symptom {
        let sending = configuration.channels.filter { $0.sending != nil }.map(\.name)
        if configuration.outgoing.contains(where: { sending.contains($0.via) }) {
            return Symptom(
                .warning, "sending", fr: "messages sans canal : \(count) ; aucune règle de « outgoing » ne convient à leur numéro",
                en: "messages without a channel: \(count); no rule of `outgoing` fits their numbers")
        }
        return Symptom(
            .warning, "sending",
            fr:
                "messages sans canal : \(count) ; aucun canal de « outgoing » n'envoie à des personnes : donnez « url » à un canal SMS et nommez-le dans « outgoing »",
            en:
                "messages without a channel: \(count); no channel of `outgoing` sends to people: give an SMS channel its `url` and name it in `outgoing`"
        )
    }

    private func late(since oldest: Date) -> [Symptom] {
        let minutes = Int(configuration.clock().timeIntervalSince(oldest) / 60)
        guard TimeInterval(minutes * 60) >= Self.patience else { return [] }
        let wait = minutes < 120 ? "\(minutes) min" : "\(minutes / 60) h"
        return [
            Symptom(
                .warning, "sending", fr: "le plus ancien message attend depuis \(wait) (heures calmes et limites à part, voyez le journal)",
                en: "the oldest message has waited for \(wait) (quiet hours and limits apart, see the log)")
        ]
    }

    /// A limit in a currency that nothing is paid in holds nothing.
    private func foreign(_ spent: [String: Set<String>]) -> [Symptom] {
        configuration.channels.compactMap { channel in
            guard let limit = channel.dailyMoney, let currencies = spent[channel.name] else { return nil }
            let others = currencies.subtracting([limit.currency]).sorted().joined(separator: ", ")
            guard !others.isEmpty else { return nil }
            return Symptom(
                .warning, "channels.\(channel.name)",
                fr: "« daily-money » est en \(limit.currency), et ses messages ont coûté en \(others) : la limite ne les compte pas",
                en: "`daily-money` is in \(limit.currency), and its messages cost \(others): the limit does not count them")
        }
    }
}
