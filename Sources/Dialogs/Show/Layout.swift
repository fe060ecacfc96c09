import Texting

/// A screen as the phone gets it: its text, its options numbered through all pages, and the keys that work on each page.
///
/// An SMS is one text whatever its length.
package func pages(of shown: Shown, words: ProgramWords, language: Language, channel: Channel) -> [String] {
    let labels = KeyLabels(words: words, language: language, kind: channel.kind, keys: channel.keys)
    let whole = whole(shown, labels, channel.budget.letters)
    if channel.kind == .sms || whole.fit(channel.budget) { return [whole.text] }
    let letters = channel.budget.letters
    return pages(
        text: fitted(shown.text, to: letters),
        options: shown.options.enumerated().map { index, words in fitted(String(index + 1) + " " + words, to: letters) },
        keys: { page, isLast in
            KeyLine.allCases.filter { shown.names($0, onPage: page, isLast: isLast) }.map { line in
                let label = labels.label(of: line, in: shown)
                return fitted(label.key + " " + label.words, to: letters)
            }
        }, budget: channel.budget)
}

/// All on one page, as it nearly always is.
private func whole(_ shown: Shown, _ labels: KeyLabels, _ letters: Letters) -> FittedLines {
    var whole = FittedLines(letters: letters, capacity: usualSize)
    whole.add(shown.text)
    for (index, words) in shown.options.enumerated() {
        whole.beginLine(behind: index + 1)
        whole.add(words)
    }
    for line in KeyLine.allCases where shown.names(line, onPage: 0, isLast: true) {
        let label = labels.label(of: line, in: shown)
        whole.beginLine(behind: label.key)
        whole.add(label.words)
    }
    return whole
}

/// In bytes, of a page.
private let usualSize = 256

/// What stands in the lines of keys.
private struct KeyLabels {
    let words: ProgramWords
    let language: Language
    let kind: ChannelKind
    let keys: Keys

    func label(of line: KeyLine, in shown: Shown) -> (key: String, words: String) {
        (shown.keyForm.written(line.key(of: keys)), words(of: line, in: shown))
    }

    private func words(of line: KeyLine, in shown: Shown) -> String {
        if line == .skip, let skipping = shown.skipping { return skipping }
        return words.label(of: line)?.template(language, kind).filled { _ in nil } ?? ""
    }
}

extension Shown {
    fileprivate func names(_ line: KeyLine, onPage page: Int, isLast: Bool) -> Bool {
        switch line {
        case .more: !isLast
        case .back: page > 0 || keys.contains(.back)
        case .skip, .start: keys.contains(line)
        }
    }
}
