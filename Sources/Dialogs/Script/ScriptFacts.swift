import Synchronization

/// What is true of a script as a whole: found when it is first asked for, and kept beside the script.
final class ScriptFacts: Sendable {
    struct Found: Sendable {
        /// The questions that save a field, in the order of the files' names.
        var questions: [String: [(screen: ScreenAddress, question: Question)]] = [:]
        /// The fields in which somebody consents to a sign-up.
        var consents: Set<String> = []
        /// The options of the start menu from which a call-back is reached, in their order.
        var callbackOptions: [MenuChoice] = []
        /// The dialog that each keyword opens, as a message is compared with it, with the languages in which it does.
        var keywords: [String: (dialog: String, languages: [Language])] = [:]
    }

    private let found = Mutex<Found?>(nil)

    func of(_ script: Script) -> Found {
        found.withLock { kept in
            if let kept { return kept }
            let fresh = Self.find(in: script)
            kept = fresh
            return fresh
        }
    }

    private static func find(in script: Script) -> Found {
        var found = Found(callbackOptions: script.findCallbackOptions())
        for (name, dialog) in script.dialogs.sorted(by: { $0.key < $1.key }) {
            for id in dialog.screens.keys.sorted() {
                guard case .question(let question)? = dialog.screens[id]?.kind else { continue }
                found.questions[question.save.id, default: []].append((ScreenAddress(dialog: name, screen: id), question))
            }
            found.consents.formUnion(dialog.signUps.values.compactMap(\.consentField))
            for language in script.languages {
                for word in dialog.keywords[language] ?? [] {
                    let known = found.keywords[bare(word)]
                    guard known == nil || known?.dialog == name else { continue }
                    found.keywords[bare(word)] = (name, (known?.languages ?? []) + [language])
                }
            }
        }
        return found
    }
}

/// An option where it stands.
struct MenuChoice: Equatable, Sendable {
    var menu: Frame
    var option: Option
}
