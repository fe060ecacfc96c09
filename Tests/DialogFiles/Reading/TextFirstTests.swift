import DialogFiles
import Dialogs
import Testing

/// §1 of the format: what stands in the file is what is said.
@Suite struct TextFirstTests {
    @Test(arguments: [
        "oui", "non", "yes", "no", "true", "010", "0x1F", "1e3", "1_000", ".inf", "2026-12-31", "12:30:45", "~", "null", "<<", "=", "3.10",
        "*",
    ])
    func `a text is the text that stands there`(_ text: String) {
        let written = text == "*" ? "\"*\"" : text
        let reading = Folders.read(Folders.screen("end: \(written)"))
        #expect(reading.findings == [])
        #expect(reading.accueil?.end() == text)
    }

    struct Case: CustomTestStringConvertible {
        let testDescription: String
        let written: String
        let said: String
    }

    @Test(arguments: [
        Case(testDescription: "single quotes", written: "end: 'L''adresse : ici'", said: "L'adresse : ici"),
        Case(testDescription: "double quotes", written: #"end: "Un \"mot\" et \\ un\nautre""#, said: "Un \"mot\" et \\ un\nautre"),
        Case(testDescription: "two lines make one", written: "end: Merci\n  à vous", said: "Merci à vous"),
        Case(testDescription: "a block keeps its lines", written: "end: |\n  Merci\n  à vous # oui", said: "Merci\nà vous # oui"),
        Case(testDescription: "a folded block", written: "end: >-\n  Merci\n  à vous", said: "Merci à vous"),
        Case(testDescription: "a hash inside a word", written: "end: Faites *123# ou n#1", said: "Faites *123# ou n#1"),
        Case(testDescription: "quotes in the middle", written: "end: Dites \"oui\" ou 'non'", said: "Dites \"oui\" ou 'non'"),
        Case(testDescription: "a bracket in the middle", written: "end: Merci {beaucoup} [à vous]", said: "Merci {beaucoup} [à vous]"),
        Case(testDescription: "a colon inside a word", written: "end: Ouvert 8:00-16:00", said: "Ouvert 8:00-16:00"),
        Case(testDescription: "Arabic", written: "end: شكرا لك", said: "شكرا لك"),
    ])
    func `however it is written`(_ example: Case) {
        let text = Folders.screen(example.written)
        let reading = Folders.read(text)
        #expect(reading.told == [])
        #expect(reading.accueil?.end() == example.said)
    }

    @Test func `a hash behind a blank is told once in a text, wherever it stands, and a block of lines keeps it`() {
        #expect(Folders.read(Folders.screen("end: |\n  Merci # oui\nnote: x # y")).told == ["accueil.yaml:6:13 hash"])
    }

    @Test func `the order of options is as written`() {
        let reading = Folders.read(Folders.screen("say: Bonjour\nmenu:\n  zebre: Z\n  a: A\n  m/: M\n  b/c: B"))
        guard case .menu(_, let options)? = reading.accueil?.screens["a"]?.kind else {
            Issue.record("no menu")
            return
        }
        #expect(options.map(\.id) == ["zebre", "a", "m/", "b/c"])
    }

    @Test(arguments: ["\u{FEFF}", ""], ["\r\n", "\n", "\r"])
    func `any system's files are read, and places stay the same`(_ mark: String, _ lineEnd: String) {
        let text = mark + "start: a\nscreens:\n  a:\n    ennd: Merci\n    end: Merci".replacing("\n", with: lineEnd)
        let reading = Folders.read(text)
        #expect(reading.told == ["accueil.yaml:4:5 unknown-key"])
        #expect(reading.accueil?.end() == "Merci")
    }

    @Test func `columns are counted in letters, however they are stored`() {
        #expect(
            Folders.read("start: a\nscreens: { a: { end: \"e\u{301}\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\", not: x } }").told == [
                "accueil.yaml:2:28 unknown-key"
            ])
    }

    @Test func `everything is told at once, across files, and a name written twice hides nothing`() {
        let reading = Folders.read([
            "accueil.yaml":
                "start: a\nscreens:\n  a: { end: Merci, end: Encore }\n  b: { ennd: Merci }\n  b: { end: x }\n  b: { end: y }\nstart: b\n",
            "autre.yaml": "start: c\nscreens:\n  a: { end: \"Merci }\n",
            "tiers.yaml": "start: a\nscreens:\n  a: { end: Merci, bien }\n",
        ])
        #expect(
            reading.told == [
                "accueil.yaml:3:20 duplicate-key", "accueil.yaml:4:8 unknown-key", "accueil.yaml:5:3 duplicate-key",
                "accueil.yaml:6:3 duplicate-key",
                "accueil.yaml:7:1 duplicate-key", "autre.yaml:3:13 syntax", "tiers.yaml:3:20 no-value",
            ])
        #expect(reading.accueil?.start == "a")
    }

    @Test func `what can't be read is there by its name, and so nobody tells it as missing`() throws {
        let reading = Folders.read(
            "start: a\nscreens:\n  a: { do: [sign-up: aide, send: merci], end: Merci }\n  b: { ask: Nom }\n"
                + "sign-ups: { aide: { title: Aide } }\nmessages: { merci: \"\" }\n")
        let script = try #require(reading.script)
        #expect(reading.accueil?.signUps.keys.sorted() == ["aide"])
        #expect(reading.accueil?.messages.keys.sorted() == ["merci"])
        #expect(script.unread == Script.Unread(dialogs: ["accueil"], screens: [ScreenAddress(dialog: "accueil", screen: "b")]))
        #expect(Folders.read(Folders.smallest).script?.unread.isEmpty == true)
    }

    @Test func `a finding says the screen that it is in`() {
        let reading = Folders.read("start: a\nscreens:\n  a: { end: Merci }\n  b: { end: Merci, non }\n  c: { end: M, x: y }\nresumé: x\n")
        #expect(reading.findings.map(\.screen) == ["b", "c", nil])
    }

    @Test func `a mistyped name is answered with the nearest`() {
        let finding = Folders.read(Folders.screen("end: Merci\nnotte: x")).findings.first
        #expect(finding?.line(in: .english) == "accueil.yaml:5:5: error: \"notte\" is not known here; did you mean \"note\"?")
        #expect(finding?.line(in: .french) == "accueil.yaml:5:5: error: « notte » n'est pas connu ici; vouliez-vous dire « note » ?")
    }
}
