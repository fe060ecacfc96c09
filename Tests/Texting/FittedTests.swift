import Testing
import Texting

@Suite struct `Letters that a phone shows` {
    struct Case: Sendable, CustomTestStringConvertible {
        let text: String
        let ascii: String
        let gsm: String
        var testDescription: String { text.debugDescription }

        init(_ text: String, ascii: String, gsm: String) {
            self.text = text
            self.ascii = ascii
            self.gsm = gsm
        }

        init(_ text: String, both: String) { self.init(text, ascii: both, gsm: both) }
    }

    static let cases = [
        Case("Accord donné", ascii: "Accord donne", gsm: "Accord donné"),
        Case("é è à ù ì ò", ascii: "e e a u i o", gsm: "é è à ù ì ò"),
        Case("É Ä Ö Ü Ñ Ç Å Ø Æ ß", ascii: "E A O U N C A O AE ss", gsm: "É Ä Ö Ü Ñ Ç Å Ø Æ ß"),
        Case("ä ö ü ñ å ø æ", ascii: "a o u n a o ae", gsm: "ä ö ü ñ å ø æ"),
        Case("â ê î ô û ë ï ÿ ç", both: "a e i o u e i y c"),
        Case("À È Ù Â Ê Ë Î Ï Ô Û Ÿ", both: "A E U A E E I I O U Y"),
        Case("œuf, Œuvre, cœur", both: "oeuf, OEuvre, coeur"),
        Case("« Bienvenue » “a” ‘b’ „c” ‹d›", both: "\" Bienvenue \" \"a\" 'b' \"c\" 'd'"),
        Case("l’OIM, l'OIM, lʼOIM", both: "l'OIM, l'OIM, l'OIM"),
        Case("2024–2028 — fin…", both: "2024-2028 - fin..."),
        Case("Votre nom\u{A0}? 2\u{202F}500\u{2009}F", both: "Votre nom ? 2 500 F"),
        Case("ɓ Ɓ ɗ Ɗ ɛ Ɛ ɔ Ɔ ŋ Ŋ ƴ Ƴ ƙ Ƙ", both: "b B d D e E o O n N y Y k K"),
        Case("ǝ ə ɨ ʉ ɣ ɲ ʔ", both: "e e i u g n '"),
        Case("kɔ́ŋ ɛ̀ q̂", both: "kon e q"),
        Case("ẹ ọ ṣ ǎ ǹ ḿ", both: "e o s a n m"),
        Case("Fulfulde: nyaamdu, ɗuuɗal, ƴiiƴam", both: "Fulfulde: nyaamdu, duudal, yiiyam"),
        Case("10 €", ascii: "10 EUR", gsm: "10 €"),
        Case("n° 5, 1ʳᵉ, m²", both: "no 5, 1re, m2"),
        Case("[a] {b} ~ ^ | \\", both: "[a] {b} ~ ^ | \\"),
        Case("a`b´c", both: "a'b'c"),
        Case("½ × ÷ ± ™ ©", both: " 1/2 x / +/- TM (C)"),
        Case("e\u{301} e\u{300} c\u{327} e\u{302}", ascii: "e e c e", gsm: "é è c e"),
        Case("a\tb\r\nc\rd\u{0}e\u{1B}f\u{7F}\u{2028}g", both: "a b\nc\ndef\ng"),
        Case("un\u{AD}mot\u{200B}\u{FEFF}\u{200D}\u{200F}", both: "unmot"),
        Case("Awa 😀", both: "Awa "),
        Case("👨‍👩‍👧 ❤️ 🇨🇲 👍🏿 1️⃣ ☎ ✅", both: "    1  "),
        Case("مرحبا بكم، ٢٥", both: "مرحبا بكم، ٢٥"),
        Case("می‌خواهم", both: "می‌خواهم"),
        Case("مرحبا, ça va", both: "مرحبا, ca va"),
        Case("Привет 你好", both: "Привет 你好"),
        Case("Δ Φ Ω", ascii: "Δ Φ Ω", gsm: "Δ Φ Ω"),
        Case("ＡＢ１ ﬁn", both: "AB1 fin"),
        Case("", both: ""),
    ]

    @Test(arguments: cases) func `are plain`(row: Case) {
        let shown = fitted(row.text, to: .ascii)
        #expect(Array(shown.unicodeScalars) == Array(row.ascii.unicodeScalars), "\(shown.debugDescription)")
    }

    @Test(arguments: cases) func `or those of GSM`(row: Case) {
        let shown = fitted(row.text, to: .gsm)
        #expect(Array(shown.unicodeScalars) == Array(row.gsm.unicodeScalars), "\(shown.debugDescription)")
    }

    @Test(arguments: cases) func `or all`(row: Case) {
        #expect(fitted(row.text, to: .unicode) == row.text)
    }

    @Test(arguments: cases) func `and fitting twice changes nothing`(row: Case) {
        #expect(fitted(row.ascii, to: .ascii) == row.ascii)
        #expect(fitted(row.gsm, to: .gsm) == row.gsm)
    }

    @Test(arguments: [
        ("whole French alphabet", "àâäçéèêëîïôöùûüÿæœÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŸÆŒ«»‹›“”‘’…–—\u{A0}\u{202F}°"),
        ("the region's letters", "ɓɗɛɔŋƴƙǝəɨʉɑɩʊɣʼꞌɲʃʒǹńňḿẹọṣẽĩõũỹāēīōūǎěǐǒǔ"),
    ]) func `leave nothing that only UCS-2 has`(label: String, letters: String) {
        #expect(fitted(letters, to: .ascii).utf8.allSatisfy { (0x20...0x7E).contains($0) })
        #expect(GSMAlphabet.encode(fitted(letters, to: .gsm)) != nil)
    }
}
