/// Something that is wrong with a dialog, where it stands, and what would mend it.
package struct Finding: Hashable, Sendable {
    package enum Severity: String, Sendable {
        case error, warning
    }

    package var place: Place
    package var severity: Severity
    /// A short name for the rule, such as `unknown-key`; the same in every language.
    package var kind: String
    /// The screen that it is about, where it is about one.
    package var screen: String?
    package var what: Bilingual
    /// What would mend it.
    package var mend: Bilingual

    package init(_ severity: Severity, _ kind: String, at place: Place, screen: String? = nil, what: Bilingual, mend: Bilingual) {
        self.place = place
        self.severity = severity
        self.kind = kind
        self.screen = screen
        self.what = what
        self.mend = mend
    }

    /// `file:line:column: error|warning: what is wrong; what would mend it`
    package func line(in language: Bilingual.Choice) -> String {
        let head = "\(place.file):\(place.line):\(place.column): \(severity.rawValue): \(what[language])"
        return mend[language].isEmpty ? head : "\(head); \(mend[language])"
    }
}

/// A sentence to staff, in the two languages that they work in.
package struct Bilingual: Hashable, Sendable {
    package enum Choice: Sendable {
        case french, english
    }

    package var french: String
    package var english: String

    package init(fr french: String, en english: String) {
        self.french = french
        self.english = english
    }

    package static let none = Bilingual(fr: "", en: "")

    package subscript(choice: Choice) -> String {
        switch choice {
        case .french: french
        case .english: english
        }
    }
}
