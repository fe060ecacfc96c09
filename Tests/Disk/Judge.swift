import Dialogs
import Foundation
import GRDB
import Store
import Texting

/// What was told to people, held against what a database still knows.
struct Judge {
    let people: [Walk.Person]
    /// What each person is shown, and what is stored in the end, where nothing goes wrong; without what is drawn.
    let shown: [[String]]
    let stored: Stored

    /// All that is there of everybody.
    struct Stored: Equatable {
        var signUps: [String] = []
        var messages: [String] = []
    }

    /// An undisturbed walk.
    init(of people: [Walk.Person]) async throws {
        let scratch = try Scratch()
        let service = try await Service(in: scratch.folder, seed: 99)
        var shown = [[String]](repeating: [], count: people.count)
        for (index, person) in people.enumerated() {
            for step in person.steps {
                service.clock.advance(5)
                shown[index].append(await service.take(step, of: person, shown: shown[index]).shown ?? "nothing")
            }
        }
        self.people = people
        self.shown = shown.map { $0.map(Walk.masked) }
        stored = try await Self.stored(in: service.store)
        await service.store.close()
        withExtendedLifetime(scratch) {}
    }

    private static func stored(in store: Store) async throws -> Stored {
        var stored = Stored()
        stored.signUps = try await store.signUps(since: nil, .people, after: nil).items.map {
            "\($0.phone?.e164 ?? "nobody") \($0.answers.sorted { $0.key < $1.key }) \($0.consentWords)"
        }.sorted()
        var page: Page<ExportedMessage>? = try await store.messages(since: nil, .people, after: nil)
        while let read = page {
            stored.messages += read.items.map { "\($0.phone?.e164 ?? "nobody") \($0.direction) \(Walk.masked($0.text ?? "-"))" }
            page = if let next = read.next { try await store.messages(since: nil, .people, after: next) } else { nil }
        }
        stored.messages.sort()
        return stored
    }

    /// What is wrong in a database that was opened afresh: each person's last step comes again, all go on to the end, and everything
    /// stored is compared.
    ///
    /// - Parameter told: what each person was shown and may rely on, in the order of their steps.
    func faults(of service: Service, told: [[String]]) async throws -> [String] {
        var faults = try await withThrowingTaskGroup(of: [String].self) { group in
            for index in people.indices { group.addTask { await walkOn(index, told[index], service) } }
            return try await group.reduce(into: []) { $0 += $1 }
        }
        let found = try await Self.stored(in: service.store)
        if found.signUps != stored.signUps { faults.append("sign-ups: \(found.signUps)") }
        if found.messages != stored.messages { faults.append("messages: \(Set(found.messages).symmetricDifference(stored.messages))") }
        return faults
    }

    private func walkOn(_ index: Int, _ told: [String], _ service: Service) async -> [String] {
        let person = people[index]
        var faults: [String] = []
        // The next one may be there already, though nobody was told.
        let isErased = told.count < person.steps.count && person.steps[told.count].erases
        if let last = told.last, !isErased {
            let again = await service.take(person.steps[told.count - 1], of: person, shown: told).shown
            if again != last { faults.append("\(index).\(told.count - 1) again: \(again ?? "nothing")") }
        }
        var seen = told
        for (number, step) in person.steps.enumerated().dropFirst(told.count) {
            let outcome = await service.take(step, of: person, shown: seen).shown ?? "nothing"
            seen.append(outcome)
            if Walk.masked(outcome) != shown[index][number] { faults.append("\(index).\(number): \(outcome)") }
        }
        return faults
    }

    /// What SQLite itself finds.
    static func damage(in folder: URL) throws -> [String] {
        let queue = try DatabaseQueue(path: folder.appendingPathComponent("passerelle.sqlite").path)
        return try queue.read { db in
            let whole = try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            return try whole + Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map { "\($0)" }
        }
    }
}
