import ArgumentParser
import Dialogs
import Foundation
import Store
import Texting

/// `passerelle person show|erase PHONE`: what is kept of one person, shown or erased whole.
struct PersonCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "person", abstract: "Shows or erases all that is kept of a number.",
        discussion: "Example: passerelle person show +237670000001", subcommands: [Show.self, Erase.self])

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows all that is kept of a number.", discussion: "Example: passerelle person show +237670000001 --json")

        @Argument(help: "The number, as people write it.")
        var phone: String

        @Flag(help: "As JSON.")
        var json = false

        @OptionGroup var config: ConfigurationOption

        func run() async throws {
            let configuration = try config.read()
            let number = try configuration.number(phone)
            let store = try configuration.storeToRead()
            let person = try await store.person(number)
            if json {
                Terminal.result(try person.json())
            } else if person.isUnknown {
                Terminal.say(Bilingual(fr: "rien n'est enregistré pour ce numéro", en: "nothing is stored of this number"))
            } else {
                let labels = try await configuration.labels(in: store)
                person.lines(labels).forEach { Terminal.result($0) }
            }
        }
    }

    struct Erase: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Erases all that is kept of a number, for good; that it said STOP stays known.",
            discussion: "Example: passerelle person erase +237670000001")

        @Argument(help: "The number, as people write it.")
        var phone: String

        @OptionGroup var config: ConfigurationOption

        func run() async throws {
            let number = try config.read().number(phone)
            try await Operation.erase(phone: number).run(config)
        }
    }
}

extension Configuration {
    func number(_ text: String) throws -> PhoneNumber {
        do {
            return try PhoneNumber(parsing: text, in: country)
        } catch {
            throw CannotRun(
                fr: "ce n'est pas un numéro de téléphone ; écrivez-le avec son indicatif, comme +237 6 70 00 00 01",
                en: "this is no phone number; write it with its calling code, as +237 6 70 00 00 01")
        }
    }
}

extension Person {
    private var rows: [(String, [Row])] {
        [
            ("contacts", contacts.map(Row.init)), ("sign-ups", signUps.map(Row.init)), ("callbacks", callbacks.map(Row.init)),
            ("messages", messages.map(Row.init)),
        ]
    }

    /// An object of lists, as `export` gives them; nothing but empty lists for somebody unknown.
    fileprivate func json() throws -> String {
        let lists = try rows.map { name, rows in "\"\(name)\":[\(try rows.map { try $0.json() }.joined(separator: ","))]" }
        let stopped = optedOut.map { "\"\($0.text)\"" } ?? "null"
        return "{\"phone\":\"\(phone.e164)\",\"stopped\":\(stopped),\(lists.joined(separator: ","))}"
    }

    fileprivate func lines(_ labels: Labels) -> [String] {
        var lines: [String] = []
        if let optedOut { lines.append("STOP: \(optedOut.text)") }
        for (name, rows) in rows where !rows.isEmpty {
            lines.append("")
            lines.append("\(name) (\(rows.count))")
            for row in rows {
                let answers = row.answers.sorted { $0.key < $1.key }.map {
                    "\(labels.heading($0.key)): \(labels.words($0.value, of: $0.key).shown)"
                }
                let columns = row.columns.filter { $0.name != "phone" && !$0.cell.shown.isEmpty }.map { "\($0.name): \($0.cell.shown)" }
                lines.append("- " + (columns + answers).joined(separator: "; "))
            }
        }
        return lines
    }
}

extension Cell {
    /// As a person reads it.
    fileprivate var shown: String {
        switch self {
        case .text(let text): text
        case .number(let number): "\(number)"
        case .list(let items): items.joined(separator: ", ")
        case .missing: ""
        }
    }
}
