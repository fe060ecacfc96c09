import Foundation
import Store
import Testing

/// `erased.log` is written beside the database, on the same disk.
struct ErasureLogTests {
    @Test func `a line that was left unfinished does not take the next one with it`() async throws {
        let scratch = try Scratch()
        let log = scratch.folder.appendingPathComponent("erased.log")
        try Data("2026-11-25T08:00:00Z number 00ff".utf8).write(to: log)
        let service = try await Service(in: scratch.folder)
        let person = Walk.person(0)
        _ = await service.take(person.steps[0], of: person, shown: [])
        #expect(try await service.store.erase(person.number, at: service.clock.now).count == 1)
        await service.store.close()
        let lines = try String(contentsOf: log, encoding: .utf8).split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines.count == 3)
        #expect(lines[0] == "2026-11-25T08:00:00Z number 00ff")
        #expect(lines[1].wholeMatch(of: /[-0-9:.TZ]{24} number [0-9a-f]{64}/) != nil, "\(lines[1])")
        #expect(lines[2].isEmpty)
    }
}
