import DialogFiles
import Dialogs
import Testing

@Suite struct ProgramWordsReadingTests {
    private func reading(_ change: (String) -> String, languages: [Language] = ["fr"]) throws -> Reading {
        let words = try #require(try Folders.shippedFiles()["words.yaml"])
        return Folders.read(["accueil.yaml": Folders.smallest, "words.yaml": change(words)], languages: languages)
    }

    @Test func `the program's words are complete`() throws {
        let reading = try reading({ $0 })
        #expect(reading.told == [])
        let words = try #require(reading.script?.words)
        #expect(Set(words.texts.keys) == Set(ProgramWords.ID.allCases))
        #expect(
            words.commands.mapValues { $0.keys.map(\.rawValue) }
                == Dictionary(uniqueKeysWithValues: ProgramWords.Command.allCases.map { ($0, ["fr"]) }))
        #expect(Set(words.status.keys) == ["open", "closed"])
        #expect(reading.slots.contains { $0.context == "words back" } && reading.slots.contains { $0.context == "words status.open" })
    }

    @Test func `a folder without words has the program's own`() throws {
        let own = try reading({ $0 }).script?.words
        let reading = Folders.read(Folders.smallest)
        #expect(reading.findings == [])
        #expect(reading.script?.words.texts.mapValues(\.source) == own?.texts.mapValues(\.source))
        #expect(reading.script?.words.commands == own?.commands)
        #expect(!reading.slots.contains { $0.context.hasPrefix("words ") })
    }

    @Test func `the program's own words are translated too`() throws {
        let reading = Folders.read(["accueil.yaml": Folders.smallest, "en.po": "msgid \"\"\nmsgstr \"\"\n"], languages: ["fr", "en"])
        #expect(reading.script?.words.texts[.back]?.translations["en"] != nil)
    }

    @Test func `a folder's own translations of the program's words come first, in any language`() throws {
        let po = { (text: String) in
            "msgid \"\"\nmsgstr \"\"\n\nmsgctxt \"words back\"\nmsgid \"Retour\"\nmsgstr \"\(text)\"\n"
        }
        let files = ["accueil.yaml": Folders.smallest, "en.po": po("Go back"), "ar.po": po("رجوع")]
        let reading = Folders.read(files, languages: ["fr", "en", "ar"])
        let words = try #require(reading.script?.words.texts)
        #expect(words[.back]?.template("en", .ussd).raw == "Go back")
        #expect(words[.back]?.template("ar", .ussd).raw == "رجوع")
        #expect(words[.start]?.template("en", .ussd).raw == "Home", "the program's where the folder has none")
        #expect(reading.slots.contains { $0.context == "words back" }, "so that its translator is asked for them")
    }

    @Test func `each word that is missing is told`() throws {
        for id in ProgramWords.ID.allCases.map(\.rawValue) + ProgramWords.Command.allCases.map(\.rawValue) + ["status"] {
            let reading = try reading({ words in
                words.split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("\(id):") }.joined(separator: "\n")
            })
            #expect(reading.told == ["words.yaml:1:1 missing-key"], "\(id)")
            #expect(reading.findings.first?.what.english.contains("\"\(id)\"") == true)
        }
    }

    @Test func `a word that is not known is told with the nearest`() throws {
        let finding = try reading({ "bakc: x\n" + $0 }).findings
        #expect(finding.map(\.place) == [Place(file: "words.yaml", line: 1, column: 1)])
        #expect(finding.first?.mend.english == "did you mean \"back\"?")
    }

    @Test func `commands have to be there in every language of the configuration, and others are passed over`() throws {
        #expect(
            try reading({ $0 + "\n" }, languages: ["fr", "ff"]).findings.filter { $0.severity == .error }.map(\.kind)
                == Array(repeating: "missing-key", count: 5))
        #expect(try reading({ $0 }, languages: ["fr"]).told == [])
    }
}
