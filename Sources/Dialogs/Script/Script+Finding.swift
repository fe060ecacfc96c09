/// What a screen names by id alone: its own file first, then the whole folder.
extension Script {
    func signUp(_ id: String, for dialog: String) -> SignUp? {
        dialogs[dialog]?.signUps[id] ?? allSignUps[id]
    }

    /// The reminder and the file that it stands in.
    func reminderWithFile(_ id: String, for dialog: String) -> (file: String, reminder: Reminder)? {
        let own = dialogs[dialog]?.reminders[id].map { (dialog, $0) }
        return own ?? dialogs.sorted { $0.key < $1.key }.lazy.compactMap { name, other in other.reminders[id].map { (name, $0) } }.first
    }

    /// A question that saves the field; of several, one that offers that choice where one is named.
    func question(saving field: String, offering choice: String? = nil) -> Question? {
        let questions = facts.questions[field] ?? []
        guard let choice else { return questions.first?.question }
        return questions.first { _, question in
            guard case .choice(let choices) = question.expect else { return false }
            return self.choices(of: choices.source).contains { $0.id == choice }
        }?.question
    }
}
