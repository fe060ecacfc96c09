import Delivery
import Dialogs
import Foundation
import Store
import Texting

extension Operator {
    func begin(_ order: CampaignOrder, by whom: String, in language: Spoken) async throws -> Operation.Report {
        let id = try await store.beginCampaign(order, by: whom, at: clock())
        guard let campaigner else {
            var report = Operation.Report([language.say(fr: "campagne \(id.short)", en: "campaign \(id.short)")])
            report.campaign = id.short
            return report
        }
        try await campaigner.carryOn()
        var lines = try await store.progress(of: id).map { [language.line(of: $0)] + language.leftOut($0.leftOut) } ?? []
        lines.append(
            language.say(
                fr: "le service ne tourne pas : les messages attendent qu'il soit lancé",
                en: "the service does not run: the messages wait until it is started"))
        return Operation.Report(lines)
    }

    func change(_ short: String, _ change: CampaignChange, in language: Spoken) async throws -> Operation.Report {
        let campaigns = try await store.campaigns()
        guard let id = campaigns.first(where: { $0.campaign.id.short == short })?.campaign.id else {
            let known = suggestion(for: short, among: campaigns.map(\.campaign.id.short))[language.choice]
            let words = language.say(fr: "il n'y a pas de campagne « \(short) »", en: "there is no campaign \"\(short)\"")
            return Operation.Report([[words, known].filter { !$0.isEmpty }.joined(separator: " ; ")], isDone: false)
        }
        let isDone =
            switch change {
            case .pause: try await store.pauseCampaign(id)
            case .resume: try await store.resumeCampaign(id)
            case .stop: try await store.stopCampaign(id)
            }
        guard isDone else {
            return Operation.Report([language.say(fr: "cette campagne est arrêtée", en: "this campaign is stopped")], isDone: false)
        }
        try await campaigner?.carryOn()
        return Operation.Report(try await store.progress(of: id).map { [language.line(of: $0)] } ?? [])
    }

    func test(_ order: CampaignOrder, on phone: PhoneNumber, in language: Spoken) async throws -> Operation.Report {
        let trial = CampaignTrial(store: store, scripts: publisher.shelf, settings: settings, now: clock())
        switch try await trial.send(order, to: phone) {
        case .queued(let count, let channel):
            var lines = [
                language.say(fr: "\(count) message(s) d'essai par \(channel)", en: "\(count) message(s) to try by \(channel)")
            ]
            if campaigner != nil {
                lines.append(
                    language.say(
                        fr: "le service ne tourne pas : lancez-le dans l'heure, sinon l'essai est perdu",
                        en: "the service does not run: start it within the hour, or the trial is lost"))
            }
            return Operation.Report(lines)
        case .stopped:
            return Operation.Report([language.say(fr: "ce numéro a dit STOP", en: "this number has said STOP")], isDone: false)
        case .unreached:
            return Operation.Report([language.words(for: .noRoute)], isDone: false)
        case .unworded:
            return Operation.Report([language.words(for: .gone)], isDone: false)
        }
    }
}
