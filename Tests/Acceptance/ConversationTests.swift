import Foundation
import Testing

extension Acceptance {
    @Suite struct `A conversation test` {
        private static let dialog = """
            start: accord
            screens:
              accord:
                ask: "Gardons-nous vos réponses ?"
                save: consent
                choices: { oui: Oui, non: Non }
                next: { oui: nom, non: refus }
              nom: { ask: "Votre nom ?", label: Nom, save: name, next: aides }
              aides:
                ask: Quelles aides ?
                label: Aides
                save: needs
                several: { min: 1, max: 2 }
                choices: { outils: Outils, argent: Argent }
                next: fin
              refus: { do: [forget], end: "Rien n'est gardé." }
              fin: { do: [sign-up: projet, send: merci, callback: consent, remind: encore], end: "Merci {{name}}." }
            sign-ups:
              projet: { title: Projet, fields: [name, needs], consent: { consent: oui }, again: new }
            messages: { merci: "OIM : c'est noté." }
            reminders: { encore: { for: projet, after: [7 days, 9 days], say: "OIM : encore ?", opens: aides } }

            """

        /// Plays everything that a file may hold.
        private static let good = #"""
            channel: ussd
            phone: +237670000001
            at: 2026-11-24 10:30
            seed: 7

            >> *123#
            Gardons-nous vos reponses ?
            1 Oui
            2 Non
            > 1
            Votre nom ?
            ...
            # The network drops, then the server.
            ! hang up
            ~ 5 min
            ! crash
            >> *123#
            Reprendre accueil ?
            1 Continuer
            2 Recommencer
            00 Accueil
            > 1
            Votre nom ?
            0 Retour
            00 Accueil
            ! publish autre
            ! deliver again
            Votre nom ?
            ...
            > Awa "N'Go"
            Quelles aides ?
            1 Outils
            ...
            > 1 2
            Merci Awa "N'Go".
            < sms OIM : c'est noté.
            = sign-up projet: needs=[outils, argent], name="Awa \"N'Go\""
            = callback: consent=oui, name="Awa \"N'Go\"", needs=[outils, argent]
            ! ended
            >> *123#
            Autre chose.
            ! ended

