import Dialogs
import Foundation
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
    }

    private func channel(
        _ entry: Setting.Entry, folder: String, file: String, _ problems: inout [ConfigurationProblem]
    ) -> ChannelConfiguration? {
        var reader = SettingReader(entry.value, path: "channels.\(entry.key)", file: file)
        defer { problems += reader.finished() }
        let hasGateway = entry.value.entries.contains { $0.key == "gateway" }
        guard let gateway: GatewayName = reader.choice("gateway") else {
            if !hasGateway { reader.miss("gateway") }
            // What else is written there depends on the gateway, so nothing more can be said of it.
            for other in entry.value.entries { _ = reader.take(other.key) }
            return nil
        }
        var secrets = reader.texts("secret") ?? []
        if let path = reader.text("secret-file"), let secret = Self.secret(inFile: path, from: folder, &problems) { secrets.append(secret) }
        if secrets.count > 2 {
            problems.append(
                ConfigurationProblem(
                    at: entry.place, fr: "« channels.\(entry.key).secret » veut au plus deux secrets",
                    en: "“channels.\(entry.key).secret” takes two secrets at most"))
        }
        var own: [String: String] = [:]
        for name in gateway.ownSettings {
            if let value = reader.text(name) { own[name] = value }
            if let path = reader.text("\(name)-file") { own[name] = Self.secret(inFile: path, from: folder, &problems) }
        }
        let letters: Letters = reader.choice("letters") ?? (gateway.kind == .ussd ? .ascii : .gsm)
        return ChannelConfiguration(
            name: entry.key, gateway: gateway, code: reader.text("code"), sender: reader.text("sender"),
            answers: reader.flag("answers") ?? true, cost: cost(reader.take("cost")), letters: letters,
            page: reader.number("page", in: 20...182) ?? ChannelConfiguration.page,
            idle: reader.duration("idle") ?? ChannelConfiguration.idle, total: reader.duration("total") ?? ChannelConfiguration.total,
            rate: reader.number("rate", in: 1...100_000) ?? ChannelConfiguration.rate,
            dailyParts: reader.number("daily-parts", in: 0...100_000_000), dailyMoney: reader.text("daily-money"),
            secrets: secrets, networks: reader.texts("networks") ?? [], own: own)
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
