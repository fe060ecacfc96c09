import Foundation

/// A phone on the screen, for trying the dialogs out.
package struct PhonePage: Equatable, Sendable {
    package var language: String
    package var otherLanguage: String
    package var words: PhoneWords
    package var code: String
    package var number: String
    package var idle: Int
    package var total: Int
    /// nil where the configuration says nothing of it.
    package var cost: String?
    package var keys = PhoneKey.all
    /// What the script is told, as JSON.
    package var settings: String

    /// Nobody's: who opens the page calls with it until they write another.
    package static let usualNumber = "+237670000001"

    package init(_ line: PhoneLine, in language: PageLanguage) throws {
        self.language = language.rawValue
        otherLanguage = PageLanguage.allCases.first { $0 != language }?.rawValue ?? ""
        code = line.code
        number = Self.usualNumber
        idle = Int(line.idle.components.seconds)
        total = Int(line.total.components.seconds)
        cost = line.cost[language.rawValue]
        words = PhoneWords.words(in: language).filled(["code": code, "idle": "\(idle)", "total": "\(total)"])
        let told = PhoneSettings(
            channel: "/channels/\(line.channel)/receive", code: code, idle: idle, total: total, words: words)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        settings = String(decoding: try encoder.encode(told), as: UTF8.self)
    }
}

/// One of the twelve keys, with the letters that stand on it.
package struct PhoneKey: Equatable, Sendable {
    package var key: String
    package var letters: String

    static let all = [
        ("1", ""), ("2", "abc"), ("3", "def"), ("4", "ghi"), ("5", "jkl"), ("6", "mno"), ("7", "pqrs"), ("8", "tuv"), ("9", "wxyz"),
        ("*", ""), ("0", "␣"), ("#", ""),
    ].map { PhoneKey(key: $0, letters: $1) }
}
