/// Words for dialogs that nobody wrote.
struct RandomWords {
    private static let french = [
        "votre", "projet", "où", "êtes-vous", "l'OIM", "région", "Cameroun", "entreprise", "à", "ça", "œuvre", "même", "déjà", "Ngaoundéré",
        "€", "l’avenir", "«", "»", "idée",
        "créer", "aide", "et", "puis", "aujourd'hui", "numéro", "un", "deux",
    ]
    private static let foreign = ["مرحبا", "أين", "مشروع", "ɓe", "ŋal", "naa", "munyal", "عائشة"]

    /// A sentence of so many words at most.
    static func sentence(_ dice: inout Dice, most: Int, in words: [String] = french) -> String {
        let text = (0...dice.below(most)).map { _ in dice.one(of: words) }.joined(separator: " ")
        return dice.once(in: 3) ? text + "." : dice.once(in: 2) ? text + " ?" : text
    }

    /// What a translator makes of a text: other words, the same placeholders.
    static func translation(of text: String, _ dice: inout Dice) -> String {
        let places = text.matches(of: /\{\{[^}]*\}\}/).map { String($0.output) }
        let count = text.split(separator: " ").count
        return ([sentence(&dice, most: count, in: dice.once(in: 3) ? foreign : french)] + places).joined(separator: " ")
    }

    /// In quotes, as any text can stand.
    static func quoted(_ text: String) -> String { "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\"" }

    /// As a dialog writes words: a text, or one for each channel.
    static func words(_ dice: inout Dice, most: Int, placeholder: String? = nil) -> String {
        let more = placeholder.map { " " + $0 } ?? ""
        let text = quoted(sentence(&dice, most: most) + more)
        return dice.once(in: 8) ? "{ ussd: \(text), sms: \(quoted(sentence(&dice, most: most * 3) + more)) }" : text
    }
}
