/// A text of the dialogs in every language, for each kind of channel.
///
/// A class, as is all that a script is made of and a turn passes on: to copy it would cost more than to use it.
package final class Words: Hashable, Sendable {
    package let place: Place
    /// The text of the dialog's file.
    package let source: Variants
    /// Only what is fresh: where a language is missing here, the source words are shown.
    package let translations: [Language: Variants]
    /// The same: two or three, which are sooner compared than hashed.
    private let inLanguages: [(language: Language, words: Variants)]

    package init(place: Place, source: Variants, translations: [Language: Variants] = [:]) {
        self.place = place
        self.source = source
        self.translations = translations
        inLanguages = translations.map { ($0, $1) }
    }

    package static func == (left: Words, right: Words) -> Bool {
        left === right
            || (left.place, left.source, left.translations) == (right.place, right.source, right.translations)
    }

    package func hash(into hasher: inout Hasher) {
        hasher.combine(place)
        hasher.combine(source)
    }

    package func template(_ language: Language, _ kind: ChannelKind) -> Template {
        for translation in inLanguages where translation.language == language { return translation.words[kind] }
        return source[kind]
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
