import Dialogs
import Gateways
import HTTPClient

/// What a channel says so that messages of ours leave by it.
struct SendingSettings {
    var url: String?
    /// What only its gateway has.
    var values: [String: String] = [:]
}

extension Configuration {
    /// Its address and its gateway's own settings; where there is an address, everything that is needed to send must be there.
    mutating func sending(
        by gateway: GatewayKind, _ reader: inout SettingReader, _ entry: Setting.Entry, folder: String,
        _ problems: inout [ConfigurationProblem]
    ) -> SendingSettings {
        let path = "channels.\(entry.key)"
        var sending = SendingSettings()
        for setting in gateway.settings {
            let text = reader.text(setting.name)
            let path = setting.isSecret ? reader.text(setting.name + "-file") : nil
            sending.values[setting.name] = text.filled ?? path.flatMap { secret(inFile: $0, from: folder, &problems) }
        }
        guard let written = reader.take("url") else { return sending }
        guard gateway.makeSender != nil else {
            problems.append(
                ConfigurationProblem(
                    at: written.place, fr: "« \(path).url » ne sert à rien : \(gateway.name) reçoit et répond, mais n'envoie rien",
                    en: "“\(path).url” is of no use: \(gateway.name) receives and answers, but sends nothing"))
            return sending
        }
        guard case .text(let url, _) = written, HTTPClient.host(of: url) != nil else {
            reader.refuse(
                written, "url", fr: "l'adresse entière de la passerelle : https://…", en: "the gateway's whole address: https://…")
            return sending
        }
        sending.url = url
        for setting in gateway.settings where setting.need == .toSend && sending.values[setting.name] == nil {
            let names = setting.isSecret ? "\(path).\(setting.name)-file" : "\(path).\(setting.name)"
            problems.append(
                ConfigurationProblem(
                    at: entry.place, fr: "il manque « \(names) » : sans lui rien ne part par « url »",
                    en: "“\(names)” is missing: without it nothing leaves by “url”"))
        }
        return sending
    }
}

extension String? {
    /// nil where it is empty, too.
    fileprivate var filled: String? { flatMap { $0.isEmpty ? nil : $0 } }
}
