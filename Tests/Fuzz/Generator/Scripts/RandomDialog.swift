/// One dialog that nobody wrote: screens that lead on and on, until a sign-up or a way back.
struct RandomDialog {
    let name: String
    /// Dialogs that can be called.
    let callable: [String]
    private(set) var text = ""
    /// Choice questions of this dialog that every path has answered.
    private var asked: [(field: String, ids: [String])] = []
    private var fields: [String] = []
    private var count = 0

    init(_ name: String, callable: [String], _ dice: inout Dice) {
        self.name = name
        self.callable = callable
    }

    /// Called from elsewhere: a question or two, and back.
    static func called(_ name: String, _ dice: inout Dice) -> String {
        var dialog = RandomDialog(name, callable: [], &dice)
        dialog.begin(&dice)
        for number in 1...(1 + dice.below(3)) { dialog.question("s\(number)", next: "s\(number + 1)", &dice) }
        return dialog.text.replacing("next: s\(dialog.count + 1)", with: "next: return")
    }

    /// With a consent, questions, a review and a sign-up.
    static func signUp(_ name: String, callable: [String], _ dice: inout Dice) -> String {
        var dialog = RandomDialog(name, callable: callable, &dice)
        dialog.begin(&dice, start: "accord")
        dialog.line("accord:\n    ask: \(RandomWords.words(&dice, most: 10))\n    save: \(name)-consent\n    label: Accord")
        dialog.text += "    choices: { oui: Oui, non: Non }\n    next: { oui: s0, non: refus }\n"
        dialog.line("refus: { do: [forget], end: \(RandomWords.words(&dice, most: 8)) }")
        let questions = 1 + dice.below(5)
        dialog.question("s0", next: "s1", &dice)
        for number in 1...questions { dialog.screen("s\(number)", next: number == questions ? "relire" : "s\(number + 1)", &dice) }
        let fields = dialog.fields.joined(separator: ", ")
        dialog.line("relire: { review: [\(fields)], say: \(RandomWords.words(&dice, most: 6)), accept: Envoyer, next: fin }")
        let sends = dice.once(in: 2)
        let actions = "sign-up: \(name)-s" + (sends ? ", send: m, remind: r" : "")
        dialog.line("fin: { do: [\(actions)], end: \(RandomWords.words(&dice, most: 6, placeholder: "{{reference}}")) }")
        let again = dice.one(of: ["update", "new", "refuse"])
        dialog.text +=
            "sign-ups:\n  \(name)-s: { title: \"Inscription\", fields: [\(fields)], consent: { \(name)-consent: oui }, again: \(again) }\n"
        if sends {
            dialog.text += "messages: { m: \"OIM : {{reference}} est la. {{how-to-stop}}\" }\n"
            let say = "\"Encore {{reference}} ? {{how-to-stop}}\""
            dialog.text += "reminders:\n  r: { for: \(name)-s, after: [\(1 + dice.below(9)) days], say: \(say) }\n"
        }
        return dialog.text
    }

    /// Pages and menus, and back to the start.
    static func reading(_ name: String, callable: [String], _ dice: inout Dice) -> String {
        var dialog = RandomDialog(name, callable: callable, &dice)
        dialog.begin(&dice)
        let screens = 1 + dice.below(4)
        for number in 1...screens { dialog.screen("s\(number)", next: "s\(number + 1)", &dice) }
        dialog.line(
            "s\(screens + 1): { end: \(RandomWords.words(&dice, most: 10, placeholder: dice.one(of: ["{{code}}", "{{date}}", "{{cost}}"]))) }"
        )
        return dialog.text
    }

    private mutating func begin(_ dice: inout Dice, start: String = "s1") {
        text = "title: \(RandomWords.quoted(RandomWords.sentence(&dice, most: 3)))\nstart: \(start)\n"
        if dice.once(in: 2) { text += "keywords: [mot\(name)]\n" }
        if dice.once(in: 3) { text += "resume: \(dice.one(of: ["offer", "go-on", "start-over"]))\n" }
        if dice.once(in: 3) { text += "nudge: { after: 2 h, say: \"Il manque une reponse. {{how-to-stop}}\" }\n" }
        text += "screens:\n"
    }

