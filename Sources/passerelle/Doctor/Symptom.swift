import Dialogs

/// One thing that `doctor` looked at: how it is, and what to do where it is not well.
struct Symptom: Encodable {
    enum Severity: String, Encodable {
        case well, warning, error
    }

    var severity: Severity
    /// What was looked at: `configuration`, `key`, `database`, `backup`, `dialogs`, `channels`, `sending`, `clock`, `disk`.
    var subject: String
    var words: String

    init(_ severity: Severity, _ subject: String, fr: String, en: String) {
        self.severity = severity
        self.subject = subject
        words = Bilingual(fr: fr, en: en).words
    }

    init(_ severity: Severity, _ subject: String, _ words: Bilingual) {
        self.init(severity, subject, fr: words.french, en: words.english)
    }

    var line: String {
        let mark =
            switch severity {
            case .well: Bilingual(fr: "bien      ", en: "well    ")
            case .warning: Bilingual(fr: "attention ", en: "warning ")
            case .error: Bilingual(fr: "erreur    ", en: "error   ")
            }
        return "\(mark.words) \(subject): \(words)"
    }
}
