import Testing
import Texting

@Suite struct `Words are compared` {
    @Test(arguments: [
        ("case", "OUI", "oui"),
        ("accents", "Étape", "etape"),
        ("accents apart", "E\u{301}tape", "étape"),
        ("ligatures", "Cœur", "coeur"),
        ("apostrophes", "D’accord", "d'accord"),
        ("runs of blanks", "  une \t\n idée\u{A0} ", "une idee"),
        ("letters of the region", "Ɗuuɗal", "duudal"),
        ("Arabic vowel signs", "مَرْحَبا", "مرحبا"),
        ("what cannot be seen", "ou\u{200B}i\u{200F}", "oui"),
        ("case of other scripts", "ПРИВЕТ", "привет"),
    ]) func `without`(label: String, left: String, right: String) {
        #expect(folded(left) == folded(right), "\(label): \(folded(left)) and \(folded(right))")
    }

    @Test(arguments: [
        ("another word", "oui", "non"),
        ("a blank inside", "d accord", "daccord"),
        ("punctuation", "oui", "oui!"),
        ("a picture", "oui", "oui 👍"),
        ("nothing", "", "non"),
        ("letters without counterpart", "م", "ر"),
    ]) func `and stay apart by`(label: String, left: String, right: String) {
        #expect(folded(left) != folded(right), "\(label)")
    }

    @Test func `and what is folded stays so`() {
        for text in ["Où êtes-vous ?", "İstanbul", "STRASSE ẞ", "ﬁn", " a  b "] { #expect(folded(folded(text)) == folded(text)) }
    }
}
