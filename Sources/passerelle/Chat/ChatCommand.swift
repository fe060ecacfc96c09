import ArgumentParser
import DialogFiles
import Dialogs
import Foundation
import Store

/// `passerelle chat`: a phone in the terminal.
struct ChatCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "chat",
        abstract: "A phone in the terminal: talks to the dialogs; nothing is stored.",
        discussion: """
            A line is what you type, an empty one an empty answer, Ctrl-D hangs up. "~ 8 days" lets time pass: what is due then arrives.
            ">> *123#" dials.
            Example: passerelle chat --language en --save Dialogs/tests/mine.chat
            """)

    @Option(help: "How it is held: ussd or sms.")
    var channel = ChannelKind.ussd

    @Option(help: "The language that the person has chosen before (default: none yet).")
    var language: String?

    @Option(help: "Writes the talk to this file, as a test that passes.")
    var save: String?

    @OptionGroup var config: ConfigurationOption

    func run() async throws {
        let configuration = try config.read()
        if let language, !configuration.languages.contains(Language(language)) {
            let known = configuration.languages.map(\.rawValue).joined(separator: ", ")
            throw CannotRun(
                fr: "« \(language) » n'est pas une langue de la configuration ; il y a : \(known)",
                en: "\"\(language)\" is no language of the configuration; there are: \(known)")
        }
        var phone = try await TerminalPhone(
            on: try configuration.stage(), kind: channel, language: language.map { Language($0) }, at: World.clock(),
            seed: World.chance.next() >> 32)
        let chat = try await phone.talk()
        guard let save else { return }
        do {
            try Data(chat.text.utf8).write(to: URL(filePath: save), options: .atomic)
        } catch {
            throw CannotRun(fr: "« \(save) » n'a pas pu être écrit : \(error)", en: "\"\(save)\" could not be written: \(error)")
        }
        Terminal.say(Bilingual(fr: "La conversation est dans \(save).", en: "The talk is in \(save)."))
    }
}

extension ChannelKind: ExpressibleByArgument {}
