import Synchronization

/// What is true of a script as a whole: found when it is first asked for, and kept beside the script.
final class ScriptFacts: Sendable {
    final class Found: Sendable {
        /// The questions that save a field, in the order of the files' names.
        let questions: [String: [(screen: ScreenAddress, question: Question)]]
        /// The options of the start menu from which a call-back is reached, in their order.
        let callbackOptions: [MenuChoice]
        /// The dialog that each keyword opens, as a message is compared with it, with the languages in which it does.
        let keywords: [String: (dialog: String, languages: [Language])]

        fileprivate init(in script: Script) {
            callbackOptions = script.findCallbackOptions()
            (questions, keywords) = script.findFields()
        }
    }

    private let found = AtomicLazyReference<Found>()

    func of(_ script: Script) -> Found { found.load() ?? found.storeIfNil(Found(in: script)) }
}

extension Script {
    fileprivate func findFields() -> (
        questions: [String: [(screen: ScreenAddress, question: Question)]],
        keywords: [String: (dialog: String, languages: [Language])]
    ) {
        var questions: [String: [(screen: ScreenAddress, question: Question)]] = [:]
        var keywords: [String: (dialog: String, languages: [Language])] = [:]
        for (name, dialog) in dialogs.sorted(by: { $0.key < $1.key }) {
            for id in dialog.screens.keys.sorted() {
                guard case .question(let question)? = dialog.screens[id]?.kind else { continue }
                questions[question.save.id, default: []].append((ScreenAddress(dialog: name, screen: id), question))
            }
            for language in languages {
                for word in dialog.keywords[language] ?? [] {
                    let known = keywords[bare(word)]
                    guard known == nil || known?.dialog == name else { continue }
                    keywords[bare(word)] = (name, (known?.languages ?? []) + [language])
                }
            }
        }
        return (questions, keywords)
    }
}

/// An option where it stands.
struct MenuChoice: Equatable, Sendable {
    var menu: Frame
    var option: Option
}
