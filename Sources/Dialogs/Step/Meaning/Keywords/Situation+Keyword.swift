/// A word that opens a dialog, with what follows it in the message.
struct KeywordMeant: Equatable {
    var dialog: String
    /// The language to answer in.
    var language: Language
    /// As it was written.
    var word: String
    /// What follows, piece by piece; an empty piece is one that is not understood.
    var answers: [TypedText]
}

extension Situation {
    private static let afterKeyword: Set<Character> = [",", "،", ":", ";", ".", "!", "?"]
    private static let commas: Set<Character> = [",", "،"]

    /// The longest keyword that the message begins with. Where any text would be an answer, only one that stands alone.
    func keyword(_ written: TypedText) -> KeywordMeant? {
        for end in ends(in: written.text) {
            let word = String(written.text[..<end])
            guard !bare(word).isEmpty, let (dialog, languages) = script.facts.keywords[bare(word)] else { continue }
            let rest = written.text[end...].drop { $0.isWhitespace || Self.afterKeyword.contains($0) }
            let isAlone = bare(String(rest)).isEmpty
            guard isAlone || !asksFreeTextBySMS && canAnswer(dialog) else { continue }
            let answers = rest.split(omittingEmptySubsequences: false) { Self.commas.contains($0) }.map { TypedText(String($0)) }
            return KeywordMeant(dialog: dialog, language: spoken(by: languages), word: word, answers: isAlone ? [] : answers)
        }
        return nil
    }

    /// Where a keyword may end, the last first.
    private func ends(in text: String) -> [String.Index] {
        let inside = text.indices.prefix(Self.longestKeyword).filter { text[$0].isWhitespace || Self.afterKeyword.contains(text[$0]) }
        return (inside + (text.count <= Self.longestKeyword ? [text.endIndex] : [])).reversed()
    }

    /// In characters; no keyword is so long.
    private static var longestKeyword: Int { 80 }

    private var asksFreeTextBySMS: Bool { isOpenBySMS && asksFreeText }

    private func canAnswer(_ dialog: String) -> Bool {
        script.dialogs[dialog]?.keywordAnswer.flatMap { script.address(of: $0, in: dialog) }.flatMap(script.screen(at:))?.question != nil
    }
}
