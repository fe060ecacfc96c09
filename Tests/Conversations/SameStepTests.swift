import Conversations
import Gateways
import Store
import Testing

struct SameStepTests {
    struct Case: CustomTestStringConvertible {
        var name: String
        var texts: [String]
        var told: [String]
        var testDescription: String { name }
    }

    @Test(arguments: [
        Case(
            name: "a dial, then one answer after the other", texts: ["", "1", "1*2"],
            told: ["CON v1 1: dial ", "CON v1 2: typed 1", "CON v1 3: typed 2"]),
        Case(name: "a dialled path, then an answer", texts: ["2*1", "2*1*3"], told: ["CON v1 1: dial 2,1", "CON v1 2: typed 3"]),
        Case(name: "an empty answer", texts: ["", "1", "1*"], told: ["CON v1 1: dial ", "CON v1 2: typed 1", "CON v1 3: typed "]),
        Case(
            name: "a star in an answer is no end of it", texts: ["", "1", "1*", "1**Awa*Ngo"],
            told: ["CON v1 1: dial ", "CON v1 2: typed 1", "CON v1 3: typed ", "CON v1 4: typed Awa*Ngo"]),
        Case(
            name: "a step in between that was never seen is part of the answer", texts: ["", "1", "1*2*Awa"],
            told: ["CON v1 1: dial ", "CON v1 2: typed 1", "CON v1 3: typed 2*Awa"]),
        Case(
            name: "a first answer of several that were never seen", texts: ["", "1*2"],
            told: ["CON v1 1: dial ", "CON v1 2: typed 1*2"]),
        Case(
            name: "what is not behind the last text is behind the longest that was seen", texts: ["", "1", "1*2", "1*3*Awa"],
            told: ["CON v1 1: dial ", "CON v1 2: typed 1", "CON v1 3: typed 2", "CON v1 4: typed 3*Awa"]),
        Case(
            name: "the same text again", texts: ["", "1", "1", "1*2"],
            told: ["CON v1 1: dial ", "CON v1 2: typed 1", "CON v1 2: typed 1", "CON v1 3: typed 2"]),
        Case(
            name: "a late retry of an earlier step", texts: ["", "1", "1*2", "1*2*3", "1*2", "", "1*2*3*4"],
            told: [
                "CON v1 1: dial ", "CON v1 2: typed 1", "CON v1 3: typed 2", "CON v1 4: typed 3", "CON v1 3: typed 2", "CON v1 1: dial ",
                "CON v1 5: typed 4",
            ]),
        Case(
            name: "after the end its retry gets the end again, and a new step a polite one", texts: ["", "fin", "fin", "fin*1"],
            told: ["CON v1 1: dial ", "END v1 2: typed fin", "END v1 2: typed fin", "END Ferme"]),
        Case(
            name: "an erasure is retried too", texts: ["", "oubli", "oubli", "oubli*1"],
            told: ["CON v1 1: dial ", "END v1 2: typed oubli", "END v1 2: typed oubli", "END Ferme"]),
        Case(
            name: "a number that went to a new contact is still the session's", texts: ["", "nouveau", "nouveau", "nouveau*1"],
            told: ["CON v1 1: dial ", "CON v1 2: typed nouveau", "CON v1 2: typed nouveau", "CON v1 3: typed 1"]),
        Case(
            name: "an old step whose answer is gone", texts: ["", "1*2", "1"],
            told: ["CON v1 1: dial ", "CON v1 2: typed 1*2", "END Ferme"]),
    ])
    func `a step is the same step by its whole text`(_ row: Case) async throws {
        let aviary = try await Aviary()
        #expect(await aviary.send(row.texts) == row.told)
        await aviary.store.close()
    }

    @Test func `a retry stores nothing`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "1 inscrire", "1 inscrire", "", "1 inscrire"])
        #expect(try await aviary.turns == 2)
        #expect(try await aviary.store.signUps(since: nil, .people, after: nil).items.count == 1)
        await aviary.store.close()
    }

    @Test func `two retries at the same moment are one step`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send([""])
        async let one = aviary.send(.cumulative("1"))
        async let two = aviary.send(.cumulative("1"))
        #expect(await [one, two] == ["CON v1 2: typed 1", "CON v1 2: typed 1"])
        #expect(try await aviary.turns == 2)
        await aviary.store.close()
    }

    @Test func `a key of the gateway's own makes it the same step`() async throws {
        let aviary = try await Aviary()
        #expect(await aviary.send(.begin(path: []), key: "k1") == "CON v1 1: dial ")
        #expect(await aviary.send(.begin(path: []), key: "k1") == "CON v1 1: dial ")
        #expect(await aviary.send(.last("1"), key: "k2") == "CON v1 2: typed 1")
        #expect(await aviary.send(.last("1"), key: "k2") == "CON v1 2: typed 1")
        #expect(await aviary.send(.last("1"), key: "k3") == "CON v1 3: typed 1")
        await aviary.store.close()
    }

    @Test func `without any key the same bytes are a retry for two seconds`() async throws {
        let aviary = try await Aviary()
        let channel = Aviary.channel(retriesWithin: .seconds(2))
        #expect(await aviary.send(.begin(path: []), on: channel) == "CON v1 1: dial ")
        #expect(await aviary.send(.begin(path: []), on: channel) == "CON v1 1: dial ")
        #expect(await aviary.send(.last("1"), on: channel) == "CON v1 2: typed 1")
        aviary.time.advance(2)
        #expect(await aviary.send(.last("1"), on: channel) == "CON v1 2: typed 1")
        aviary.time.advance(0.1)
        #expect(await aviary.send(.last("1"), on: channel) == "CON v1 3: typed 1")
        #expect(await aviary.send(.last("1"), on: channel) == "CON v1 3: typed 1")
        await aviary.store.close()
    }

    @Test func `on a phone that says no step each answer is a new one`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(.begin(path: []))
        #expect(await aviary.send(.last("1")) == "CON v1 2: typed 1")
        #expect(await aviary.send(.last("1")) == "CON v1 3: typed 1")
        await aviary.store.close()
    }

    @Test func `ten thousand stars hold nobody up`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "1", "1*2"])
        let stars = String(repeating: "*", count: 10_000)
        #expect(await aviary.send([stars]) == ["CON v1 4: typed \(stars)"])
        await aviary.store.close()
    }
}
