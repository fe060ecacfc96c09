import Testing
import Texting

@Suite struct `USSD pages` {
    /// The keys as a channel shows them: more where there is more, back from the second page on.
    static func keys(_ page: Int, _ isLast: Bool) -> [String] {
        (isLast ? [] : ["98 Suite"]) + (page == 0 ? [] : ["0 Retour"]) + ["00 Accueil"]
    }

    private static let ussd = PageBudget(letters: .ascii, units: 160)

    @Test func `are one where all fits, without a key for more`() {
        let shown = pages(text: "Votre nom ?", options: ["1 Plus tard"], keys: Self.keys, budget: Self.ussd)
        #expect(shown == ["Votre nom ?\n1 Plus tard\n00 Accueil"])
    }

    @Test func `hold exactly what the budget says`() {
        let text = String(repeating: "a", count: 149)
        #expect(pages(text: text, options: [], keys: Self.keys, budget: Self.ussd).count == 1)
        #expect(pages(text: text + "a", options: [], keys: Self.keys, budget: Self.ussd).count == 2)
    }

    @Test func `break the text between words and keep the keys on each`() {
        let budget = PageBudget(letters: .ascii, units: 40)
        let shown = pages(text: "un deux trois quatre  cinq six", options: [], keys: Self.keys, budget: budget)
        #expect(shown == ["un deux trois quatre\n98 Suite\n00 Accueil", "cinq six\n0 Retour\n00 Accueil"])
    }

    @Test func `do not send a question mark ahead alone`() {
        let budget = PageBudget(letters: .ascii, units: 14)
        let shown = pages(text: "Vous vivez ici ? Bien", options: [], keys: { _, isLast in isLast ? [] : ["98"] }, budget: budget)
        #expect(shown == ["Vous vivez\n98", "ici ? Bien"])
    }

    @Test func `never cut an option that fits a page`() {
        let options = (1...10).map { "\($0) \(["Adamaoua", "Centre", "Est", "Extreme-Nord", "Littoral"][$0 % 5])" }
        let shown = pages(text: "Votre region ?", options: options, keys: Self.keys, budget: PageBudget(letters: .ascii, units: 60))
        #expect(shown.count > 1)
        let lines = shown.flatMap { $0.split(separator: "\n").map(String.init) }
        #expect(lines.filter(options.contains) == options)
    }

    @Test func `cut an option that is alone too long between its words`() {
        let shown = pages(
            text: "", options: ["1 aaaa bbbb cccc", "2 d"], keys: { _, isLast in isLast ? [] : ["98"] },
            budget: PageBudget(letters: .ascii, units: 13))
        #expect(shown == ["1 aaaa\n98", "bbbb cccc\n2 d"])
    }

    @Test func `cut a word longer than a page between letters`() {
        let word = String(repeating: "é", count: 100)
        let shown = pages(text: word, options: [], keys: { _, _ in [] }, budget: PageBudget(letters: .gsm, units: 40))
        #expect(shown.map(\.count) == [40, 40, 20])
        let family = String(repeating: "👨‍👩‍👧", count: 12)
        let pictures = pages(text: family, options: [], keys: { _, _ in [] }, budget: PageBudget(letters: .unicode, units: 160))
        #expect(pictures.map(\.count) == [10, 2])
    }

    /// It was taken for blank, and left out where a page ended.
    @Test func `keep an accent that stands on a blank`() {
        let shown = pages(
            text: "un deux trois \u{308} quatre cinq", options: [], keys: { _, _ in [] }, budget: PageBudget(letters: .unicode, units: 13))
        #expect(shown == ["un deux", "trois \u{308}", "quatre cinq"])
    }

    @Test func `hold at most 80 units in UCS-2`() {
        let letters = String(repeating: "م", count: 80)
        #expect(PageBudget(letters: .ascii, units: 160).fits(letters))
        #expect(!PageBudget(letters: .ascii, units: 160).fits(letters + "م"))
        #expect(!PageBudget(letters: .ascii, units: 40).fits(letters))
        #expect(PageBudget(letters: .gsm, units: 182).fits(String(repeating: "€", count: 91)))
        #expect(!PageBudget(letters: .gsm, units: 182).fits(String(repeating: "€", count: 92)))
    }

    @Test func `end even where the keys leave no room`() {
        let shown = pages(text: "abc", options: ["1 d"], keys: { _, _ in ["98 Suite"] }, budget: PageBudget(letters: .ascii, units: 5))
        #expect(shown.count < 10)
        #expect(shown.compactMap { $0.split(separator: "\n").first }.joined().filter { $0 != " " } == "abc1d")
    }

    @Test func `end where one letter is longer than a page`() {
        let letter = "a" + String(repeating: "\u{338}", count: 500)
        let shown = pages(text: letter, options: [], keys: Self.keys, budget: Self.ussd)
        #expect(shown.allSatisfy(Self.ussd.fits))
        #expect(shown.count < 12)
    }

    // What must hold for any text.

    struct Chance: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return z ^ (z >> 31)
        }
    }

    @Test(arguments: [
        PageBudget(letters: .ascii, units: 160), PageBudget(letters: .gsm, units: 60), PageBudget(letters: .unicode, units: 182),
    ])
    func `lose nothing, cut no option and hold to the budget`(budget: PageBudget) {
        for seed in 0..<150 {
            var chance = Chance(state: UInt64(seed))
            let letters = Array(seed.isMultiple(of: 3) ? "abcé€{😀مê" : "abcdefgh^é")
            func word(_ longest: Int) -> String {
                String(
                    (0..<Int.random(in: 1...longest, using: &chance)).map { _ in letters[Int.random(in: 0..<letters.count, using: &chance)]
                    })
            }
            let text = (0..<Int.random(in: 0...60, using: &chance)).map { _ in
                word(12) + [" ", "\n", "  "][Int.random(in: 0...2, using: &chance)]
            }
            .joined()
            let options = (0..<Int.random(in: 0...12, using: &chance)).map { "\($0 + 1) \(word(14))" }
            let shown = pages(text: text, options: options, keys: Self.keys, budget: budget)

            #expect(shown.allSatisfy(budget.fits), "seed \(seed)")
            let lines = shown.enumerated().flatMap { page, content in
                let foot = Self.keys(page, page == shown.count - 1)
                let lines = content.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
                #expect(Array(lines.suffix(foot.count)) == foot, "seed \(seed)")
                return lines.dropLast(foot.count)
            }
            let words = lines.joined(separator: "\n").split(whereSeparator: \.isWhitespace)
            #expect(words == (text + "\n" + options.joined(separator: "\n")).split(whereSeparator: \.isWhitespace), "seed \(seed)")
            #expect(Array(lines.suffix(options.count)) == options, "seed \(seed)")
            #expect(shown == pages(text: text, options: options, keys: Self.keys, budget: budget), "seed \(seed)")
        }
    }
}