    private mutating func line(_ screen: String) { text += "  " + screen + "\n" }

    private mutating func screen(_ id: String, next: String, _ dice: inout Dice) {
        switch dice.below(10) {
        case 0: line("\(id): { say: \(RandomWords.words(&dice, most: 60, placeholder: placeholder(&dice))), next: \(next) }")
        case 1:
            let options = (0..<(2 + dice.below(4))).map {
                "o\($0): { words: \(RandomWords.words(&dice, most: 4)), next: \(next)\(condition(&dice)) }"
            }
            line(
                "\(id):\n    say: \(RandomWords.words(&dice, most: 8))\n    menu:\n      reste: { words: Reste, next: \(next) }\n      "
                    + options.joined(separator: "\n      "))
        case 2 where !asked.isEmpty:
            let test = dice.one(of: asked)
            line("\(id):\n    route:\n      - { when: { \(test.field): \(test.ids[0]) }, next: \(next) }\n      - else: \(next)")
        case 3 where !callable.isEmpty: line("\(id): { call: \(dice.one(of: callable))/, next: \(next) }")
        default: question(id, next: next, &dice)
        }
    }

    private func placeholder(_ dice: inout Dice) -> String? {
        guard dice.once(in: 2), let field = fields.randomElement(using: &dice) else { return nil }
        return "{{\(field)|rien}}"
    }

    private func condition(_ dice: inout Dice) -> String {
        guard !asked.isEmpty, dice.once(in: 3) else { return "" }
        let test = dice.one(of: asked)
        return ", when: { \(test.field): \(dice.once(in: 2) ? test.ids[0] : "[\(test.ids.joined(separator: ", "))]") }"
    }

    private mutating func question(_ id: String, next: String, _ dice: inout Dice) {
        count += 1
        let field = "\(name)-f\(count)"
        var body = "ask: \(RandomWords.words(&dice, most: 8))\n    save: \(field)\n    label: \(RandomWords.words(&dice, most: 2))\n"
        let isOptional = dice.once(in: 3)
        if isOptional { body += "    optional: Passer\n" }
        if dice.once(in: 4) { body += "    known: \(dice.one(of: ["ask", "offer", "skip"]))\n" }
        if dice.once(in: 6) { body += "    private: true\n" }
        if dice.once(in: 5) { body += "    hint: \(RandomWords.words(&dice, most: 5))\n" }
        switch dice.below(8) {
        case 0: body += "    expect: { text: { min: \(1 + dice.below(3)), max: \(dice.one(of: [10, 40, 100])) } }\n"
        case 1:
            body +=
                "    expect: { number: { min: \(dice.below(2)), max: \(dice.one(of: [1, 98, 500, 1_000_000])), decimals: \(dice.below(3)) } }\n"
        case 2:
            body +=
                "    expect: { date: { max: \(dice.one(of: ["today", "today-18y"])), precision: \(dice.one(of: ["day", "month", "year"])) } }\n"
        case 3: body += "    expect: { phone: {} }\n"
        case 4: body += "    expect: { text: { like: \(dice.one(of: ["AA999", "A9", "9999A"])) } }\n"
        case 5:
            body += "    choices: lists/\(dice.one(of: ["longue", "courte"]))\n    \(dice.once(in: 2) ? "find: true" : "note: une liste")\n"
        default:
            let ids = (0..<(2 + dice.below(7))).map { "c\($0)" }
            let several = dice.once(in: 3)
            if several { body += "    several: { min: 1, max: \(1 + dice.below(ids.count)) }\n" }
            body +=
                "    choices:\n"
                + ids.enumerated().map {
                    "      \($0.element): \(RandomWords.quoted("\($0.offset) " + RandomWords.sentence(&dice, most: 3)))\n"
                }.joined()
            if !several, !isOptional { asked.append((field, ids)) }
        }
        fields.append(field)
        line("\(id):\n    \(body)    next: \(next)")
    }
}
