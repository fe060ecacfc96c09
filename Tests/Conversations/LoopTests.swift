import Conversations
import Dialogs
import Foundation
import Gateways
import Store
import Testing
import Texting

/// Another machine that answers us is cut off, and staff see it.
struct LoopTests {
    private static let few = TurnLimits(aMinute: 3, anHour: 5)

    struct Case: CustomTestStringConvertible {
        var name: String
        /// Seconds before each message.
        var pauses: [TimeInterval]
        var told: [String]
        var testDescription: String { name }
    }

    @Test(arguments: [
        Case(
            name: "one too many in a minute is answered once, then nothing is", pauses: [0, 1, 1, 1, 1],
            told: ["CON v1 1: texted", "CON v1 2: texted", "CON v1 3: texted", "END Trop de messages", "-"]),
        Case(
            name: "a minute later as many again", pauses: [0, 1, 1, 58],
            told: ["CON v1 1: texted", "CON v1 2: texted", "CON v1 3: texted", "CON v1 4: texted"]),
        Case(
            name: "one too many in an hour", pauses: [0, 60, 60, 60, 60, 3_359],
            told: (1...5).map { "CON v1 \($0): texted" } + ["END Trop de messages"]),
        Case(
            name: "an hour later as many again", pauses: [0, 60, 60, 60, 60, 3_360], told: (1...6).map { "CON v1 \($0): texted" }),
        Case(
            name: "cut off for an hour", pauses: [0, 1, 1, 1, 3_599, 1],
            told: (1...3).map { "CON v1 \($0): texted" } + ["END Trop de messages", "-", "CON v1 4: texted"]),
        Case(
            name: "what comes while it is cut off makes it no longer", pauses: [0, 1, 1, 1, 1_000, 1_000, 1_000, 600],
            told: (1...3).map { "CON v1 \($0): texted" } + ["END Trop de messages", "-", "-", "-", "CON v1 4: texted"]),
        Case(
            name: "a clock that is put back begins a new window", pauses: [0, 1, 1, -10, 1, 1, 1],
            told: (1...6).map { "CON v1 \($0): texted" } + ["END Trop de messages"]),
        Case(
            name: "a clock that is put back cuts nobody off for longer", pauses: [0, 1, 1, 1, -2],
            told: (1...3).map { "CON v1 \($0): texted" } + ["END Trop de messages", "CON v1 4: texted"]),
    ])
    func `a contact that goes over its turns is cut off`(_ row: Case) async throws {
        let aviary = try await Aviary(limits: Self.few)
        var told: [String] = []
        for pause in row.pauses {
            aviary.time.advance(pause)
            told.append(await aviary.text("").trimmingCharacters(in: .whitespaces))
        }
        #expect(told == row.told)
        #expect(await aviary.text("", from: .ben) == "CON v1 1: texted ", "and nobody else")
        await aviary.store.close()
    }

    @Test func `dials count, what is typed in a session and what comes again do not`() async throws {
        let aviary = try await Aviary(limits: Self.few)
        _ = await aviary.send(["", "1", "1*2", "1*2*3", "1*2*3*4", "", "1"])
        for _ in 0..<5 { #expect(await aviary.text("a", id: "m1") == "CON v1 6: texted a") }
        for _ in 0..<5 { #expect(await aviary.send(.begin(path: []), "S2", key: "k") == "CON v1 7: dial ") }
        #expect(await aviary.send([""], "S3") == ["END Trop de messages"])
        await aviary.store.close()
    }

    @Test func `while cut off a dial and a step get a polite end, a retry its answer, a message nothing`() async throws {
        let aviary = try await Aviary(limits: Self.few)
        _ = await aviary.send(["", "1"])
        for session in ["S2", "S3"] { _ = await aviary.send([""], session) }
        #expect(await aviary.text("un") == "END Trop de messages")
        #expect(await aviary.send([""], "S4") == ["END Trop de messages"])
        #expect(await aviary.send(["1"], "S3") == ["END Trop de messages"])
        #expect(await aviary.send([""], "S3") == ["CON v1 4: dial "], "what was answered before")
        #expect(await aviary.text("deux") == "-")
        #expect(try await aviary.turns == 4, "nothing of it is stored")
        aviary.time.advance(3_600)
        #expect(await aviary.send(["1"], "S3") == ["CON v1 5: typed 1"])
        await aviary.store.close()
    }

    @Test func `staff see who is cut off, and it is counted`() async throws {
        let aviary = try await Aviary(limits: Self.few)
        for _ in 0..<4 { _ = await aviary.text("") }
        _ = await aviary.text("", from: .ben)
        #expect(try await aviary.store.cutOff(at: aviary.time.now) == 1)
        let contacts = try await aviary.store.contacts(since: nil, .people, after: nil).items
        #expect(contacts.filter { $0.cutOffUntil != nil }.map(\.phone) == [.awa])
        #expect(contacts.compactMap(\.cutOffUntil) == [aviary.time.now + 3_600])
        #expect(try await aviary.store.cutOff(at: aviary.time.now + 3_600) == 0)
        await aviary.store.close()
    }

    @Test func `on the phone on the screen turns count too`() async throws {
        let aviary = try await Aviary(limits: Self.few)
        let phone = Aviary.channel("phone", isTest: true)
        for _ in 0..<3 { _ = await aviary.text("", on: phone) }
        #expect(await aviary.text("", on: phone) == "END Trop de messages")
        #expect(await aviary.text("") == "CON v1 1: texted ", "and cut nobody off among the people")
        await aviary.store.close()
    }

    @Test func `who says to be somebody else does not begin to count anew`() async throws {
        let aviary = try await Aviary(limits: Self.few)
        for _ in 0..<3 { _ = await aviary.text("nouveau") }
        #expect(await aviary.text("nouveau") == "END Trop de messages")
        await aviary.store.close()
    }

    @Test func `the limits are a person's, unless the configuration says otherwise`() {
        #expect(TurnLimits.standard == TurnLimits(aMinute: 20, anHour: 250))
    }
}
