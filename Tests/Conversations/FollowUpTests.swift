import Conversations
import Dialogs
import Foundation
import Gateways
import Store
import Testing
import Texting

/// Who drops in the middle is invited back once, and not any more once they are there.
struct FollowUpTests {
    private func planned(_ aviary: Aviary) async throws -> [String] {
        try await aviary.messages.filter { $0.status != "answered" && $0.direction == .out }
            .map { [$0.cause, $0.status, $0.reason].compactMap(\.self).joined(separator: " ") }.sorted()
    }

    struct Ended: CustomTestStringConvertible {
        var cause: SessionEnd.Cause
        var planned: [String]
        var testDescription: String { cause.rawValue }
    }

    @Test(arguments: [
        Ended(cause: .finished, planned: []), Ended(cause: .dropped, planned: ["accueil/continue-by-sms queued"]),
        Ended(cause: .failed, planned: ["accueil/continue-by-sms queued"]),
    ])
    func `a session that dropped is followed up once`(_ row: Ended) async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "1"])
        _ = await aviary.end("S1", row.cause)
        _ = await aviary.end("S1", row.cause)
        #expect(try await planned(aviary) == row.planned)
        await aviary.store.close()
    }

    @Test func `after a redial the old session's end plans nothing`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "1"])
        _ = await aviary.send([""], "S2")
        _ = await aviary.end("S1", .dropped)
        #expect(try await planned(aviary) == [])
        await aviary.store.close()
    }

    struct Back: CustomTestStringConvertible {
        var name: String
        var isBySMS: Bool
        var testDescription: String { name }
    }

    @Test(arguments: [Back(name: "a dial", isBySMS: false), Back(name: "a message", isBySMS: true)])
    func `who comes back is not invited back`(_ row: Back) async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "1"])
        _ = await aviary.end("S1", .dropped)
        _ = await aviary.send(["", "1 confirmer"], "S-ben", from: .ben)
        _ = await aviary.end("S-ben", .dropped, from: .ben)
        _ = row.isBySMS ? await aviary.text("2") : await aviary.send(.begin(path: []), "S2")
        #expect(
            try await planned(aviary) == [
                "accueil/continue-by-sms ended cancelled", "accueil/continue-by-sms queued", "confirmation queued",
            ], "another's stays, and so does what is no invitation")
        await aviary.store.close()
    }

    @Test func `what came again cancels nothing`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.text("1", id: "m1")
        _ = await aviary.text("relance", id: "m2")
        _ = await aviary.text("1", id: "m1")
        #expect(try await planned(aviary) == ["accueil/nudge queued"])
        await aviary.store.close()
    }

    @Test func `one that waits is moved, not planned twice`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.text("relance")
        aviary.time.advance(100)
        _ = await aviary.text("relance")
        #expect(try await planned(aviary) == ["accueil/nudge queued"])
        #expect(try await aviary.store.nextDue(on: nil) == aviary.time.now + 3_600)
        await aviary.store.close()
    }

    @Test func `for a number that we write nothing to there is no row at all`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.text("relance")
        _ = await aviary.text("stop")
        _ = await aviary.text("relance")
        #expect(try await planned(aviary) == ["accueil/nudge ended stopped"])
        await aviary.store.close()
    }

    @Test func `a session that nobody says the end of is dropped by time`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "1"])
        _ = await aviary.send(["", "1", "1*fin"], "S-ben", from: .ben)
        let channel = Aviary.channel()
        aviary.time.advance(179)
        #expect(try await aviary.taker.dropSilentSessions(on: channel, silentFor: .seconds(180), at: aviary.time.now) == 0)
        aviary.time.advance(2)
        #expect(try await aviary.taker.dropSilentSessions(on: Aviary.channel("other"), silentFor: .seconds(180), at: aviary.time.now) == 0)
        #expect(try await aviary.taker.dropSilentSessions(on: channel, silentFor: .seconds(180), at: aviary.time.now) == 1)
        #expect(try await planned(aviary) == ["accueil/continue-by-sms queued"])
        #expect(try await aviary.taker.dropSilentSessions(on: channel, silentFor: .seconds(180), at: aviary.time.now) == 0)
        #expect(await aviary.end("S1", .dropped) == "-", "its gateway says so after all")
        #expect(try await planned(aviary) == ["accueil/continue-by-sms queued"])
        await aviary.store.close()
    }

    @Test func `a session that is still typed in is not silent`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "1"])
        aviary.time.advance(170)
        _ = await aviary.send(["1*2"])
        aviary.time.advance(20)
        let channel = Aviary.channel()
        #expect(try await aviary.taker.dropSilentSessions(on: channel, silentFor: .seconds(180), at: aviary.time.now) == 0)
        #expect(await aviary.send(["1*2*3"]) == ["CON v1 4: typed 3"])
        aviary.time.advance(181)
        #expect(try await aviary.taker.dropSilentSessions(on: channel, silentFor: .seconds(180), at: aviary.time.now) == 1)
        await aviary.store.close()
    }

    @Test func `more silent sessions than a slice are all dropped`() async throws {
        let aviary = try await Aviary()
        for index in 10..<45 {
            _ = await aviary.send(["", "1"], "S\(index)", from: PhoneNumber(e164: "+2376700000\(index)"))
        }
        aviary.time.advance(200)
        #expect(try await aviary.taker.dropSilentSessions(on: Aviary.channel(), silentFor: .seconds(180), at: aviary.time.now) == 35)
        #expect(try await planned(aviary).count == 35)
        await aviary.store.close()
    }
}
