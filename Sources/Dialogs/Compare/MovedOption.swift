/// An option that has another number than in the version before: people who learnt `*123*1*3#` by heart would land elsewhere.
package struct MovedOption: Hashable, Sendable {
    package var screen: ScreenAddress
    /// Counted from 1, as shown where every option is.
    package var before: Int
    package var now: Int
    package var words: Words
}

/// The options that both versions have on the same screen under different numbers, in the order of the screens' names.
package func movedOptions(from old: Script, to new: Script) -> [MovedOption] {
    new.dialogs.sorted { $0.key < $1.key }.flatMap { name, dialog in
        dialog.order.flatMap { id -> [MovedOption] in
            let address = ScreenAddress(dialog: name, screen: id)
            guard let before = old.screen(at: address), let now = dialog.screens[id] else { return [] }
            let numbers = Dictionary(old.numbered(before).map { ($0.id, $0.number) }, uniquingKeysWith: { first, _ in first })
            return new.numbered(now).compactMap { option in
                guard let number = numbers[option.id], number != option.number else { return nil }
                return MovedOption(screen: address, before: number, now: option.number, words: option.words)
            }
        }
    }
}

extension Script {
    fileprivate func numbered(_ screen: Screen) -> [(id: String, number: Int, words: Words)] {
        switch screen.kind {
        case .menu(_, let options): options.enumerated().map { ($1.id, $0 + 1, $1.words) }
        case .question(let question):
            switch question.expect {
            case .choice(let offered): choices(of: offered.source).enumerated().map { ($1.id, $0 + 1, $1.words) }
            case .text, .number, .date, .phone, .reference: []
            }
        case .page, .review, .route, .call, .end: []
        }
    }
}
