import Delivery
import Dialogs
import Gateways

/// By which channel what we begin leaves.
extension Configuration {
    mutating func readWays(_ top: inout SettingReader, file: String, _ problems: inout [ConfigurationProblem]) {
        if let networks = top.take("prefixes") { prefixes = Self.beginnings(networks, &problems) }
        guard let rules = top.take("outgoing") else { return }
        guard case .list(let items, _) = rules else {
            problems.append(
                ConfigurationProblem(
                    at: rules.place, fr: "« outgoing » veut une liste : [{ via: canal }]",
                    en: "“outgoing” takes a list: [{ via: channel }]"))
            return
        }
        outgoing = items.compactMap { rule(of: $0, file: file, &problems) }
    }

    private func rule(of setting: Setting, file: String, _ problems: inout [ConfigurationProblem]) -> Routes.Rule? {
        var reader = SettingReader(setting, path: "outgoing", file: file)
        defer { problems += reader.finished() }
        let network = reader.text("network")
        let written = setting["country"]
        let country = reader.text("country").map { $0.hasPrefix("+") ? String($0.dropFirst()) : $0 }
        if let country, let written, country.wholeMatch(of: /[1-9][0-9]{0,2}/) == nil {
            reader.refuse(written, "country", fr: "un indicatif de pays, comme 237", en: "a country's calling code, such as 237")
        }
        guard let via = reader.text("via"), !via.isEmpty else {
            reader.miss("via")
            return nil
        }
        if let why = whyNotVia(via) {
            problems.append(ConfigurationProblem(at: setting["via"]?.place ?? setting.place, fr: why.french, en: why.english))
        }
        return Routes.Rule(network: network, country: country, via: via)
    }

    /// nil where messages can leave by a channel of that name.
    private func whyNotVia(_ name: String) -> Bilingual? {
        guard let channel = channels.first(where: { $0.name == name }) else {
            let near = nearest(to: name, among: channels.map(\.name))
            return Bilingual(
                fr: "« outgoing » nomme le canal « \(name) », qui n'existe pas" + (near.map { " ; vouliez-vous dire « \($0) » ?" } ?? ""),
                en: "“outgoing” names the channel “\(name)”, which is not there" + (near.map { "; did you mean “\($0)”?" } ?? ""))
        }
        if channel.canSend { return nil }
        if channel.gateway.makeSender == nil {
            return Bilingual(
                fr: "« outgoing » nomme le canal « \(name) », mais \(channel.gateway.name) reçoit et répond, et n'envoie rien",
                en: "“outgoing” names the channel “\(name)”, but \(channel.gateway.name) receives and answers, and sends nothing")
        }
        return Bilingual(
            fr: "« outgoing » nomme le canal « \(name) », qui n'a pas de « url » : il reçoit et répond, et n'envoie rien",
            en: "“outgoing” names the channel “\(name)”, which has no “url”: it receives and answers, and sends nothing")
    }

    /// `{ mtn: ["23767", "237650"], orange: ["23769"] }`
    private static func beginnings(_ setting: Setting, _ problems: inout [ConfigurationProblem]) -> [String: [String]] {
        var reader = SettingReader(setting, path: "prefixes", file: setting.place.file)
        var prefixes: [String: [String]] = [:]
        for entry in setting.entries {
            prefixes[entry.key] = reader.texts(entry.key)
            guard prefixes[entry.key]?.allSatisfy({ $0.wholeMatch(of: /[1-9][0-9]{1,14}/) != nil }) == false else { continue }
            reader.refuse(
                entry.value, entry.key, fr: "les débuts des numéros du réseau, en chiffres et avec l'indicatif : [\"23767\", \"237650\"]",
                en: "the beginnings of the network's numbers, as digits with the calling code: [\"23767\", \"237650\"]")
        }
        problems += reader.finished()
        return prefixes
    }
}
