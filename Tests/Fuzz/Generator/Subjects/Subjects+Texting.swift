import Foundation
import Texting

extension Subjects {
    static let texting = [septets, texts, pages, numbers, money]

    private static let sayings = [
        "Bonjour, où êtes-vous ? ça, œ, €", "مرحبا عائشة", "Awa 😀", "e\u{301}a\u{308}", String(repeating: "a€", count: 100), "ɓ ɗ ɛ ŋ ƴ",
        "Vivez-vous au Cameroun ?\n1 Oui\n2 Non", "{[~^|]}\\", "👩🏿‍🌾👍🏿", "« Entreprendre » : l’avenir – demain…",
    ]

    /// GSM 03.38 out and back.
    private static let septets = Subject("gsm", weight: 12, seeds: sayings + ["\u{1B}e", "\u{1B}\u{1B}", "\u{7F}"], longest: 4096) {
        bytes in
        let text = GSMAlphabet.decode(bytes)
        guard let encoded = GSMAlphabet.encode(text) else { throw Violation("what the alphabet says is not in the alphabet") }
        try hold(GSMAlphabet.decode(encoded) == text, "septets out and back are another text")
        try hold(encoded.count <= bytes.count + bytes.count { $0 & 0x7F == GSMAlphabet.escape }, "more septets than there were")
        let typed = String(decoding: bytes, as: UTF8.self)
        if let septets = GSMAlphabet.encode(typed) { try hold(GSMAlphabet.decode(septets) == typed, "a text out and back is another") }
    }

    /// The parts of a message are its text, and what is fitted stays as it is.
    private static let texts = Subject("sms", weight: 12, seeds: sayings, longest: 12_000) { bytes in
        let text = String(decoding: bytes, as: UTF8.self)
        let parts = MessageParts(sms: text)
        try hold(parts.texts.joined() == text, "parts joined are another text")
        let limit = parts.texts.count == 1 ? parts.encoding.unitsAlone : parts.encoding.unitsInPart
        for part in parts.texts {
            let units = parts.encoding == .gsm7 ? GSMAlphabet.encode(part)?.count : part.utf16.count
            try hold(units.map { $0 <= limit && $0 > 0 } == true, "a part of \(units ?? -1) units")
        }
        try hold(MessageSize(sms: text).parts == max(1, parts.texts.count), "the size counts other parts")
        for letters in Letters.allCases {
            let once = fitted(text, to: letters)
            try hold(fitted(once, to: letters) == once, "fitted twice to \(letters) is another text")
        }
        _ = folded(text)
        try hold(folded(folded(text)) == folded(text), "folded twice is another text")
    }

    /// A text and lines of options, a blank line between the two; pages joined hold every word, each fits.
    private static let pages = Subject(
        "pages", weight: 6,
        seeds: [
            "Votre région ?\n\nAdamaoua\nCentre\nEst\nExtrême-Nord", "Un long texte de plusieurs mots. " + sayings.joined(separator: " "),
        ],
        longest: 3000
    ) { bytes in
        let blocks = String(decoding: bytes, as: UTF8.self).split(separator: "\n\n", maxSplits: 1, omittingEmptySubsequences: false)
        for (letters, units) in [(Letters.ascii, 160), (.ascii, 60), (.gsm, 182), (.unicode, 70)] {
            let budget = PageBudget(letters: letters, units: units)
            let text = fitted(String(blocks[0]), to: letters)
            let options = blocks.count < 2 ? [] : blocks[1].split(separator: "\n").map { fitted(String($0), to: letters) }
            let all = Texting.pages(text: text, options: options, keys: { $1 ? ["0 Retour"] : ["98 Suite", "0 Retour"] }, budget: budget)
            for page in all { try hold(budget.fits(page), "a page over \(budget)") }
            let shown = all.map { page in page.split(whereSeparator: \.isNewline).filter { $0 != "0 Retour" && $0 != "98 Suite" }.joined() }
                .joined()
            let said = ([text] + options).joined()
            try hold(Self.letters(of: shown) == Self.letters(of: said), "pages that leave words out at \(budget)")
        }
    }

    private static func letters(of text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { !$0.properties.isWhitespace }
    }

    /// A number parsed and shown again is the same.
    private static let numbers = Subject(
        "phone numbers", weight: 12,
        seeds: [
            "6 70 00 00 01", "00237 670-00-00-01", "+237 (670) 000 001", "٦٧٠٠٠٠٠٠١", "+33 (0)6 39 98 00 01", "＋237670000001",
            "237670000001", "8080", "Orange",
            "+390612345678", "+1 (202) 555-0123", "\u{202A}+237 670 00 00 01\u{202C}", "+683 4000", "+7 495 000 00 01", "0670000001",
        ], words: ["+", "00", "(0)", "237", "0", "1", "39", "٣", "-", " ", "\u{2011}"], longest: 200,
        grown: { dice in
            Array((["+", "00", "", "+", "0"][dice.below(5)] + (0..<dice.below(17)).map { _ in String(dice.below(10)) }.joined()).utf8)
        }
    ) { bytes in
        for code in ["237", "33", "39", "1", "7", "683"] {
            let country = Country(callingCode: code)
            let parsed: PhoneNumber
            do throws(PhoneNumber.Refusal) {
                parsed = try PhoneNumber(parsing: String(decoding: bytes, as: UTF8.self), in: country)
            } catch {
                continue
            }
            try hold(parsed.e164.wholeMatch(of: /\+[0-9]{7,15}/) != nil, "no E.164 in \(code)")
            try hold((try? PhoneNumber(parsing: parsed.e164, in: country)) == parsed, "shown and parsed again in \(code) is another")
            try hold(!parsed.masked.contains(parsed.e164.suffix(4)), "a mask that shows the number")
        }
    }

    private static let money = Subject(
        "money", weight: 2, seeds: ["12.5 XAF", "XAF 12.5", "0.8000 KES", "USD 0"], words: ["XAF", ".", "-", "EUR"], longest: 200
    ) { bytes in
        guard let money = Money(parsing: String(decoding: bytes, as: UTF8.self)) else { return }
        try hold(Money(parsing: money.text) == money, "shown and read again is another")
        try hold(money.amount >= 0, "less than nothing")
    }
}
