import Delivery
import Dialogs
import Foundation
import Store
import Texting

/// Carries operations out; the words are in the language of whoever asked.
struct Operator {
    let store: Store
    let publisher: Publisher
    let clock: @Sendable () -> Date
    /// Returns when nothing that we begin is on its way to a contact that is nobody any more.
    let letGo: @Sendable (Identifier<Kept.Contact>) async -> Void
    let settings: DeliverySettings
    /// Queues campaigns' messages where no service runs that does.
    let campaigner: Campaigner?

    func carryOut(_ operation: Operation, by whom: String, in language: Spoken) async -> Operation.Report {
        do {
            switch operation {
            case .publish(let withStale, let now):
                return try await publish(by: whom, withStale: withStale, takingOver: now ? .atOnce : .atNextSession, in: language)
            case .rollback(let version):
                try await publisher.rollBack(to: VersionID(rawValue: version), by: whom)
                return Operation.Report([language.say(fr: "la version \(version) est en ligne", en: "version \(version) is live")])
            case .purge: return .init(language.lines(of: try await store.purge(at: clock())))
            case .pauseSending:
                try await store.pauseSending(at: clock())
                return .init([language.sendingIsPaused, language.line(waiting: try await store.waiting())])
            case .resumeSending:
                try await store.resumeSending()
                return .init([
                    language.say(fr: "l'envoi a repris", en: "sending goes on"), language.line(waiting: try await store.waiting()),
                ])
            case .beginCampaign(let order): return try await begin(order, by: whom, in: language)
            case .changeCampaign(let campaign, let change): return try await self.change(campaign, change, in: language)
            case .testCampaign(let order, let phone): return try await test(order, on: phone, in: language)
            case .erase(let phone):
                let erased = try await store.erase(phone, at: clock())
                for contact in erased { await letGo(contact) }
                return Operation.Report([
                    !erased.isEmpty
                        ? language.say(fr: "tout ce qui concernait ce numéro est effacé", en: "everything about this number is erased")
                        : language.say(fr: "rien n'était enregistré pour ce numéro", en: "nothing was stored of this number")
                ])
            }
        } catch let problem as StoreProblem {
            return Operation.Report([problem.words[language.choice]], isDone: false)
        } catch {
            return Operation.Report(["\(error)"], isDone: false)
        }
    }

    private func publish(
        by whom: String, withStale: Bool, takingOver takeover: Takeover, in language: Spoken
    ) async throws -> Operation.Report {
        switch try await publisher.importFolder(by: whom, withStale: withStale, always: true, takingOver: takeover) {
        case .live(let version, let moved):
            return Operation.Report(
                moved.map { language.line(of: $0) } + [
                    language.say(fr: "la version \(version.rawValue) est en ligne", en: "version \(version.rawValue) is live")
                ])
        case .unchanged:
            return Operation.Report([language.say(fr: "rien n'a changé", en: "nothing has changed")])
        case .broken(let findings):
            let last = language.say(fr: "rien n'a été publié : corrigez ces erreurs", en: "nothing was published: mend these errors")
            return Operation.Report(findings.map { $0.line(in: language.choice) } + [last], isDone: false)
        case .stale(let findings):
            let last = language.say(
                fr: "rien n'a été publié : complétez les traductions, ou ajoutez --with-stale pour montrer la langue source à leur place",
                en: "nothing was published: complete the translations, or add --with-stale to show the source language in their place")
            return Operation.Report(findings.map { $0.line(in: language.choice) } + [last], isDone: false)
        }
    }
}
