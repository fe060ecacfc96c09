import Dialogs
package import Store

/// A campaign's words before there is a message of it.
extension BegunWording {
    /// As this recipient would read it now; nil where the dialogs have no such words.
    package func text(of campaign: Campaign, to recipient: Recipient, for settings: ChannelSettings) throws -> String? {
        guard let script = try liveScript() else { return nil }
        let surroundings = surroundings(of: try desk.facts(of: recipient.contact), on: settings.textingFacts, network: nil)
        let signUp = try desk.signUp(of: recipient)
        return Self.words(of: campaign, in: recipient.language, about: signUp, script, surroundings)?.text
    }

    /// As somebody would read it who never was.
    package func sample(of campaign: Campaign, in language: String, for settings: ChannelSettings) throws -> String? {
        guard let script = try liveScript() else { return nil }
        let nobody = Contact(language: nil, hasOptedOut: false, signUps: [], referencesLockedUntil: nil)
        let surroundings = surroundings(of: nobody, on: settings.textingFacts, network: nil)
        return Self.words(of: campaign, in: Language(language), about: script.sampleSignUp(at: now), script, surroundings)?.text
    }

    /// One a language that it has words of its own in, the source language's first; the source language's alone where it has none.
    package func samples(of campaign: Campaign, for settings: ChannelSettings) throws -> [String] {
        guard let script = try liveScript() else { return [] }
        let languages = campaign.texts.isEmpty ? [script.source] : script.languages.filter { campaign.texts[$0] != nil }
        return try languages.compactMap { try sample(of: campaign, in: $0.rawValue, for: settings) }
    }
}

extension Campaign {
    /// Whether all of one language who are reached by one channel get a text of the same length.
    package var isSameForAll: Bool {
        guard !texts.isEmpty, opens == nil else { return false }
        let alike = [BuiltIn.code, .cost, .howToStop, .date, .reference].map(\.rawValue)
        return texts.values.allSatisfy { Template($0).placeholders.allSatisfy(alike.contains) }
    }
}

extension Recipient {
    package var languageCode: String { language.rawValue }
}
