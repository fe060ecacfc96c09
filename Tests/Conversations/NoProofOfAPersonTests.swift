import Conversations
import Dialogs
import Foundation
import Gateways
import Store
import Testing
import Texting

/// A number is no proof of a person: a test for each way in which one person could read, change or stop another's.
struct NoProofOfAPersonTests {
    // By a session or a message that is another's.

    @Test func `a known session gives another number nothing, not even the language`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "english", "english*inscrire"])
        #expect(await aviary.send(["english*inscrire", "english*inscrire*2"], from: .ben) == ["END Ferme", "END Ferme"])
        _ = await aviary.send([""], "S2")
        #expect(await aviary.send(["english*inscrire*2"]) == ["END Too late"])
        #expect(await aviary.send(["english*inscrire*2"], from: .ben) == ["END Ferme"])
        await aviary.store.close()
    }

    @Test func `another number's word ends no session`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "1"])
        #expect(await aviary.end("S1", .dropped, from: .ben) == "-")
        #expect(await aviary.send(["1*2"]) == ["CON v1 3: typed 2"])
        #expect(await aviary.end("S1", .dropped, from: nil) == "-", "a gateway that names nobody is believed")
        #expect(await aviary.send(["1*2*3"]) == ["END Ferme"])
        await aviary.store.close()
    }

    @Test func `a known message id is another number's own message`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.text("1", id: "m1")
        #expect(await aviary.text("2", id: "m2") == "CON v1 2: texted 2")
        #expect(await aviary.text("2", id: "m2", from: .ben) == "CON v1 1: texted 2")
        #expect(await aviary.text("2", id: "m2") == "CON v1 2: texted 2")
        await aviary.store.close()
    }

    @Test func `the farewell of who was erased is shown to no other number`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "oubli"])
        #expect(await aviary.send(["oubli"], from: .ben) == ["END Ferme"])
        #expect(await aviary.send(["oubli"]) == ["END v1 2: typed oubli"])
        await aviary.store.close()
    }

    // By a number that went to somebody else.

    @Test func `after the number went to somebody else, what was shown before is shown to nobody`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.text("secret", id: "m1")
        _ = await aviary.send(["", "secret"])
        _ = await aviary.send(["", "nouveau"], "S2")
        #expect(await aviary.text("secret", id: "m1") == "-")
        #expect(await aviary.send(["secret", "secret*1"]) == ["END Ferme", "END Ferme"])
        #expect(await aviary.send([""], "S2") == ["END Ferme"], "nor what the same session had shown")
        #expect(await aviary.send(["nouveau", "nouveau*1"], "S2") == ["CON v1 5: typed nouveau", "CON v1 6: typed 1"])
        await aviary.store.close()
    }

    @Test func `nothing that was said before goes with the number`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "inscrire", "inscrire*secret"])
        _ = await aviary.send(["", "nouveau"], "S2")
        let person = try await aviary.store.person(.awa)
        #expect(person.messages.filter { $0.direction == .in }.map(\.text) == ["typed nouveau"])
        #expect(person.signUps.isEmpty)
        let signUps = try await aviary.store.signUps(since: nil, .people, after: nil).items
        #expect(signUps.map(\.phone) == [nil])
        #expect(try await aviary.messages.filter { $0.phone == nil && $0.direction == .in }.count == 4, "it stays with the old contact")
        await aviary.store.close()
    }

    @Test func `what was to be sent to who had the number before ends`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "confirmer"])
        _ = await aviary.end("S1", .dropped)
        _ = await aviary.send(["", "nouveau"], "S2")
        #expect(await aviary.end("S1", .dropped) == "-")
        #expect(try await aviary.waiting(to: .awa) == [])
        let begun = try await aviary.messages.filter { $0.direction == .out && $0.status != "answered" }
        #expect(Set(begun.map(\.reason)) == ["number-moved", "cancelled"])
        #expect(begun.allSatisfy { $0.phone == nil })
        #expect(await aviary.text("vrai") == "CON v1 6: texted vrai", "nor was the new one sent any of it")
        await aviary.store.close()
    }

    // By a number that was silent for long, or that nobody had in between.

    struct Doubt: CustomTestStringConvertible {
        var name: String
        var days: Double
        var silence = TurnTaker.Settings.usualDoubt
        var isReported = false
        var isBySMS: Bool
        var isDoubted: Bool
        var testDescription: String { name }
    }

    @Test(arguments: [
        Doubt(name: "a dial within 90 days", days: 90, isBySMS: false, isDoubted: false),
        Doubt(name: "a dial after 90 days", days: 90.1, isBySMS: false, isDoubted: true),
        Doubt(name: "a dial within as long as is set", days: 10, silence: .seconds(864_000), isBySMS: false, isDoubted: false),
        Doubt(name: "a dial after as long as is set", days: 10.1, silence: .seconds(864_000), isBySMS: false, isDoubted: true),
        Doubt(name: "a message after 90 days", days: 90.1, isBySMS: true, isDoubted: true),
        Doubt(name: "a dial after a report", days: 0, isReported: true, isBySMS: false, isDoubted: true),
        Doubt(name: "a message after a report", days: 0, isReported: true, isBySMS: true, isDoubted: true),
        Doubt(name: "a clock that is put back is no silence", days: -400, isBySMS: false, isDoubted: false),
    ])
    func `who comes after a silence or a report is asked, and goes on with nothing`(_ row: Doubt) async throws {
        let aviary = try await Aviary(doubtAfter: row.silence)
        _ = await aviary.send(["", "secret"])
        aviary.time.advance(row.days * 86_400)
        if row.isReported { try await aviary.store.reportUnknownSubscriber(.awa, .people, at: aviary.time.now) }
        let come = row.isBySMS ? await aviary.text("") : await aviary.send(.begin(path: []), "S2", key: "k")
        let kind = row.isBySMS ? "texted" : "dial"
        #expect(come == "CON v1 \(row.isDoubted ? "doubted 1" : "3"): \(kind) ")
        #expect(await aviary.text("", from: .ben) == "CON v1 1: texted ", "and nobody else")
        await aviary.store.close()
    }

    @Test func `it stands until the person answers`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "inscrire"])
        aviary.time.advance(91 * 86_400)
        #expect(await aviary.text("a") == "CON v1 doubted 1: texted a")
        #expect(await aviary.send(["", "1"], "S2") == ["CON v1 doubted 2: dial ", "CON v1 doubted 3: typed 1"])
        #expect(await aviary.send(["1*moi", "1*moi*2"], "S2") == ["CON v1 doubted 4: typed moi", "CON v1 5: typed 2"])
        #expect(try await aviary.store.person(.awa).signUps.count == 1, "whoever it was all along keeps everything")
        #expect(try await aviary.store.person(.awa).messages.filter { $0.direction == .in }.count == 7)
        await aviary.store.close()
    }

    @Test func `who is somebody else gets what they said themselves, and nothing more`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "inscrire", "inscrire*secret"])
        aviary.time.advance(91 * 86_400)
        _ = await aviary.send(["", "nouveau", "nouveau*1"], "S2")
        #expect(await aviary.send([""], "S2") == ["CON v1 doubted 1: dial "], "their own session is theirs still")
        let person = try await aviary.store.person(.awa)
        #expect(
            person.messages.filter { $0.direction == .in }.map(\.text)
                == ["dial ", "nouveau", "1"].map { $0 == "dial " ? $0 : "typed \($0)" })
        #expect(person.signUps.isEmpty)
        #expect(await aviary.text("a") == "CON v1 4: texted a", "and is not asked again")
        await aviary.store.close()
    }

    @Test func `a report that nobody has the number cuts off what was begun on it`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.text("relance", id: "m1")
        _ = await aviary.send(["", "secret"])
        _ = await aviary.text("relance", id: "m2")
        try await aviary.store.reportUnknownSubscriber(.awa, .people, at: aviary.time.now)
        #expect(await aviary.send(["secret", "secret*1"]) == ["END Ferme", "END Ferme"])
        #expect(await aviary.text("relance", id: "m1") == "-")
        #expect(try await aviary.waiting(to: .awa) == [])
        try await aviary.store.reportUnknownSubscriber(.ben, .people, at: aviary.time.now)
        #expect(try await aviary.store.person(.ben).isUnknown, "one of a number that nobody knows says nothing")
        await aviary.store.close()
    }

    // By the lock of the references.

    @Test func `misses lock the references of one contact, and neither follow nor go with its number`() async throws {
        let aviary = try await Aviary()
        for _ in 0..<5 { _ = await aviary.text("manque") }
        _ = await aviary.text("manque", from: .ben)
        #expect(try await aviary.lockedUntil(.awa) == aviary.time.now + 86_400)
        #expect(try await aviary.lockedUntil(.ben) == nil)
        _ = await aviary.text("nouveau")
        #expect(try await aviary.lockedUntil(.awa) == nil, "nothing of the old one can be guessed from here")
        for _ in 0..<4 { _ = await aviary.text("manque") }
        #expect(try await aviary.lockedUntil(.awa) == nil, "nor were the misses of the old one its own")
        await aviary.store.close()
    }

    // By a trial.

    @Test func `the phone on the screen reaches nobody by their number`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "inscrire", "inscrire*confirmer"])
        let phone = Aviary.channel("phone", isTest: true)
        #expect(await aviary.text("stop", on: phone) == "CON v1 1: texted stop")
        #expect(await aviary.text("oubli", on: phone) == "END v1 2: texted oubli")
        try await aviary.store.reportUnknownSubscriber(.awa, .tests, at: aviary.time.now)
        let person = try await aviary.store.person(.awa)
        #expect(person.signUps.count == 1)
        #expect(try await aviary.waiting(to: .awa).count == 1)
        #expect(try await aviary.waiting(to: .awa, .tests) == [])
        #expect(await aviary.send(["inscrire*confirmer*1"]) == ["CON v1 4: typed 1"])
        await aviary.store.close()
    }

    // By an erasure.

    @Test func `STOP outlives an erasure, and a number that goes to somebody else`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.text("stop")
        #expect(try await aviary.store.erase(.awa, at: aviary.time.now).count == 1)
        _ = await aviary.text("confirmer")
        _ = await aviary.text("nouveau")
        _ = await aviary.text("relance")
        _ = await aviary.text("confirmer")
        #expect(try await aviary.waiting(to: .awa) == [])
        let begun = try await aviary.messages.filter { $0.direction == .out && $0.status != "answered" }
        #expect(begun.map(\.reason) == ["stopped", "stopped"])
        await aviary.store.close()
    }
}

extension Aviary {
    fileprivate func lockedUntil(_ number: PhoneNumber) async throws -> Date? {
        let now = time.now
        let fate = await store.turn(arrived: now) { desk in
            try desk.facts(of: desk.contact(of: number, .people, at: now)).referencesLockedUntil
        }
        guard case .done(let until) = fate else { throw Broken() }
        return until
    }
}
