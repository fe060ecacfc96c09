import Texting

/// A screen as the phone gets it: its text, its options numbered through all pages, and the keys that work on each page.
///
/// An SMS is one text whatever its length.
package func pages(of shown: Shown, words: ProgramWords, language: Language, channel: Channel) -> [String] {
    let letters = channel.budget.letters
    let text = fitted(shown.text, to: letters)
    let options = shown.options.enumerated().map { index, words in fitted("\(index + 1) \(words)", to: letters) }
    let lines = KeyLines(shown: shown, words: words, language: language, channel: channel)
    switch channel.kind {
    case .sms:
        let whole = (text.isEmpty ? [] : [text]) + options + lines.on(page: 0, isLast: true)
        return [whole.joined(separator: "\n")]
    case .ussd:
        return pages(text: text, options: options, keys: { page, isLast in lines.on(page: page, isLast: isLast) }, budget: channel.budget)
    }
}

/// The lines of keys under a page.
private struct KeyLines {
    let shown: Shown
    let written: [KeyLine: String]

    init(shown: Shown, words: ProgramWords, language: Language, channel: Channel) {
        self.shown = shown
        var written: [KeyLine: String] = [:]
        for line in KeyLine.allCases {
            let usual = words.texts[line.words]?.template(language, channel.kind).filled { _ in nil } ?? ""
            let label = line == .skip ? shown.skipping ?? usual : usual
            written[line] = fitted("\(shown.keyForm.written(line.key(of: channel.keys))) \(label)", to: channel.budget.letters)
        }
        self.written = written
    }

    func on(page: Int, isLast: Bool) -> [String] {
        KeyLine.allCases.filter { line in
            switch line {
            case .more: !isLast
            case .back: page > 0 || shown.keys.contains(.back)
            case .skip, .start: shown.keys.contains(line)
            }
        }.compactMap { written[$0] }
    }
}
