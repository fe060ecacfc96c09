import Foundation
import Fuzzing

/// `fuzz` hunts through every parser; `fuzz server PROGRAM` through the running service; `fuzz coverage FOLDER` lets libFuzzer lead.
///
/// Crashes and hangs end a process, so the hunt is one of its own (`fuzz hunt`), and what looks after it tells which input it was.
@main
struct Fuzz {
    static func main() throws {
        var arguments = Arguments(CommandLine.arguments.dropFirst())
        // Beside us are the repository's own files.
        let root = URL(filePath: FileManager.default.currentDirectoryPath)
        let subjects = try Subjects.all(Material(root: root)).filter { arguments.only == nil || $0.name == arguments.only }
        let hunt = Hunt(seed: arguments.seed, subjects: subjects, inputs: arguments.inputs)
        switch arguments.command {
        case nil:
            let keeper = Keeper(hunt: hunt, program: CommandLine.arguments[0])
            exit(try keeper.run() ? 0 : 1)
        case "hunt": exit(try Hunter(hunt: hunt, progress: arguments.take()).run(from: Int(arguments.take()) ?? 0) ? 0 : 1)
        case "one":
            let input = [UInt8](try Data(contentsOf: URL(filePath: arguments.take())))
            for subject in subjects { if let what = Hunt.fault(of: input, in: subject) { print(what); exit(1) } }
        case "coverage": exit(try Coverage.run(corpus: arguments.take(), options: arguments.all()))
        case "subjects": for subject in subjects { print(subject.name) }
        case "server":
            let program = URL(filePath: arguments.take())
            let hunt = ServerHunt(
                seed: arguments.seed, requests: arguments.inputs, program: program, dialogs: root.appending(path: "Dialogs"),
                arguments.isWellFormed ? .wellFormed : .anything)
            let report = try hunt.run()
            print("server: seed \(arguments.seed), \(report.text)")
            for fault in report.faults { print("FAILED \(fault)") }
            exit(report.faults.isEmpty ? 0 : 1)
        default:
            FileHandle.standardError.write(Data("fuzz: what is \(arguments.command ?? "")?\n".utf8))
            exit(2)
        }
    }
}
