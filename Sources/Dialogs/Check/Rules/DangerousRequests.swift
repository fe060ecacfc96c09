import Texting

/// Fraud imitates aid by asking for money and secrets, so we never do.
@Sendable func dangerousRequests(_ folder: Inspection) -> [Finding] {
    folder.script.allTexts.compactMap { text in
        for template in text.words.allTemplates {
            guard let words = dangerousWords(in: template.filled { _ in nil }) else { continue }
            return Finding(
                .warning, "dangerous-request", at: text.words.place, screen: text.screen,
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
private let denials = [
    "jamais", "ne payez", "ne paie", "ne paye", "n'envoyez", "ne versez", "ne donnez", "sans", "aucun", "aucune", "pas", "rien a",
    "gratuit", "gratuite",
    "never", "do not", "don't", "not", "no", "without", "nothing", "free",
]

private func dangerousWords(in text: String) -> String? {
    for sentence in text.split(whereSeparator: { ".!?;\n".contains($0) }) {
        let words = " " + folded(String(sentence)).map { $0.isLetter || $0.isNumber || $0 == "'" ? String($0) : " " }.joined() + " "
        let spaced = words.split(separator: " ").joined(separator: " ")
        let padded = " \(spaced) "
        if denials.contains(where: { padded.contains(" \($0) ") }) { continue }
        if let found = dangerous.first(where: { padded.contains(" \($0) ") || padded.contains("'\($0) ") }) { return found }
    }
    return nil
}