            """#

        private static func scratch() throws -> Scratch {
            let scratch = try Scratch(dialogs: nil)
            let other = scratch.dialogs.appending(path: "tests/autre")
            try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
            try scratch.write(dialog, to: scratch.dialogs.appending(path: "accueil.yaml"))
            try scratch.write(
                "start: fin\nscreens:\n  fin: { end: Autre chose. }\n".replacing("Autre chose.", with: "\"Autre chose.\""),
                to: other.appending(path: "accueil.yaml"))
            return scratch
        }

        private static func play(_ text: String, environment: [String: String] = [:]) async throws -> Finished {
            let scratch = try scratch()
            try scratch.write(text, to: scratch.dialogs.appending(path: "tests/a.chat"))
            return try await scratch.run("test", environment: environment)
        }

        @Test func `passes where everything is as expected`() async throws {
            let finished = try await Self.play(Self.good)
            #expect(finished.code == 0, "\(finished.output)\(finished.complaints)")
            #expect(finished.output == "1 test, 12 steps: all as expected\n")
        }

        struct Change: Sendable, CustomTestStringConvertible {
            let testDescription: String
            let old: String
            let new: String
            /// What the output holds.
            let told: [String]

            init(_ label: String, _ old: String, _ new: String, _ told: String...) {
                testDescription = label
                self.old = old
                self.new = new
                self.told = told
            }
        }

        @Test(arguments: [
            Change(
                "another line is shown", "2 Non\n", "2 Jamais\n", "a.chat:9: what is shown after \">> *123#\" differs", "- 2 Jamais",
                "+ 2 Non"),
            Change("a line is missing", "0 Retour\n00", "00", "a.chat:", "+ 0 Retour"),
            Change("nothing is expected of a step", "Votre nom ?\n...\n# The", "# The", "+ Votre nom ?"),
            Change("a field is missing", "needs=[outils, argent], name", "name", "what is stored differs", "+ = sign-up projet: name="),
            Change("a field is another", "needs=[outils, argent], name", "needs=outils, name", "- = sign-up projet: needs=outils"),
            Change("a sign-up is not expected", "= sign-up projet", "# = sign-up projet", "+ = sign-up projet"),
            Change("a call-back is not expected", "= callback", "# = callback", "+ = callback: consent=oui"),
            Change("an SMS is not expected", "< sms OIM", "# < sms OIM", "+ < sms OIM : c'est noté."),
            Change("an SMS does not come", "> 1\nVotre", "> 1\n< sms Quoi ?\nVotre", "- < sms Quoi ?"),
            Change("nothing has ended", "1 Oui\n2 Non\n", "1 Oui\n2 Non\n! ended\n", "the conversation has not ended"),
            Change("the last end is not expected", "Autre chose.\n! ended\n", "Autre chose.\n", "! ended"),
            Change("nobody has dialled", ">> *123#\nGardons", "> 1\nGardons", "dial first"),
            Change("a line can't be read", "! hang up", "! hangup", "a.chat:14: ", "hang up"),
            Change("a number is none", "+237670000001", "Orange", "Orange"),
            Change("a folder is not there", "! publish autre", "! publish nulle-part", "nulle-part"),
        ]) func `fails where`(change: Change) async throws {
            let text = Self.good.replacingOccurrences(of: change.old, with: change.new)
            try #require(text != Self.good)
            let finished = try await Self.play(text)
            #expect(finished.code == 1)
            for words in change.told { #expect(finished.output.contains(words), "\(finished.output)") }
            #expect(finished.output.hasSuffix("1 differs\n"))
        }

        @Test(arguments: ["", "channel: ussd\n", ">> *123#\n", ">> *123#\n...\n"]) func `without an expectation fails`(text: String)
            async throws
        {
            let finished = try await Self.play(text)
            #expect(finished.code == 1)
            #expect(finished.output.contains("expects nothing"), "\(finished.output)")
        }

        @Test func `has to be there`() async throws {
            let finished = try await Self.scratch().run("test")
            #expect(finished.code == 1)
            #expect(!finished.output.isEmpty)
        }

        @Test func `speaks French where the terminal does`() async throws {
            let finished = try await Self.play(Self.good, environment: ["LANG": "fr_FR.UTF-8"])
            #expect(finished.output == "1 test, 12 pas : tout est comme attendu\n")
        }

        @Test func `is written by the phone in the terminal`() async throws {
            let scratch = try Self.scratch()
            let file = scratch.dialogs.appending(path: "tests/b.chat")
            let input = scratch.folder.appending(path: "typed")
            try scratch.write("1\n\nAwa\n1 2\n\n1\n", to: input)
            let talk = try await Running(
                ["chat", "--save", file.path, "--config", scratch.configuration.path], in: scratch.folder, input: input
            ).finished()
            #expect(talk.code == 0, "\(talk.complaints)")
            #expect(talk.output.contains("\nQuelles aides ?\n1 Outils\n"), "\(talk.output)")
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(text.contains("\n= sign-up projet: name=\"Awa\", needs=[outils, argent]\n"), "\(text)")
            #expect(text.hasSuffix("\n! hang up\n"))
            let finished = try await scratch.run("test")
            #expect(finished.code == 0, "\(finished.output)")
        }

        @Test func `lets time pass in the terminal too, and an answer to the reminder updates what it was about`() async throws {
            let scratch = try Self.scratch()
            let file = scratch.dialogs.appending(path: "tests/c.chat")
            let input = scratch.folder.appending(path: "typed")
            try scratch.write(">> *123#\n1\nAwa\n1\n~ 8 days\nargent\n~ 7 days\n", to: input)
            let talk = try await Running(
                ["chat", "--channel", "sms", "--save", file.path, "--config", scratch.configuration.path], in: scratch.folder, input: input
            ).finished()
            #expect(talk.code == 0, "\(talk.complaints)")
            let text = try String(contentsOf: file, encoding: .utf8)
            #expect(text.contains("\n~ 8 days\n< sms OIM : encore ?\n\n> argent\nMerci ****.\n"), "\(text)")
            #expect(text.contains("\n= sign-up projet: name=\"Awa\", needs=argent\n"), "\(text)")
            let left = text.components(separatedBy: "\n~ 7 days\n").last
            #expect(left == "< sms OIM : encore ?\n", "the seventh day of the second plan, which took the first one's place")
            let finished = try await scratch.run("test")
            #expect(finished.code == 0, "\(finished.output)")
        }

        @Test func `is not held in a language that is not configured`() async throws {
            let scratch = try Self.scratch()
            let finished = try await scratch.run("chat", "--language", "de")
            #expect(finished.code != 0)
            #expect(finished.complaints.contains("fr"))
        }
    }
}
