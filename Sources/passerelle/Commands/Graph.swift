import ArgumentParser
import DialogFiles
import Dialogs
import Foundation

/// `passerelle graph`: a picture of the dialogs, drawn by Graphviz.
struct Graph: AsyncParsableCommand {
    enum Format: String, CaseIterable, ExpressibleByArgument {
        case dot, svg
    }

    static let configuration = CommandConfiguration(
        abstract: "Draws the dialogs: for Graphviz, or through it as SVG.",
        discussion: "Example: passerelle graph Dialogs --format svg > dialogs.svg")

    @Argument(help: "The dialogs' folder (default: the configured one).")
    var folder: String?

    @Option(help: "dot or svg.")
    var format = Format.dot

    @OptionGroup var config: ConfigurationOption

    func run() async throws {
        let configuration = folder == nil || config.file != nil ? try config.read() : Configuration(folder: ".")
        let disk = DialogsOnDisk(folder: folder ?? configuration.dialogs.folder)
        let checked = CheckedDialogs(files: try disk.files(), as: configuration.scriptSettings, channels: [])
        let script = try checked.readScript()
        let dot = graph(script)
        switch format {
        case .dot: Terminal.result(dot)
        case .svg: Terminal.result(try drawn(dot), terminator: "")
        }
    }

    private func drawn(_ dot: String) throws -> String {
        let input = Pipe()
        let output = Pipe()
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["dot", "-Tsvg"]
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.standardError
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: Data(dot.utf8))
        try input.fileHandleForWriting.close()
        let drawing = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            throw CannotRun(
                fr: "Graphviz n'a pas dessiné ; est-il installé ? sudo apt-get install -y graphviz",
                en: "Graphviz did not draw; is it installed? sudo apt-get install -y graphviz")
        }
        return String(decoding: drawing, as: UTF8.self)
    }
}
