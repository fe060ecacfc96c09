import DialogFiles
import Dialogs

extension ChatRun {
    /// Holds all that came of an act against all that the file expects of it.
    mutating func compare(
        _ exchange: Chat.Exchange, _ came: [String], _ stored: StoredThings, _ texts: [String],
        _ screen: inout Screen
    ) {
        let shown = exchange.expected.compactMap { expected -> (line: Int, text: String?)? in
            switch expected.what {
            case .shown(let text): (expected.line, text)
            case .anyLines: (expected.line, nil)
            case .sms, .stored, .ended: nil
            }
        }
        let alignment = Alignment(expected: shown.map(\.text), came: came)
        if alignment.differs {
            let line = alignment.firstMissing.map { shown[$0].line } ?? exchange.line
            tell(
                line, fr: "ce qui est affiché après « \(exchange.act.line) » diffère",
                en: "what is shown after \"\(exchange.act.line)\" differs",
                alignment.rows)
        }
        compareMessages(exchange, texts)
        compareStored(exchange, stored.entries)
        guard let expected = exchange.expected.first(where: { $0.what == .ended }) else { return }
        switch screen {
        case .ended, .endedAsExpected: screen = .endedAsExpected
        case .none, .waiting:
            tell(expected.line, fr: "la conversation n'est pas terminée", en: "the conversation has not ended")
        }
    }

    private mutating func compareMessages(_ exchange: Chat.Exchange, _ messages: [String]) {
        var left = messages
        var rows: [Alignment.Row] = []
        var line: Int?
        for (index, expected) in exchange.expected.enumerated() {
            guard case .sms(let text) = expected.what else { continue }
            if let found = left.firstIndex(of: text) {
                left.remove(at: found)
            } else {
                rows.append(.missing(expected.what.lines.joined(separator: "\n"), index: index))
                line = line ?? expected.line
            }
        }
        rows += left.map { .extra(Chat.Expectation.sms($0).lines.joined(separator: "\n")) }
        guard !rows.isEmpty else { return }
        tell(line ?? exchange.line, fr: "les SMS qui partent diffèrent", en: "the SMS that leave differ", rows)
    }

    private mutating func compareStored(_ exchange: Chat.Exchange, _ stored: [StoredThings.Entry]) {
        var left = stored
        var rows: [Alignment.Row] = []
        var line: Int?
        for (index, expected) in exchange.expected.enumerated() {
            guard case .stored(let wanted) = expected.what else { continue }
            if let found = left.firstIndex(where: { $0.matches(wanted) }) {
                left.remove(at: found)
            } else {
                rows.append(.missing("= \(wanted.text)", index: index))
                line = line ?? expected.line
            }
        }
        rows += left.map { .extra("= \($0.line.text)") }
        guard !rows.isEmpty else { return }
        tell(line ?? exchange.line, fr: "ce qui est enregistré diffère", en: "what is stored differs", rows)
    }

    /// Nothing may be stored that no step has shown.
    mutating func compareAtLast(_ stored: StoredThings, _ listed: [StoredThings.Entry]) {
        let unseen = stored.entries.filter { !listed.contains($0) }
        guard let last = chat.steps.last, !unseen.isEmpty else { return }
        tell(
            last.line, fr: "ceci est enregistré sans qu'aucun pas l'ait fait", en: "this is stored and no step did it",
            unseen.map { .extra("= \($0.line.text)") })
    }
}
