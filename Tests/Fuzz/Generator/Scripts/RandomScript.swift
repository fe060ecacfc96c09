import DialogFiles
package import Dialogs
import Texting

/// A folder of dialogs that nobody wrote, some of which pass the check.
package struct RandomScript: Sendable {
    package var files: [String: String]
    package var ussd: Channel
    package var sms: Channel
    /// nil where the check refuses it.
    package var script: Script?
    /// The kinds of what it is refused for.
    package var refusals: Set<String>

    package var isSound: Bool { script != nil }

    package init(_ dice: inout Dice) {
        let budgets: [(Letters, Int)] = [(.ascii, 160), (.ascii, 182), (.gsm, 160), (.ascii, 100), (.unicode, 160)]
        let budget = dice.one(of: budgets)
        ussd = PretendPhone.ussd(budget.0, budget.1)
        sms = PretendPhone.sms
        let languages: [Language] = dice.once(in: 2) ? ["fr"] : ["fr", "en"]
        files = Self.folder(&dice)
        if languages.count > 1 {
            let slots = read(FolderText(files: files), start: "accueil", languages: languages).slots
            files["en.po"] = Self.catalogue(slots, &dice).text
        }
        let reading = read(FolderText(files: files), start: "accueil", languages: languages)
        refusals = Self.kinds(reading.findings)
        if refusals.isEmpty, let read = reading.script {
            refusals = Self.kinds(Examination(of: read, on: [ussd, sms]).findings)
            script = refusals.isEmpty ? read : nil
        }
    }

    private static func kinds(_ findings: [Finding]) -> Set<String> { Set(findings.filter { $0.severity == .error }.map(\.kind)) }

    private static func folder(_ dice: inout Dice) -> [String: String] {
        let called = (0..<(1 + dice.below(2))).map { "r\($0)" }
        var files: [String: String] = ["rappel.yaml": callback, "lists.yaml": lists(&dice)]
        for name in called { files[name + ".yaml"] = RandomDialog.called(name, &dice) }
        var options = ["rappel/: Etre rappele"]
        for number in 0..<(1 + dice.below(3)) {
            let name = "d\(number)"
            files[name + ".yaml"] =
                dice.once(in: 2) ? RandomDialog.signUp(name, callable: called, &dice) : RandomDialog.reading(name, callable: called, &dice)
            options.append("\(name)/: \(RandomWords.quoted("\(number) " + RandomWords.sentence(&dice, most: 2)))")
        }
        // One that a called dialog must not be.
        for name in called { options.append("\(name)-voir: { words: \"Voir \(name)\", next: appel-\(name) }") }
        let calls = called.map { "  appel-\($0): { call: \($0)/, next: menu }\n" }.joined()
        files["accueil.yaml"] =
            "title: l'accueil\nstart: menu\nscreens:\n  menu:\n    say: \(RandomWords.words(&dice, most: 8, placeholder: "C'est {{cost}}."))\n    menu:\n"
            + options.map { "      \($0)\n" }.joined() + calls
        return files
    }

    private static let callback = """
        start: quand
        screens:
          quand:
            ask: Quand ?
            label: Quand
            save: callback-time
            choices: { matin: Matin, soir: Soir }
            next: fin
          fin: { do: [callback: callback-time], end: "Nous appelons." }

        """

    private static func lists(_ dice: inout Dice) -> String {
        func list(_ count: Int, _ dice: inout Dice) -> String {
            (0..<count).map { "  e\($0): \(RandomWords.quoted("\(letters(of: $0)) " + RandomWords.sentence(&dice, most: 2)))\n" }.joined()
        }
        return "courte:\n" + list(2 + dice.below(12), &dice) + "longue:\n"
            + list(dice.once(in: 3) ? 98 + dice.below(60) : 20 + dice.below(30), &dice)
    }

    /// So that no two begin alike.
    private static func letters(of number: Int) -> String {
        String(String(number, radix: 10).map { Character(Unicode.Scalar(UInt8(ascii: "b") + UInt8($0.wholeNumberValue ?? 0))) })
    }

    private static func catalogue(_ slots: [Slot], _ dice: inout Dice) -> Catalogue {
        var entries: [Catalogue.Entry] = []
        for entry in updated(nil, slots: slots, language: "en").entries {
            var content = entry.content
            // Keywords must stay apart from each other.
            content.translation =
                content.context?.hasSuffix("keywords") == true ? content.source + "en" : RandomWords.translation(of: content.source, &dice)
            entries.append(Catalogue.Entry(content, place: entry.place))
        }
        return Catalogue(header: nil, entries: entries)
    }
}
