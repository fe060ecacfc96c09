extension Words {
    /// Every form of it: by language, by kind of channel.
    var allTemplates: [Template] {
        var templates: [Template] = []
        for variants in [source] + translations.sorted(by: { $0.key.rawValue < $1.key.rawValue }).map(\.value) {
            for template in [variants.ussd, variants.sms] where !templates.contains(template) { templates.append(template) }
        }
        return templates
    }

    var namesSomething: Bool {
        source.namesSomething || translations.values.contains(where: \.namesSomething)
    }

    /// The names between braces, each once, in any form.
    var placeholders: [String] { names { _ in true } }

    /// Where a name stands between braces; in a translation it stands only where it does in the source.
    func place(naming name: String) -> Place {
        [source.ussd, source.sms].first { $0.placeholders.contains(name) }?.place ?? place
    }

    /// The names that need an answer: they have nothing to fall back on.
    var neededPlaceholders: [String] { names { $0 == nil } }

    private func names(where isMeant: (_ fallback: String?) -> Bool) -> [String] {
        var names: [String] = []
        for template in allTemplates {
            for case .placeholder(let name, let fallback) in template.pieces where isMeant(fallback) && !names.contains(name) {
                names.append(name)
            }
        }
        return names
    }
}

extension Variants {
    fileprivate var namesSomething: Bool { ussd.namesSomething || sms.namesSomething }
}

extension Template {
    fileprivate var namesSomething: Bool {
        pieces.contains { piece in
            if case .placeholder = piece { true } else { false }
        }
    }
}
