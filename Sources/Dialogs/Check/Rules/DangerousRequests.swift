import Texting

/// Fraud imitates aid by asking for money and secrets, so we never do.
@Sendable func dangerousRequests(_ folder: Inspection) -> [Finding] {
    folder.script.allTexts.compactMap { text in
        for template in text.words.allTemplates {
            guard let words = dangerousWords(in: template.filled { _ in nil }) else { continue }
            return Finding(
                .warning, "dangerous-request", at: template.place ?? text.words.place, screen: text.screen,
                what: Bilingual(
                    fr: "« \(words) » : ce texte semble demander de l'argent, un code secret ou un numéro d'identité",
                    en: "\"\(words)\": this text seems to ask for money, a PIN or an identity number"),
                mend: Bilingual(
                    fr: "les fraudeurs le demandent, nous jamais : écrivez-le autrement",
                    en: "fraudsters ask for it, we never do: write it otherwise"))
        }
        return nil
    }
}

/// Folded; whole words.
private let dangerous = [
    // Money.
    "payer", "payez", "paiement", "versez", "verser", "versement", "frais", "envoyez de l'argent", "envoyer de l'argent",
    "envoyez l'argent",
    "depot de", "deposez", "mobile money", "orange money", "momo", "fcfa", "francs", "compte bancaire", "carte bancaire",
    "numero de compte",
    "pay", "payment", "fee", "fees", "send money", "send the money", "deposit", "bank account", "bank card", "credit card",
    "account number",
    // Secrets.
    "pin", "code secret", "code pin", "mot de passe", "password", "passcode", "secret code", "otp",
    // Identity.
    "cni", "carte d'identite", "carte nationale", "numero d'identite", "piece d'identite", "numero de passeport", "passeport",
    "numero de recepisse",
    "id number", "identity number", "identity card", "id card", "national id", "passport", "passport number", "social security number",
]

/// A sentence with one of these says that nothing is asked for.
private let denials: Set = [
    "jamais", "ne", "rien", "personne", "aucun", "aucune", "sans frais", "sans payer", "sans paiement", "sans versement",
    "never", "not", "don't", "no", "nothing", "nobody", "no one", "without paying", "without fees", "without payment", "free of charge",
]

func dangerousWords(in text: String) -> String? {
    for sentence in text.split(whereSeparator: { ".!?;\n".contains($0) }) {
        let words = folded(String(sentence)).split { !$0.isLetter && !$0.isNumber && $0 != "'" }
        let phrases = phrases(of: words)
        if !phrases.isDisjoint(with: denials) || words.contains(where: { $0.hasPrefix("n'") }) { continue }
        // The order of the list decides what is named, so that it is always the same.
        if let found = dangerous.first(where: phrases.contains) { return found }
    }
    return nil
}

/// The words of a sentence, and every few that follow one another; an elided article is left off the first: `d'argent`, `argent`.
private func phrases(of words: [Substring]) -> Set<String> {
    let longest = 3
    var phrases: Set<String> = []
    for start in words.indices {
        for end in start..<min(start + longest, words.count) {
            let phrase = words[start...end].joined(separator: " ")
            phrases.insert(phrase)
            if let apostrophe = phrase.firstIndex(of: "'") { phrases.insert(String(phrase[phrase.index(after: apostrophe)...])) }
        }
    }
    return phrases
}
