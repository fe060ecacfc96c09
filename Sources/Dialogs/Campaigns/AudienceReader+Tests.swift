import Foundation
import Texting

/// What one condition asks, held against the live dialogs.
extension AudienceReader {
    /// What is asked of the sign-up itself; a field of one of these names is not reached.
    private static let ownNames = ["sign-up", "status", "language", "created", "updated"]

    mutating func test(of name: AudienceWord, _ comparison: Audience.Comparison, _ value: AudienceWord) -> Audience {
        switch name.text {
        case "sign-up":
            let known = script.allSignUps.keys.sorted()
            return equality(comparison, .signUp(one(of: known, value, Bilingual(fr: "inscription", en: "sign-up"))), of: name)
        case "status":
            let known = KnownSignUp.Status.allCases.map(\.rawValue)
            let status = one(of: known, value, Bilingual(fr: "état", en: "status"))
            return equality(comparison, .status(KnownSignUp.Status(rawValue: status) ?? .open), of: name)
        case "language":
            let known = script.languages.map(\.rawValue)
            return equality(comparison, .language(Language(one(of: known, value, Bilingual(fr: "langue", en: "language")))), of: name)
        case "created": return time(.created, comparison, value)
        case "updated": return time(.updated, comparison, value)
        default: return answer(name, comparison, value)
        }
    }

    mutating func given(_ field: String, at column: Int) -> Audience {
        _ = isKnown(AudienceWord(text: field, column: column))
        return .given(field: field)
    }

    private mutating func answer(_ field: AudienceWord, _ comparison: Audience.Comparison, _ value: AudienceWord) -> Audience {
        let nothing = Audience.given(field: field.text)
        guard isKnown(field) else { return nothing }
        switch fields.kind(of: field.text) {
        case .sealed(let why):
            tell(
                "sealed-field", at: field.column,
                Bilingual(
                    fr: "\(why.french) : elle est scellée, on ne peut pas la comparer",
                    en: "\(why.english): it is sealed and can't be compared"),
                Bilingual(fr: "« given \(field.text) » demande si elle est donnée", en: "\"given \(field.text)\" asks whether it was given")
            )
            return nothing
        case .number:
            guard let number = Self.number(value.text) else {
                tell(
                    "audience", at: value.column,
                    Bilingual(fr: "« \(value.text) » n'est pas un nombre", en: "\"\(value.text)\" is no number"),
                    .none)
                return nothing
            }
            return .number(field: field.text, comparison, number)
        case .choices(let words):
            let chosen = Audience.chose(field: field.text, id: choice(value, among: words))
            switch comparison {
            case .equal: return chosen
            case .unequal: return .all([.given(field: field.text), .not(chosen)])
            case .atLeast, .atMost, .more, .less:
                tellUnordered(field)
                return nothing
            }
        }
    }

    private mutating func isKnown(_ field: AudienceWord) -> Bool {
        if fields.kept.contains(field.text) { return true }
        let known = fields.kept.sorted() + Self.ownNames
        if fields.isAsked(field.text) {
            tell(
                "unknown-field", at: field.column,
                Bilingual(fr: "aucune inscription ne garde « \(field.text) »", en: "no sign-up keeps \"\(field.text)\""),
                suggestion(for: field.text, among: known))
        } else {
            tell(
                "unknown-field", at: field.column,
                Bilingual(fr: "les dialogues n'ont pas de champ « \(field.text) »", en: "the dialogs have no field \"\(field.text)\""),
                suggestion(for: field.text, among: known))
        }
        return false
    }

    /// Its id, or its words in any language.
    private mutating func choice(_ value: AudienceWord, among words: [String: Set<String>]) -> String {
        if words[value.text] != nil { return value.text }
        let meant = words.filter { $0.value.contains(folded(value.text)) }.keys
        if meant.count == 1, let id = meant.first { return id }
        tell(
            "unknown-choice", at: value.column,
            Bilingual(fr: "« \(value.text) » n'est pas l'un des choix", en: "\"\(value.text)\" is none of the choices"),
            suggestion(for: value.text, among: words.keys.sorted()))
        return value.text
    }

    private mutating func one(of known: [String], _ value: AudienceWord, _ what: Bilingual) -> String {
        if !known.contains(value.text) {
            tell(
                "unknown-value", at: value.column,
                Bilingual(fr: "\(what.french) « \(value.text) » inconnu(e)", en: "unknown \(what.english) \"\(value.text)\""),
                suggestion(for: value.text, among: known))
        }
        return value.text
    }

    private mutating func equality(_ comparison: Audience.Comparison, _ test: Audience, of name: AudienceWord) -> Audience {
        switch comparison {
        case .equal: return test
        case .unequal: return .not(test)
        case .atLeast, .atMost, .more, .less:
            tellUnordered(name)
            return test
        }
    }

    private mutating func tellUnordered(_ name: AudienceWord) {
        tell(
            "audience", at: name.column,
            Bilingual(fr: "« \(name.text) » se compare par = ou !=", en: "\"\(name.text)\" is compared by = or !="), .none)
    }

    private mutating func time(_ time: Audience.Time, _ comparison: Audience.Comparison, _ value: AudienceWord) -> Audience {
        guard let (from, next) = moment(value.text) else {
            tell(
                "audience", at: value.column,
                Bilingual(
                    fr: "« \(value.text) » n'est pas une date ; écrivez 2026-11-01 ou 2026-11-01T08:00:00Z",
                    en: "\"\(value.text)\" is no date; write 2026-11-01 or 2026-11-01T08:00:00Z"), .none)
            return .time(time, from: nil, before: nil)
        }
        return switch comparison {
        case .equal: .time(time, from: from, before: next)
        case .unequal: .not(.time(time, from: from, before: next))
        case .atLeast: .time(time, from: from, before: nil)
        case .more: .time(time, from: next, before: nil)
        case .atMost: .time(time, from: nil, before: next)
        case .less: .time(time, from: nil, before: from)
        }
    }

    /// A day, or a moment, which is as long as a millisecond: from its beginning to where the next begins.
    private func moment(_ text: String) -> (from: Date, next: Date)? {
        if let moment = try? Date(text, strategy: .iso8601) { return (moment, moment.addingTimeInterval(0.001)) }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        guard text.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}/) != nil,
            let from = try? Date(text, strategy: Date.ISO8601FormatStyle(timeZone: timeZone).year().month().day()),
            let next = calendar.date(byAdding: .day, value: 1, to: from)
        else { return nil }
        return (from, next)
    }

    private static func number(_ text: String) -> Decimal? {
        guard text.wholeMatch(of: /-?[0-9]{1,15}([.,][0-9]{1,6})?/) != nil else { return nil }
        return Decimal(string: text.replacing(",", with: "."), locale: Locale(identifier: "en_US_POSIX"))
    }
}
