import Dialogs
import Gateways

/// What the environment says over the configuration file: `PASSERELLE_` and the setting's path in capitals, `.` and `-` as `_`.
struct Overrides {
    private let values: [(name: String, value: String)]

    init(_ environment: [String: String]) {
        values = environment.filter { $0.key.hasPrefix("PASSERELLE_") }.map { (name: $0.key, value: $0.value) }.sorted { $0.name < $1.name }
    }

    /// The settings that stand outside `channels`.
    static let settings: [[String]] = [
        ["listen", "host"], ["listen", "port"], ["public-address"], ["database"], ["token"], ["token-file"],
        ["dialogs", "folder"], ["dialogs", "start"], ["dialogs", "watch"], ["languages"],
        ["country", "calling-code"], ["country", "time-zone"], ["outgoing"], ["quiet", "from"], ["quiet", "to"],
        ["limits", "turns-a-minute"], ["limits", "turns-an-hour"], ["limits", "messages-a-month"], ["limits", "messages-a-day"],
        ["keep", "unfinished"], ["keep", "recordings"], ["keep", "sign-ups"], ["resume", "within"], ["same-number", "after"],
        ["log", "format"], ["log", "level"], ["prefixes"], ["clock", "ahead"], ["alarm", "command"], ["alarm", "phone"],
        ["alarm", "silent-after"],
    ]

    /// The settings that every channel may have.
    static let channelSettings = [
        "gateway", "code", "sender", "answers", "cost", "letters", "page", "idle", "total", "rate", "part-price", "daily-parts",
        "daily-money",
        "secret", "secret-file", "networks", "url",
    ]

    /// What a channel may have besides, which depends on its gateway: the environment's own word for that comes first.
    private func furtherSettings(of channel: Setting.Entry) -> [[String]] {
        let variable = Self.variable(["channels", channel.key, "gateway"])
        let overriding = values.first { $0.name == variable }?.value
        guard case .text(let written, _) = channel.value["gateway"] ?? .text("", channel.place),
            let gateway = Catalogue.kind(named: overriding ?? written)
        else { return [] }
        let own = gateway.settings.flatMap { setting in
            setting.isSecret ? [[setting.name], [setting.name + "-file"]] : [[setting.name]]
        }
        switch gateway.description {
        case .built: return own
        case .configuredUSSD: return own + ShapeReading.settings
        case .configuredSMS: return own + SMSShapeReading.settings
        }
    }

    /// The tree with the environment's values in it, and the variables that no setting answers to.
    func applied(to tree: Setting, file: String) -> (tree: Setting, strays: [String]) {
        let channels = tree["channels"]?.entries ?? []
        let paths =
            Self.settings
            + channels.flatMap { channel in
                (Self.channelSettings.map { [$0] } + furtherSettings(of: channel)).map { ["channels", channel.key] + $0 }
            }
        let byName = Dictionary(paths.map { (Self.variable($0), $0) }, uniquingKeysWith: { first, _ in first })
        var result = tree
        var strays: [String] = []
        for (name, value) in values {
            guard let path = byName[name] else {
                strays.append(name)
                continue
            }
            let setting = Self.structured.contains(path) ? try? Setting(parsing: value, file: name) : nil
            result = result.setting(path[...], to: setting ?? .text(value, Place(file: name, line: 1, column: 1)))
        }
        return (result, strays)
    }

    /// Settings that are more than a text: the variable holds YAML.
    private static let structured: [[String]] = [["outgoing"], ["prefixes"]]

    static func variable(_ path: [String]) -> String {
        "PASSERELLE_" + path.joined(separator: "_").uppercased().replacing("-", with: "_")
    }
}

extension Setting {
    /// A copy with the setting at `path` replaced, or added where it is not there.
    func setting(_ path: ArraySlice<String>, to value: Setting) -> Setting {
        guard let key = path.first else { return value }
        var all = entries
        let inner = all.first { $0.key == key }?.value ?? .map([], value.place)
        let entry = Entry(key: key, place: value.place, value: inner.setting(path.dropFirst(), to: value))
        if let index = all.firstIndex(where: { $0.key == key }) { all[index] = entry } else { all.append(entry) }
        return .map(all, place)
    }
}
