extension Script {
    /// Where a conversation can begin: a dial, a keyword, what a keyword's rest is tried on, a reminder that is answered.
    var entries: [ScreenAddress] {
        let dialled = dialogs[start].map { [ScreenAddress(dialog: start, screen: $0.start)] } ?? []
        return dialled + keywordEntries.map(\.address) + openings.map(\.address)
    }

    /// The dialogs that a keyword opens, with what the rest of its message answers.
    var keywordEntries: [(dialog: String, address: ScreenAddress)] {
        dialogs.sorted { $0.key < $1.key }.flatMap { name, dialog -> [(dialog: String, address: ScreenAddress)] in
            guard dialog.keywords.values.contains(where: { !$0.isEmpty }) else { return [] }
            let answered = dialog.keywordAnswer.flatMap { nearestAddress(of: $0, in: name) }
            return [(name, ScreenAddress(dialog: name, screen: dialog.start))] + (answered.map { [(name, $0)] } ?? [])
        }
    }

    /// The screens that reminders open, with the sign-up that each is about.
    var openings: [(address: ScreenAddress, signUp: String)] {
        dialogs.sorted { $0.key < $1.key }.flatMap { name, dialog in
            dialog.reminders.sorted { $0.key < $1.key }.compactMap { _, reminder in
                reminder.opens.flatMap { nearestAddress(of: $0, in: name) }.map { ($0, reminder.signUp) }
            }
        }
    }
}
