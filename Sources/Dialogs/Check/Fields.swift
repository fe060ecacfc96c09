/// What the folder as a whole says of one field.
struct FieldFacts: Sendable {
    enum Kind: String, Sendable {
        case text, number, date, phone, reference, choice, several
    }

    var questions: [(address: ScreenAddress, question: Question)] = []
    /// The ids that its questions offer, in their order.
    var ids: [String] = []
    /// The ids that a `set` gives it.
    var setIDs: Set<String> = []

    /// nil where no question saves it.
    var kind: Kind? { questions.first?.question.expect.fieldKind }
    var isPrivate: Bool { questions.contains { $0.question.isPrivate } }
    /// All that it can be where it is a choice, or is only ever set.
    var allIDs: [String] { ids + setIDs.subtracting(ids).sorted() }
}

extension Expectation {
    var fieldKind: FieldFacts.Kind {
        switch self {
        case .text: .text
        case .number: .number
        case .date: .date
        case .phone: .phone
        case .reference: .reference
        case .choice(let choices): choices.several == nil ? .choice : .several
        }
    }
}

extension Script {
    /// Every screen with its address: dialogs by name, screens as their file has them.
    var allScreens: [(address: ScreenAddress, screen: Screen)] {
        dialogs.sorted { $0.key < $1.key }.flatMap { name, dialog in
            dialog.order.compactMap { id in dialog.screens[id].map { (ScreenAddress(dialog: name, screen: id), $0) } }
        }
    }

    /// Every sign-up of the folder by its id; of two with one id, the first.
    var allSignUps: [String: SignUp] {
        dialogs.values.reduce(into: [:]) { all, dialog in
            all.merge(dialog.signUps) { $0.place < $1.place ? $0 : $1 }
        }
    }

    /// A message by its id, the screen's own file first.
    func message(_ id: String, for dialog: String) -> Words? {
        dialogs[dialog]?.messages[id] ?? dialogs.sorted { $0.key < $1.key }.lazy.compactMap { $0.value.messages[id] }.first
    }

    /// A reminder by its id, the screen's own file first.
    func reminder(_ id: String, for dialog: String) -> Reminder? {
        dialogs[dialog]?.reminders[id] ?? dialogs.sorted { $0.key < $1.key }.lazy.compactMap { $0.value.reminders[id] }.first
    }

    /// Every field that a question saves or a `set` gives.
    func fieldFacts() -> [String: FieldFacts] {
        var fields: [String: FieldFacts] = [:]
        for (address, screen) in allScreens {
            if let question = screen.question {
                var facts = fields[question.save.id] ?? FieldFacts()
                facts.questions.append((address, question))
                if case .choice(let choices) = question.expect {
                    for choice in self.choices(of: choices.source) where !facts.ids.contains(choice.id) { facts.ids.append(choice.id) }
                }
                fields[question.save.id] = facts
            }
            for case .set(let values) in screen.allActions.map(\.kind) {
                for (field, id) in values { fields[field, default: FieldFacts()].setIDs.insert(id) }
            }
        }
        return fields
    }
}
