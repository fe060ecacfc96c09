import Conversations
import Dialogs
import Gateways
import Store
import Testing

struct VersionTests {
    @Test func `a session stays on its version, and the next dial takes the live one`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "1"])
        try await aviary.publish("v2")
        #expect(await aviary.send(["1*2"]) == ["CON v1 3: typed 2"])
        #expect(await aviary.send(["", "3"], "S2") == ["CON v2 new 4: dial ", "CON v2 5: typed 3"])
        #expect(await aviary.send([""], "S3", from: .ben) == ["CON v2 1: dial "])
        await aviary.store.close()
    }

    @Test func `the version of a session is compiled again after a restart`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "1"])
        try await aviary.publish("v2")
        aviary.shelf.keepOnly([])
        #expect(await aviary.send(["1*2"]) == ["CON v1 3: typed 2"])
        await aviary.store.close()
    }

    @Test func `a version that can't be read any more gives way to the live one`() async throws {
        let aviary = try await Aviary()
        let old = try await aviary.store.publish(["accueil.yaml": "broken"], by: "test", at: aviary.time.now)
        aviary.shelf.put(Parrot.script(["accueil.yaml": "old"]), for: old)
        try await aviary.store.makeLive(old, by: "test", at: aviary.time.now)
        #expect(await aviary.send(["", "1"]) == ["CON old 1: dial ", "CON old 2: typed 1"])
        try await aviary.publish("v2")
        aviary.shelf.keepOnly([])
        #expect(await aviary.send(["1*2"]) == ["CON v2 new 3: typed 2"])
        await aviary.store.close()
    }

    @Test func `while none is live the person is told, and nothing is stored`() async throws {
        let aviary = try await Aviary(isLive: false)
        #expect(await aviary.send([""]) == ["no script: Ferme"])
        #expect(try await aviary.store.facts().counts["contact"] == 0)
        try await aviary.publish("v1")
        #expect(await aviary.send([""]) == ["CON v1 1: dial "], "the same step counts as never seen")
        await aviary.store.close()
    }

    @Test func `once closed every turn is refused in polite words, fitted to the channel`() async throws {
        let aviary = try await Aviary()
        await aviary.store.close()
        #expect(await aviary.send([""]) == ["refused: Reessayez en composant le *123#"])
    }

    @Test func `a turn that waited too long is withdrawn, and its step counts as never seen`() async throws {
        let aviary = try await Aviary()
        let arrived = aviary.time.now
        aviary.time.advance(2.5)
        let inbound = Inbound(sender: .awa, session: "S1", text: .cumulative(""), stepKey: nil, network: nil)
        #expect(
            await aviary.taker.take(inbound, on: Aviary.channel(), arrived: arrived).told
                == "withdrawn: Reessayez en composant le *123#")
        #expect(await aviary.send([""]) == ["CON v1 1: dial "])
        #expect(try await aviary.turns == 1)
        await aviary.store.close()
    }

    @Test func `a reference that is another's is drawn anew`() async throws {
        // Seven draws make a reference: twice the same seven, then others.
        let one = [UInt64](repeating: 1 << 60, count: 7)
        let two = [UInt64](repeating: 1 << 62, count: 7)
        let aviary = try await Aviary(draws: one + one + two)
        _ = await aviary.send(["", "inscrire"])
        #expect(await aviary.send(["", "inscrire"], "S2", from: .ben) == ["CON v1 1: dial ", "CON v1 2: typed inscrire"])
        let references = try await aviary.store.signUps(since: nil, .people, after: nil).items.map(\.reference.digits)
        #expect(references.count == 2)
        #expect(Set(references).count == 2)
        await aviary.store.close()
    }
}
