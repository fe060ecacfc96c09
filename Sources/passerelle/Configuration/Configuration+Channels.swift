import Dialogs
import Foundation
import Gateways
import Server
import Texting

extension Configuration {
    mutating func readChannels(
        _ setting: Setting?, folder: String, file: String, _ problems: inout [ConfigurationProblem]
    ) {
        guard let setting else { return }
        if case .map = setting {
        } else {
            problems.append(
                ConfigurationProblem(
                    at: setting.place, fr: "« channels » veut des canaux : nom: { gateway: … }",
                    en: "“channels” takes channels: name: { gateway: … }"))
        }
        for entry in setting.entries {
            guard ID.isWellFormed(entry.key) else {
                problems.append(
                    ConfigurationProblem(
                        at: entry.place, fr: "le nom de canal « \(entry.key) » veut des minuscules, des chiffres et des tirets",
                        en: "the channel's name “\(entry.key)” takes small letters, digits and dashes"))
                continue
            }
            if let channel = channel(entry, folder: folder, file: file, &problems) { channels.append(channel) }
        }
        let dialled = channels.first { $0.gateway.carries == .ussd && $0.code != nil }?.code
        for index in channels.indices where channels[index].gateway.carries == .sms { channels[index].dialled = dialled }
    }

    private mutating func channel(
        _ entry: Setting.Entry, folder: String, file: String, _ problems: inout [ConfigurationProblem]
    ) -> ChannelConfiguration? {
        var reader = SettingReader(entry.value, path: "channels.\(entry.key)", file: file)
        defer { problems += reader.finished() }
        guard let gateway = gateway(&reader) else {
            // What else is written there depends on the gateway, so nothing more can be said of it.
            for other in entry.value.entries { _ = reader.take(other.key) }
            return nil
        }
        let code = reader.text("code")
        let shape = shape(of: gateway, &reader, entry.value, hasCode: code != nil, path: "channels.\(entry.key)", file: file, &problems)
        var secrets = reader.secrets("secret") ?? []
        if let path = reader.text("secret-file"), let secret = secret(inFile: path, from: folder, &problems) { secrets.append(secret) }
        if secrets.count > 2 {
            problems.append(
                ConfigurationProblem(
                    at: entry.place, fr: "« channels.\(entry.key).secret » veut au plus deux secrets",
                    en: "“channels.\(entry.key).secret” takes two secrets at most"))
        }
        let sending = sending(by: gateway, &reader, entry, folder: folder, &problems)
        let networks = reader.texts("networks") ?? []
        for network in networks where NetworkRange(parsing: network) == nil {
            problems.append(
                ConfigurationProblem(
                    at: entry.place, fr: "« \(network) » n'est pas un réseau ; par exemple 203.0.113.0/24",
                    en: "“\(network)” is no network; for example 203.0.113.0/24"))
        }
        let sender = reader.text("sender")
        let shown = sending.values["sender-name"] ?? sender
        return ChannelConfiguration(
            name: entry.key, gateway: gateway, shape: shape, code: code, sender: sender,
            answers: reader.flag("answers") ?? !ChannelConfiguration.isInLetters(shown ?? code), cost: cost(reader.take("cost")),
            letters: reader.choice("letters"),
            page: reader.number("page", in: 20...182) ?? ChannelConfiguration.page,
            idle: reader.duration("idle") ?? ChannelConfiguration.idle, total: reader.duration("total") ?? ChannelConfiguration.total,
            rate: reader.number("rate", in: 1...100_000) ?? ChannelConfiguration.rate,
            partPrice: reader.money("part-price"),
            dailyParts: reader.number("daily-parts", in: 0...100_000_000), dailyMoney: reader.money("daily-money"),
            secrets: secrets, networks: networks, url: sending.url, values: sending.values)
    }

    private func gateway(_ reader: inout SettingReader) -> GatewayKind? {
        guard let setting = reader.take("gateway") else {
            reader.miss("gateway")
            return nil
        }
        guard case .text(let name, _) = setting, let kind = Catalogue.kind(named: name) else {
            let all = Catalogue.names.joined(separator: ", ")
            reader.refuse(setting, "gateway", fr: "l'un de : \(all)", en: "one of: \(all)")
            return nil
        }
        return kind
    }

    /// What an `http-ussd` or `http-sms` channel says of its gateway; the others know theirs.
    private func shape(
        of gateway: GatewayKind, _ reader: inout SettingReader, _ channel: Setting, hasCode: Bool, path: String, file: String,
        _ problems: inout [ConfigurationProblem]
    ) -> GatewayShape? {
        switch gateway.description {
        case .built: return nil
        case .configuredUSSD:
            var reading = ShapeReading(path: path, file: file, hasCode: hasCode)
            defer { problems += reading.problems }
            return reading.shape(&reader).map { .ussd($0) }
        case .configuredSMS:
            var reading = SMSShapeReading(path: path, file: file, channel: channel)
            defer { problems += reading.problems }
            return reading.shape(&reader).map { .sms($0) }
        }
    }

    /// `cost: gratuit`, or a text a language: `cost: { fr: gratuit, en: free }`.
    private func cost(_ setting: Setting?) -> [Language: String] {
        switch setting {
        case .text(let text, _): [languages.first ?? "fr": text]
        case .map(let entries, _):
            Dictionary(
                entries.compactMap { entry in
                    guard case .text(let text, _) = entry.value else { return nil }
                    return (Language(entry.key), text)
                }, uniquingKeysWith: { first, _ in first })
        case .list, nil: [:]
        }
    }
}
