import Texting

/// A screen as the phone gets it: its text, its options numbered through all pages, and the keys that work on each page.
///
/// An SMS is one text whatever its length.
package func pages(of shown: Shown, words: ProgramWords, language: Language, channel: Channel) -> [String] {
    let letters = channel.budget.letters
    let text = fitted(shown.text, to: letters)
    let options = shown.options.enumerated().map { index, words in fitted(String(index + 1) + " " + words, to: letters) }
    let lines = KeyLines(shown: shown, words: words, language: language, channel: channel)
    switch channel.kind {
    case .sms:
        return [together(text, options + lines.on(page: 0, isLast: true))]
    case .ussd:
        return pages(text: text, options: options, keys: { page, isLast in lines.on(page: page, isLast: isLast) }, budget: channel.budget)
    }
}

/// The lines of keys under a page.
private struct KeyLines {
    let shown: Shown
    let words: ProgramWords
    let language: Language
    let channel: Channel

    func on(page: Int, isLast: Bool) -> [String] {
        KeyLine.allCases.compactMap { line in
            let isShown =
                switch line {
                case .more: !isLast
                case .back: page > 0 || shown.keys.contains(.back)
                case .skip, .start: shown.keys.contains(line)
                }
            return isShown ? written(line) : nil
        }
    }

    private func written(_ line: KeyLine) -> String {
        let key = shown.keyForm.written(line.key(of: channel.keys))
        return fitted(key + " " + label(of: line), to: channel.budget.letters)
    }

    private func label(of line: KeyLine) -> String {
        if line == .skip, let skipping = shown.skipping { return skipping }
        return words.texts[line.words]?.template(language, channel.kind).filled { _ in nil } ?? ""
    }
}
