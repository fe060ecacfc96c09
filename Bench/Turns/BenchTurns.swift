import Conversations
import DialogFiles
import Dialogs
import Foundation
import Gateways
import Store
import Synchronization
import Texting

/// What one turn costs without the web around it: people who register with the shipped dialogs, many at once.
///
///     bench-turns Dialogs [PEOPLE [AT-ONCE]]
@main
struct BenchTurns {
    private static let answers = ["1", "1", "99", "1", "3", "1", "1", "5", "6", "3", "5"]

    /// No `async`: Swift would end the main thread to wait, which valgrind cannot follow.
    static func main() throws {
        let done = DispatchSemaphore(value: 0)
        Task.detached {
            try await run()
            done.signal()
        }
        done.wait()
    }

    private static func run() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        let folder = arguments.first ?? "Dialogs"
        let people = arguments.dropFirst().first.flatMap { Int($0) } ?? 2_000
        let atOnce = arguments.dropFirst(2).first.flatMap { Int($0) } ?? 64
        let place = try FileManager.default.url(
            for: .itemReplacementDirectory, in: .userDomainMask, appropriateFor: FileManager.default.temporaryDirectory, create: true)
        defer { try? FileManager.default.removeItem(at: place) }
        let files = try files(in: folder)
        let chance = Chance {
            var system = SystemRandomNumberGenerator()
            return system.next()
        }
        let store = try Store.open(at: place.appending(path: "bench.sqlite").path, clock: { Date() }, chance: chance)
        let live = try await store.publish(files, by: "bench", at: Date())
        try await store.makeLive(live, by: "bench", at: Date())
        let taker = try taker(store, files, chance)
        let counts = Counts()
        let begun = cpu()
        await withTaskGroup { group in
            for _ in 0..<atOnce {
                group.addTask {
                    while true {
                        let person = counts.next.add(1, ordering: .relaxed).oldValue
                        guard person < people else { return }
                        if await register(person, taker) { counts.ended.add(1, ordering: .relaxed) }
                    }
                }
            }
        }
        let spent = cpu() - begun
        let turns = people * (answers.count + 1)
        let ended = counts.ended.load(ordering: .relaxed)
        print("\(turns) turns, \(atOnce) at once: \(Int(spent * 1_000_000) / turns) µs of CPU each; \(ended) registered")
        await store.close()
    }

    private final class Counts: Sendable {
        let next = Atomic(0)
        let ended = Atomic(0)
    }

    private static func register(_ person: Int, _ taker: TurnTaker) async -> Bool {
        let number = PhoneNumber(e164: "+23767\(String(format: "%07d", person))")
        var text = ""
        var last = Outcome.none
        for step in 0...answers.count {
            if step > 0 { text = step == 1 ? answers[0] : "\(text)*\(answers[step - 1])" }
            let inbound = Inbound(sender: number, session: "bench-\(person)", text: .cumulative(text), stepKey: nil, network: nil)
            last = await taker.take(inbound, on: channel, arrived: Date())
        }
        guard case .reply(let reply) = last else { return false }
        return reply.ends && reply.text.contains("Votre numero")
    }

    private static let channel = ChannelSettings(
        gateway: "africas-talking-ussd",
        facts: Channel(
            name: "ussd", kind: .ussd, code: "*123#", cost: [:], budget: PageBudget(letters: .ascii, units: 160), takesAnswers: true,
            network: nil), isTest: false)

    private static func taker(_ store: Store, _ files: [String: String], _ chance: Chance) throws -> TurnTaker {
        let script = DialogFiles.read(FolderText(files: files), start: "accueil", languages: ["fr", "en"]).script
        let shelf = ScriptShelf { _ in try script.found() }
        return TurnTaker(
            store: store, scripts: shelf,
            settings: TurnTaker.Settings(
                country: Country(callingCode: "237"), timeZone: TimeZone(identifier: "Africa/Douala") ?? .gmt,
                words: try script.found().words, language: "fr"), chance: chance)
    }

    private static func files(in folder: String) throws -> [String: String] {
        let root = URL(fileURLWithPath: folder)
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder)
        return try paths.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".po") || $0.hasSuffix(".csv") }.reduce(into: [:]) {
            $0[$1] = try String(contentsOf: root.appending(path: $1), encoding: .utf8)
        }
    }

    /// Seconds of the process, in all its threads.
    private static func cpu() -> Double { Double(clock()) / Double(CLOCKS_PER_SEC) }
}

extension Optional {
    fileprivate func found() throws -> Wrapped {
        guard let self else { throw CocoaError(.fileReadUnknown) }
        return self
    }
}
