/// A text of the dialogs in every language, for each kind of channel.
package struct Words: Hashable, Sendable {
    package var place: Place
    /// The text of the dialog's file.
    package var source: Variants
    /// Only what is fresh: where a language is missing here, the source words are shown.
    package var translations: [Language: Variants]

    package init(place: Place, source: Variants, translations: [Language: Variants] = [:]) {
        self.place = place
        self.source = source
        self.translations = translations
    }

    package func template(_ language: Language, _ kind: ChannelKind) -> Template {
        (translations[language] ?? source)[kind]
    }

    /// Where those words stand.
    package func place(_ language: Language, _ kind: ChannelKind) -> Place {
        template(language, kind).place ?? place
    }
}

/// A text as written for USSD and for SMS; the same twice where the file gives one.
package struct Variants: Hashable, Sendable {
    package var ussd: Template
    package var sms: Template

    package init(ussd: Template, sms: Template) {
        self.ussd = ussd
        self.sms = sms
    }

    package init(_ both: Template) {
        ussd = both
        sms = both
    }

    package subscript(kind: ChannelKind) -> Template {
        switch kind {
        case .ussd: ussd
        case .sms: sms
        }
    }
}
