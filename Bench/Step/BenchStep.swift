import DialogFiles
import Dialogs
import Foundation
import Texting

/// What the step of a conversation takes, without gateway, store and server: people register one after another in the shipped dialogs,
/// as Bench/registrations.lua has them do. `bench-step DIALOGS [PEOPLE] [storing]` prints nanoseconds a step; with `storing` the
/// conversation is also written after each, as it is stored.
@main
struct BenchStep {
    static let answers = ["1", "1", "99", "1", "3", "1", "1", "5", "6", "3", "5"]

    static func main() throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 1, let script = try script(in: URL(filePath: arguments[1])) else {
            FileHandle.standardError.write(Data("bench-step DIALOGS [PEOPLE] [storing]\n".utf8))
            exit(2)
        }
        let people = arguments.count > 2 ? Int(arguments[2]) ?? 1 : 20_000
        let isStoring = arguments.dropFirst(3).first == "storing"
        var chance = SystemRandomNumberGenerator()
        var (registered, stored) = (0, 0)
        let before = clock()
        for _ in 0..<people
        where registers(in: script, chance: &chance, after: { if isStoring { stored += $0.session?.stored.count ?? 0 } }) {
            registered += 1
        }
        let seconds = Double(clock() - before) / Double(CLOCKS_PER_SEC)
        guard registered == people else {
            FileHandle.standardError.write(Data("FAILED: \(registered) of \(people) registered\n".utf8))
            exit(1)
        }
        let steps = people * (answers.count + 1)
        print("\(people) registrations, \(steps) steps   \(Int(seconds * 1e9 / Double(steps))) ns of CPU a step")
        if isStoring { print("\(stored / people) bytes stored a registration") }
    }

    /// Walks one person through; whether they are signed up in the end.
    private static func registers(
        in script: Script, chance: inout SystemRandomNumberGenerator, after each: (Turn) -> Void
    ) -> Bool {
        var turn = step(nil, .dialled(path: []), in: script, surroundings, chance: &chance)
        each(turn)
        for answer in answers {
            turn = step(turn.session, .typed(answer), in: script, surroundings, chance: &chance)
            each(turn)
        }
        guard case .signUp? = turn.effects.first else { return false }
        return turn.reply?.ends == true
    }

    private static var surroundings: Surroundings {
        Surroundings(
            channel: channel, contact: Contact(language: nil, hasOptedOut: false, signUps: [], referencesLockedUntil: nil),
            country: Country(callingCode: "237"), timeZone: zone, now: Date(timeIntervalSince1970: 1_791_070_200), isNewVersion: false)
    }

    private static let zone = TimeZone(identifier: "Africa/Douala") ?? .gmt
    private static let channel = Channel(
        name: "ussd", kind: .ussd, code: "*123#", cost: ["fr": "gratuit"], budget: PageBudget(letters: .ascii, units: 160),
        takesAnswers: true, network: "mtn")

    private static func script(in folder: URL) throws -> Script? {
        let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { ["yaml", "po"].contains($0.pathExtension) }
            .map { ($0.lastPathComponent, [UInt8](try Data(contentsOf: $0))) }
        let texts = FolderText.decoding(Dictionary(uniqueKeysWithValues: files))
        return read(texts.folder, start: "accueil", languages: ["fr", "en"]).script
    }
}
