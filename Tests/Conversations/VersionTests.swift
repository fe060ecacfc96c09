import Conversations
import Dialogs
import Foundation
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

    struct Pinned: CustomTestStringConvertible {
        var name: String
        var isBegunBySMS: Bool
        var seconds: TimeInterval
        var takeover = Takeover.atNextSession
        var told: String
        var testDescription: String { name }
    }

    @Test(arguments: [
        Pinned(name: "by SMS within the hour", isBegunBySMS: true, seconds: 3_599, told: "CON v1 2: texted 2"),
        Pinned(name: "by SMS after an hour", isBegunBySMS: true, seconds: 3_600, told: "CON v2 new 2: texted 2"),
        Pinned(
            name: "by SMS at once", isBegunBySMS: true, seconds: 1, takeover: .atOnce, told: "CON v2 new 2: texted 2"),
        Pinned(name: "begun by USSD", isBegunBySMS: false, seconds: 1, told: "CON v2 new 2: texted 2"),
    ])
    func `a talk by SMS stays on its version for an hour`(_ row: Pinned) async throws {
        let aviary = try await Aviary()
        _ = row.isBegunBySMS ? await aviary.text("1") : await aviary.send(.begin(path: []))
        try await aviary.publish("v2", takingOver: row.takeover)
        aviary.time.advance(row.seconds)
        #expect(await aviary.text("2") == row.told)
        #expect(await aviary.text("2", from: .ben) == "CON v2 1: texted 2", "who begins takes the live one")
        await aviary.store.close()
    }

    @Test func `an hour by SMS counts from the last message`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.text("1")
        try await aviary.publish("v2")
        aviary.time.advance(3_000)
        #expect(await aviary.text("2") == "CON v1 2: texted 2")
        aviary.time.advance(3_000)
        #expect(await aviary.text("3") == "CON v1 3: texted 3")
        #expect(await aviary.send([""]) == ["CON v2 new 4: dial "], "a dial takes the live one")
        #expect(await aviary.text("4") == "CON v2 5: texted 4")
        await aviary.store.close()
    }

    @Test func `at once, who is in the middle goes on in the live version at their next turn`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "1"])
        try await aviary.publish("v2", takingOver: .atOnce)
        aviary.time.advance(1)
        #expect(await aviary.send(["1"]) == ["CON v1 2: typed 1"], "a retry is what was shown")
        #expect(await aviary.send(["1*2", "1*2*3"]) == ["CON v2 new 3: typed 2", "CON v2 4: typed 3"])
        try await aviary.publish("v3")
        #expect(await aviary.send(["1*2*3*4"]) == ["CON v2 5: typed 4"], "who began after it stays")
        await aviary.store.close()
    }

    @Test func `who had to leave their version has to still, whichever is live by then`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "1"])
        try await aviary.publish("v2", takingOver: .atOnce)
        try await aviary.publish("v3")
        #expect(await aviary.send(["1*2"]) == ["CON v3 new 3: typed 2"])
        await aviary.store.close()
    }

    @Test func `a rollback leaves those in the middle where they are`() async throws {
        let aviary = try await Aviary()
        let first = try #require(try await aviary.store.liveVersion())
        _ = await aviary.send(["", "1"])
        try await aviary.publish("v2")
        _ = await aviary.send(["", "1"], "S-ben", from: .ben)
        try await aviary.store.makeLive(first, by: "test", at: aviary.time.now)
        aviary.shelf.keepOnly([])
        #expect(await aviary.send(["1*2"]) == ["CON v1 3: typed 2"])
        #expect(await aviary.send(["1*2"], "S-ben", from: .ben) == ["CON v2 3: typed 2"])
        #expect(await aviary.send([""], "S2-ben", from: .ben) == ["CON v1 new 4: dial "])
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
