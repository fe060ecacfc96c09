import Conversations
import Dialogs
import Gateways
import Store
import Testing

struct SessionTests {
    @Test func `a new dial detaches the old session and goes on where it was`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "1"])
        #expect(await aviary.send([""], "S2") == ["CON v1 3: dial "])
        #expect(await aviary.send(["1*2"]) == ["END Trop tard"])
        #expect(await aviary.send(["1"]) == ["CON v1 2: typed 1"], "its retries are looked up first")
        #expect(try await aviary.turns == 3, "the late step is not stored")
        #expect(await aviary.send(["5"], "S2") == ["CON v1 4: typed 5"])
        await aviary.store.close()
    }

    @Test func `the late step's end is in the person's language`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "english"])
        _ = await aviary.send([""], "S2")
        #expect(await aviary.send(["english*2"]) == ["END Too late"])
        await aviary.store.close()
    }

    @Test func `another's number on a session gets nothing of it`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "1"])
        #expect(await aviary.send(["1*2"], from: .ben) == ["END Ferme"])
        #expect(await aviary.send(["1", ""], from: .ben) == ["END Ferme", "END Ferme"], "nor what was shown before")
        #expect(await aviary.send(["1*2"]) == ["CON v1 3: typed 2"])
        await aviary.store.close()
    }

    @Test func `two people and two channels do not meet`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "1"])
        #expect(await aviary.send([""], "S1-ben", from: .ben) == ["CON v1 1: dial "])
        #expect(await aviary.send(.cumulative(""), "S1", on: Aviary.channel("other")) == "CON v1 3: dial ")
        await aviary.store.close()
    }

    @Test func `what is tried on the phone on the screen is another's conversation`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "1", "1*inscrire"])
        let phone = Aviary.channel("phone", isTest: true)
        #expect(await aviary.send(.begin(path: []), "P1", on: phone) == "CON v1 1: dial ")
        #expect(await aviary.send(.last("inscrire"), "P1", on: phone) == "CON v1 2: typed inscrire")
        #expect(try await aviary.store.signUps(since: nil, .people, after: nil).items.count == 1)
        #expect(try await aviary.store.signUps(since: nil, .tests, after: nil).items.count == 1)
        await aviary.store.close()
    }

    struct End: CustomTestStringConvertible {
        var cause: SessionEnd.Cause
        var turns: Int
        var testDescription: String { cause.rawValue }
    }

    @Test(arguments: [End(cause: .finished, turns: 2), End(cause: .dropped, turns: 3), End(cause: .failed, turns: 3)])
    func `the end of a session is recorded, and the conversation waits for the next dial`(_ row: End) async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "1"])
        #expect(await aviary.end("S1", row.cause) == "-")
        #expect(try await aviary.turns == row.turns)
        #expect(await aviary.send(["1*2"]) == ["END Ferme"])
        #expect(await aviary.send(["1"]) == ["CON v1 2: typed 1"])
        #expect(await aviary.send([""], "S2").first?.hasSuffix("dial ") == true)
        await aviary.store.close()
    }

    @Test func `an end that comes late, twice or of nobody's session changes nothing`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "1"])
        _ = await aviary.send([""], "S2")
        #expect(await aviary.end("S1", .dropped) == "-")
        #expect(await aviary.end("S1", .dropped) == "-")
        #expect(await aviary.end("never seen", .dropped) == "-")
        #expect(try await aviary.turns == 3)
        #expect(await aviary.send(["5"], "S2") == ["CON v1 4: typed 5"])
        await aviary.store.close()
    }

    @Test func `a conversation that is over leaves nothing alive`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "1", "1*fin"])
        #expect(try await aviary.store.facts().counts["conversation"] == 0)
        #expect(await aviary.send([""], "S2") == ["CON v1 1: dial "])
        await aviary.store.close()
    }

    @Test func `an erasure leaves nobody`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "1", "1*oubli"])
        #expect(try await aviary.store.person(.awa).contacts.isEmpty)
        #expect(try await aviary.turns == 0)
        #expect(await aviary.send([""], "S2") == ["CON v1 1: dial "])
        await aviary.store.close()
    }
}
