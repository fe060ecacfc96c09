import DialogFiles
import Dialogs
import Foundation
import Texting

extension Subjects {
    static func dialogFiles(_ material: Material) throws -> [Subject] {
        let reading = read(FolderText(files: material.dialogs), start: "accueil", languages: ["fr", "en"])
        guard let script = reading.script, !reading.hasErrors else { throw Violation("the shipped dialogs have errors") }
        return [
            yaml(material), catalogues(material, slots: reading.slots), chats(material), smallTexts(script), audiences(script),
            conversations(script),
        ]
    }

    /// A dialog that somebody mistyped: told at places that are in it, or brought into a form that stays as it is.
    private static func yaml(_ material: Material) -> Subject {
        let seeds = (material.dialogs(ending: "yaml") + material.fixtures).filter { $0.utf8.count < 6000 }
        return Subject("yaml", weight: 5, seeds: seeds, words: yamlWords, longest: 12_000, grown: yamlGrown) { bytes in
            // The program's own words and the other languages cost most of the time, and are read but now and then.
            let isWhole = bytes.count.isMultiple(of: 8)
            let languages: [Language] = isWhole ? ["fr", "en"] : ["fr"]
            let (folder, faults) = FolderText.decoding(["accueil.yaml": bytes].merging(isWhole ? [:] : ["words.yaml": []]) { $1 })
            let reading = read(folder, start: "accueil", languages: languages)
            let text = folder.files["accueil.yaml"] ?? ""
            // A file that ends in a line break has an empty line behind it.
            let lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).count
            for finding in faults + reading.findings where finding.place.file == "accueil.yaml" {
                try hold(
                    (1...lines).contains(finding.place.line) && finding.place.column >= 1, "a finding outside the file: \(finding.place)")
                try hold(!finding.what.french.isEmpty && !finding.what.english.isEmpty, "a finding that says nothing")
            }
            try hold(reading.script != nil || reading.hasErrors, "no script and no error")
            if isWhole { try hold(reading == read(folder, start: "accueil", languages: languages), "read again it is another") }
            guard case .text(let form) = formatted(text, file: "accueil.yaml") else { return }
            guard case .text(let again) = formatted(form, file: "accueil.yaml") else { throw Violation("the house form can't be read") }
            try hold(again == form, "the house form is not its own")
            let after = read(FolderText(files: folder.files.merging(["accueil.yaml": form]) { $1 }), start: "accueil", languages: languages)
            // The form mends some of what is told.
            let told = Set((faults + reading.findings).map(\.kind))
            let isTold = after.findings.allSatisfy { told.contains($0.kind) }
            try hold(isTold, "the house form has findings that were not there: \(after.findings.map(\.kind))")
        }
    }

    private static let yamlWords = [
        "start:", "screens:", "say:", "ask:", "menu:", "next:", "end:", "save:", "choices:", "expect:", "route:", "when:", "else:", "call:",
        "review:", "do:", "note:",
        "sign-ups:", "messages:", "reminders:", "keywords:", "known: offer", "optional:", "several: { min: 1, max: 3 }",
        "{ text: { like: AA999 } }", "return", "inscription/",
        " #", ": ", "- ", "|\n", ">-\n", "&a", "*a", "!!str", "<<:", "---\n", "...\n", "? ", "\n  ", "\n    ", "{", "}", "[", "]", ",",
        "\"", "'", "{{cost}}", "{{x|y}}", "\\{{",
        "%YAML 1.2\n", "5 min", "7 days", "999999999999 days", "today-18y", "\u{85}", "\u{2028}",
    ]

    /// Nested rubbish by YAML's own grammar.
    @Sendable private static func yamlGrown(_ dice: inout Dice) -> [UInt8] {
        func value(_ depth: Int, _ dice: inout Dice) -> String {
            let word = String(decoding: dice.once(in: 2) ? Array(dice.one(of: yamlWords).utf8) : Nasty.word(&dice), as: UTF8.self)
            switch depth > 5 ? 0 : dice.below(6) {
            case 0, 1: return word
            case 2: return "\"" + word.replacing("\"", with: "\\\"") + "\""
            case 3:
                return "{ "
                    + (0..<dice.below(4)).map { _ in "\(dice.one(of: ["a", "say", "ask", "x-1"])): \(value(depth + 1, &dice))" }.joined(
                        separator: ", ") + " }"
            case 4: return "[" + (0..<dice.below(4)).map { _ in value(depth + 1, &dice) }.joined(separator: ", ") + "]"
            default:
                return "\n" + String(repeating: "  ", count: depth + 1) + "\(dice.one(of: ["a", "menu", "when", "next"])): "
                    + value(depth + 1, &dice)
            }
        }
        let lines = (0..<(1 + dice.below(8))).map { _ in
            "\(dice.one(of: ["start", "screens", "lists", "title", "sign-ups", "é"])): \(value(0, &dice))"
        }
        return Array((lines.joined(separator: "\n") + "\n").utf8)
    }

    private static func catalogues(_ material: Material, slots: [Slot]) -> Subject {
        let whole = material.dialogs(ending: "po").first ?? ""
        let blocks = whole.split(separator: "\n\n").map(String.init)
        let seeds = stride(from: 0, to: blocks.count, by: 9).map { blocks[$0..<min($0 + 9, blocks.count)].joined(separator: "\n\n") + "\n" }
        let words = [
            "msgid ", "msgstr ", "msgctxt ", "#, fuzzy\n", "#| msgid \"\"\n", "#~ ", "#~| ", "#: ", "#. ", "# ", "\"\n\"", "\\n", "\\\"",
            "\\x41", "\\101", "msgid_plural ", "msgstr[0] ", "domain ",
        ]
        return Subject("po", weight: 8, seeds: seeds, words: words, longest: 12_000) { bytes in
            let (catalogue, findings) = Catalogue.read(String(decoding: bytes, as: UTF8.self), file: "en.po")
            for finding in findings { try hold(finding.place.line >= 1 && finding.place.column >= 1, "a finding outside the file") }
            guard findings.isEmpty else { return }
            let (again, faults) = Catalogue.read(catalogue.text, file: "en.po")
            try hold(faults.isEmpty, "written, it can't be read: \(faults.map { $0.line(in: .english) })")
            try hold(again.entries == catalogue.entries && again.header == catalogue.header, "written and read it is another")
            let current = updated(catalogue, slots: slots, language: "en")
            let (reread, more) = Catalogue.read(current.text, file: "en.po")
            try hold(more.isEmpty, "brought up to date, it can't be read: \(more.map { $0.line(in: .english) })")
            try hold(reread.entries == current.entries, "brought up to date and read it is another")
        }
    }

    private static func chats(_ material: Material) -> Subject {
        let words = [
            ">> *123#", "> ", ">", "< sms ", "< ", "= sign-up entrepreneuriat: ", "= callback: ", "! hang up", "! deliver again",
            "! publish x", "! crash", "! ended", "~ 5 min", "~ 999999999999999999 days", "...", ".", "\\", "# ", "at: 2026-11-24 10:30",
            "channel: sms", "seed: 18446744073709551616", "=\"", "\", ",
        ]
        return Subject("chat", weight: 10, seeds: material.dialogs(ending: "chat"), words: words, longest: 12_000) { bytes in
            let (chat, findings) = Chat.read(String(decoding: bytes, as: UTF8.self), file: "a.chat")
            for finding in findings { try hold(finding.place.line >= 1 && finding.place.column >= 1, "a finding outside the file") }
            guard findings.isEmpty else { return }
            let (again, faults) = Chat.read(chat.text, file: "a.chat")
            try hold(faults.isEmpty, "written, it can't be read: \(faults.map { $0.line(in: .english) })")
            try hold(again.steps.map(\.kind) == chat.steps.map(\.kind), "written and read the steps are others")
            var (left, right) = (again.header, chat.header)
            (left.places, right.places) = ([:], [:])
            try hold(left == right, "written and read the header is another")
        }
    }

    /// Targets, references, points in time, templates of texts.
    private static func smallTexts(_ script: Script) -> Subject {
        let seeds = [
            "inscription/", "programmes", "residence/region", "return", "12345674", "2026-11-24T10:30:00+01:00", "2026-02-29 10:30",
            "Bonjour {{name|vous}}, {{how-to-stop}}", "\\{{x}} {{",
        ]
        return Subject(
            "small texts", weight: 8, seeds: seeds, words: ["/", "{{", "}}", "|", "-", ":", "Z", "+01:00", "٣", "24:00", "0000-00-00"],
            longest: 400
        ) { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            if let moment = Moment(parsing: text) {
                guard let date = moment.date(in: .gmt) else { throw Violation("a moment at no time") }
                try hold(Moment(parsing: moment.text)?.date(in: .gmt) == date, "a moment written and read is another")
            }
            if let reference = Reference(parsing: text) {
                try hold(Reference(parsing: reference.digits) == reference, "a reference read again is another")
            }
            let place = Place(file: "a.yaml", line: 1, column: 1)
            if let target = Target(parsing: text, at: place) { _ = script.address(of: target, in: "accueil") }
            _ = Template(text, at: place).filled { _ in "x" }
            _ = script.findings(inCampaignText: text, in: "en", letters: .gsm)
            _ = script.finding(inOpening: text)
            _ = nearest(to: String(text.prefix(60)), among: ["region", "residence", "stage"])
        }
    }

    private static func audiences(_ script: Script) -> Subject {
        let seeds = [
            "region = est and (stage = idee or not given team)", "needs has outils and team >= 3",
            "language = fr and created >= 2026-11-01", "signed-up = entrepreneuriat and status != closed",
            "not (region = est or region = \"ouest\")", "team < 2,5",
        ]
        let words = [
            "and", "or", "not", "given", "has", "(", ")", "=", "!=", ">=", "<=", ">", "<", "\"", "region", "est", "team", "stage", "status",
            "created", "updated", "language", "2026-11-24", "today", "-1", "sign-up",
        ]
        return Subject(
            "audience", weight: 6, seeds: seeds, words: words, longest: 3000,
            grown: { dice in
                Array((0..<(1 + dice.below(30))).map { _ in dice.one(of: words) }.joined(separator: " ").utf8)
            }
        ) { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            let reading = AudienceReading(text, in: script, timeZone: .gmt)
            try hold((reading.audience == nil) == !reading.findings.isEmpty, "neither an audience nor a finding")
            for finding in reading.findings {
                try hold((1...(text.count + 1)).contains(finding.place.column), "a finding outside the text")
            }
            guard let audience = reading.audience else { return }
            try hold(
                try JSONDecoder().decode(Audience.self, from: JSONEncoder().encode(audience)) == audience, "stored and read it is another")
        }
    }

    /// Whatever is typed into the shipped dialogs.
    private static func conversations(_ script: Script) -> Subject {
        let seeds = [
            ">>\n1\n1\nAwa\n1\n98\n11\n0\n1\n1 3\n98\n1", ">>\n2\n1", ">>\n1\n1\nAwa Ngo\n2\nfr\n1\n#0\n#00\n99",
            "@JOIN est\n@oui\n@Awa\n@1\n@centre\n@STOP\n@START", ">>*2*1\n0\n00\n!\n~1\n>>\n1",
            ">>\n3\n12345674\n1\n2", ">>\nx\ny\nz\n3\n!?\n>>\n2", "@menu\n@aide\n!v\n@1\n~50\n@1", ">>\n4\n2\n>>\n1",
        ]
        let words = [
            ">>", "@", "!", "!v", "!?", "~1", "~3000", "0", "00", "98", "99", "#0", "#00", "#98", "1", "2", "3", "4", "5", "6", "7", "8",
            "9", "11", "1 3", "oui", "Awa*Ngo", "670000001", "STOP", "START", "menu", "litoral", "retour", "inscription", "\n",
        ]
        return Subject("conversation", weight: 3, seeds: seeds, words: words, longest: 12_000) { bytes in
            var phone = PretendPhone(script, seed: 1)
            for deed in Deed.all(in: bytes, most: 40) { try phone.act(deed) }
        }
    }
}
