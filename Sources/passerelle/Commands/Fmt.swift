import ArgumentParser
import DialogFiles
import Dialogs
import Foundation

/// `passerelle fmt`: the dialogs in the house form.
struct Fmt: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the dialogs' files back in the house form; comments and meaning stay.",
        discussion: "A file that can't be read is left as it is.\nExample: passerelle fmt Dialogs")

    @Argument(help: "The dialogs' folder (default: the configured one).")
    var folder: String?

    @OptionGroup var config: ConfigurationOption

    func run() async throws {
        let folder = try folder ?? config.read().dialogs.folder
        var hasFaults = false
        for (name, bytes) in try DialogsOnDisk(folder: folder).files().sorted(by: { $0.key < $1.key }) where !name.hasSuffix(".po") {
            guard let before = String(validating: bytes, as: UTF8.self) else {
                Terminal.say(Bilingual(fr: "\(name) n'est pas en UTF-8 : laissé tel quel", en: "\(name) is not UTF-8: left as it is"))
                hasFaults = true
                continue
            }
            switch formatted(before, file: name) {
            case .left(let findings):
                for finding in findings { Terminal.complain(finding.line(in: .ofThisTerminal)) }
                hasFaults = true
            case .text(let after) where after != before:
                try Data(after.utf8).write(to: URL(filePath: folder).appending(path: name), options: .atomic)
                Terminal.result(name)
            case .text: break
            }
        }
        if hasFaults { throw ExitCode(1) }
    }
}
