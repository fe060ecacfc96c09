import Foundation
import Gateways
import HTTPClient
import Texting

/// Whether messages can leave by a channel, and at what cost.
struct SendingHalfExam {
    let configuration: Configuration
    let channel: ChannelConfiguration

    private var subject: String { "channels.\(channel.name)" }

    func symptoms() -> [Symptom] {
        guard channel.gateway.makeSender != nil else { return [] }
        return [missing, unanswering, misleading, unproved, blind, bare, unpriced].compactMap(\.self)
    }

    private var missing: Symptom? {
        guard channel.sending == nil else { return nil }
        let needed = channel.gateway.settings.filter { $0.need == .toSend && channel.values[$0.name] == nil }.map { setting in
            setting.isSecret ? "\(setting.name)-file" : setting.name
        }
        let names = (["url"] + needed).joined(separator: ", ")
        return Symptom(
            .well, subject, fr: "reçoit et répond ; pour qu'il envoie aussi, il manque : \(names)",
            en: "receives and answers; for it to send as well there are missing: \(names)")
    }

    /// Its gateway takes no words in our answer to it.
    private var unanswering: Symptom? {
        guard case .asMessage = channel.replies, channel.sending == nil else { return nil }
        return Symptom(
            .warning, subject,
            fr: "ses réponses partent comme des messages, par « outgoing » ; sans « url » ici, peut-être par aucun canal",
            en: "its answers leave as messages, by `outgoing`; without a `url` here perhaps by no channel")
    }

    private var misleading: Symptom? {
        guard channel.sending != nil, channel.answers, channel.isSenderInLetters else { return nil }
        return Symptom(
            .warning, subject,
            fr: "un expéditeur en lettres ne reçoit rien, et « answers: yes » fait écrire « répondez STOP » : mettez « answers: no »",
            en: "a sender in letters receives nothing, and `answers: yes` makes us write “reply STOP”: set `answers: no`")
    }

    private var unproved: Symptom? {
        let missing = channel.gateway.settings.filter { $0.need == .toReceive && channel.values[$0.name] == nil }.map(\.name)
        guard !missing.isEmpty, channel.secrets.isEmpty, channel.networks.isEmpty else { return nil }
        return Symptom(
            .warning, subject, fr: "rien ne prouve qui appelle : il manque \(missing.joined(separator: ", "))",
            en: "nothing proves who is calling: \(missing.joined(separator: ", ")) is missing")
    }

    private var blind: Symptom? {
        guard channel.sending != nil, configuration.statusAddress(of: channel) == nil else { return nil }
        return Symptom(
            .warning, subject,
            fr: "sa passerelle ne peut pas nous appeler : aucun accusé de réception n'arrivera avant que « public-address » soit donné",
            en: "its gateway can't call us: no delivery report will come until `public-address` is set")
    }

    private var bare: Symptom? {
        guard let url = channel.sending?.url, url.lowercased().hasPrefix("http://"), let host = HTTPClient.host(of: url),
            !Configuration.isLoopback(host)
        else { return nil }
        return Symptom(
            .warning, subject, fr: "« url » n'est pas en https : numéros, messages et clé passent en clair",
            en: "`url` is not https: numbers, messages and the key travel in the clear")
    }

    private var unpriced: Symptom? {
        guard let limit = channel.dailyMoney else { return nil }
        guard let price = channel.partPrice else {
            return Symptom(
                .warning, subject, fr: "« daily-money » sans « part-price » : la limite ne tient que si la passerelle dit ses prix",
                en: "`daily-money` without `part-price`: the limit holds only where the gateway tells its prices")
        }
        guard price.currency != limit.currency else { return nil }
        return Symptom(
            .warning, subject,
            fr: "« daily-money » est en \(limit.currency) et « part-price » en \(price.currency) : la limite ne tient pas",
            en: "`daily-money` is in \(limit.currency) and `part-price` in \(price.currency): the limit does not hold")
    }
}
