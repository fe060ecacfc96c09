import Dialogs
import Foundation
import Texting

/// Takes a map's entries one by one, notes what is wrong, and at the end names what nobody asked for.
struct SettingReader {
    private let path: String
    private let file: String
    private let place: Place
    private var entries: [String: Setting.Entry] = [:]
    private var asked: [String] = []
    private(set) var problems: [ConfigurationProblem] = []

    init(_ setting: Setting?, path: String, file: String) {
        self.path = path
        self.file = file
        place = setting?.place ?? Place(file: file, line: 1, column: 1)
        guard let setting else { return }
        guard case .map(let all, _) = setting else {
            problems.append(
                ConfigurationProblem(
                    at: setting.place, fr: "« \(path) » veut des réglages, un par ligne : nom: valeur",
                    en: "“\(path)” takes settings, one a line: name: value"))
            return
        }
        for entry in all {
            if entries[entry.key] != nil {
                problems.append(
                    ConfigurationProblem(at: entry.place, fr: "« \(entry.key) » est écrit deux fois", en: "“\(entry.key)” is written twice")
                )
            }
            entries[entry.key] = entry
        }
    }

    mutating func take(_ key: String) -> Setting? {
        asked.append(key)
        return entries.removeValue(forKey: key)?.value
    }

    mutating func text(_ key: String) -> String? {
        guard let setting = take(key) else { return nil }
        guard case .text(let text, _) = setting else {
            refuse(setting, key, fr: "un texte", en: "a text")
            return nil
        }
        return text
    }

    /// A list, or one text, or texts joined by commas (as an environment variable gives them).
    mutating func texts(_ key: String) -> [String]? {
        guard let setting = take(key) else { return nil }
        switch setting {
        case .text(let text, _): return text.split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces) }
        case .list(let items, _):
            return items.compactMap { item in
                guard case .text(let text, _) = item else { return nil }
                return text
            }
        case .map:
            refuse(setting, key, fr: "une liste : [a, b]", en: "a list: [a, b]")
            return nil
        }
    }

    /// As `texts`, but a text that stands in the file is one, commas and all: the halves of a secret must open nothing.
    mutating func secrets(_ key: String) -> [String]? {
        if case .text(let text, let place) = entries[key]?.value, place.file == file {
            asked.append(key)
            entries[key] = nil
            return [text]
        }
        return texts(key)
    }

    mutating func number(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let setting = take(key) else { return nil }
        guard case .text(let text, _) = setting, let number = Int(text), range.contains(number) else {
            refuse(
                setting, key, fr: "un nombre de \(range.lowerBound) à \(range.upperBound)",
                en: "a number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return number
    }

    mutating func flag(_ key: String) -> Bool? {
        guard let setting = take(key) else { return nil }
        switch setting {
        case .text("true", _), .text("yes", _), .text("oui", _): return true
        case .text("false", _), .text("no", _), .text("non", _): return false
        default:
            refuse(setting, key, fr: "true ou false", en: "true or false")
            return nil
        }
    }

    mutating func choice<Value: RawRepresentable & CaseIterable>(_ key: String) -> Value? where Value.RawValue == String {
        guard let setting = take(key) else { return nil }
        guard case .text(let text, _) = setting, let value = Value(rawValue: text) else {
            let all = Value.allCases.map(\.rawValue).joined(separator: ", ")
            refuse(setting, key, fr: "l'un de : \(all)", en: "one of: \(all)")
            return nil
        }
        return value
    }

    /// `30 s`, `5 min`, `24 h`, `7 days`.
    mutating func duration(_ key: String) -> Duration? {
        guard let setting = take(key) else { return nil }
        guard case .text(let text, _) = setting, let duration = Duration(settingText: text) else {
            refuse(setting, key, fr: "une durée : 30 s, 5 min, 24 h, 7 days", en: "a duration: 30 s, 5 min, 24 h, 7 days")
            return nil
        }
        return duration
    }

    /// `12.5 XAF`.
    mutating func money(_ key: String) -> Money? {
        guard let setting = take(key) else { return nil }
        guard case .text(let text, _) = setting, let money = Money(parsing: text) else {
            refuse(
                setting, key, fr: "un montant et les trois lettres de sa monnaie : 12.5 XAF",
                en: "an amount and the three letters of its currency: 12.5 XAF")
            return nil
        }
        return money
    }

    /// `21:00`.
    mutating func timeOfDay(_ key: String) -> String? {
        guard let setting = take(key) else { return nil }
        guard case .text(let text, _) = setting, text.wholeMatch(of: /([01]?[0-9]|2[0-3]):[0-5][0-9]/) != nil else {
            refuse(setting, key, fr: "une heure entre guillemets : \"21:00\"", en: "a time of day in quotes: \"21:00\"")
            return nil
        }
        return text
    }

    mutating func refuse(_ setting: Setting, _ key: String, fr: String, en: String) {
        let name = path.isEmpty ? key : "\(path).\(key)"
        problems.append(ConfigurationProblem(at: setting.place, fr: "« \(name) » veut \(fr)", en: "“\(name)” takes \(en)"))
    }

    mutating func miss(_ key: String) {
        let name = path.isEmpty ? key : "\(path).\(key)"
        problems.append(ConfigurationProblem(at: place, fr: "il manque « \(name) »", en: "“\(name)” is missing"))
    }

    /// Notes which of these are not there; what is no map at all is told once.
    mutating func require(_ keys: [String], in setting: Setting) {
        guard case .map = setting else { return }
        for key in keys where setting[key] == nil { miss(key) }
    }

    /// Every problem, with those of the entries that nobody asked for.
    func finished() -> [ConfigurationProblem] {
        let unknown = entries.values.sorted { $0.place < $1.place }.map { entry in
            let near = nearest(to: entry.key, among: asked)
            return ConfigurationProblem(
                at: entry.place,
                fr: "le réglage « \(entry.key) » n'existe pas ici" + (near.map { " ; vouliez-vous dire « \($0) » ?" } ?? ""),
                en: "there is no setting “\(entry.key)” here" + (near.map { "; did you mean “\($0)”?" } ?? ""))
        }
        return problems + unknown
    }
}

extension Duration {
    /// Reads `30 s`, `5 min`, `24 h`, `7 days`; nil for anything else.
    init?(settingText text: String) {
        let digits = text.prefix { $0.isASCII && $0.isNumber }
        guard let count = Int(digits), count < 1_000_000 else { return nil }
        switch text.dropFirst(digits.count).drop(while: \.isWhitespace) {
        case "s": self = .seconds(count)
        case "min": self = .seconds(count * 60)
        case "h": self = .seconds(count * 3600)
        case "day", "days": self = .seconds(count * 86_400)
        default: return nil
        }
    }
}
