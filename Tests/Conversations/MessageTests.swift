import Conversations
import Dialogs
import Foundation
import Gateways
import Store
import Testing
import Texting

/// An SMS is a session of one message.
struct MessageTests {
    @Test func `the same message again gets the stored answer, and has no effect`() async throws {
        let aviary = try await Aviary()
        #expect(await aviary.text("1 inscrire", id: "m1") == "CON v1 1: texted 1 inscrire")
        _ = await aviary.text("2", id: "m2")
        aviary.time.advance(6 * 86_400)
        #expect(await aviary.text("1 inscrire", id: "m1") == "CON v1 1: texted 1 inscrire")
        #expect(try await aviary.turns == 2)
        #expect(try await aviary.store.signUps(since: nil, .people, after: nil).items.count == 1)
        await aviary.store.close()
    }

    @Test func `a message that got no answer gets none again`() async throws {
        let aviary = try await Aviary()
        #expect(await aviary.text("rien", id: "m1") == "-")
        #expect(await aviary.text("rien", id: "m1") == "-")
        #expect(try await aviary.turns == 1)
        await aviary.store.close()
    }

    @Test func `a message whose words are gone, with the whole person, is not taken again`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.text("bonjour", id: "m1")
        #expect(try await aviary.store.erase(.awa, at: aviary.time.now).count == 1)
        #expect(await aviary.text("bonjour", id: "m1") == "-")
        #expect(try await aviary.store.person(.awa).isUnknown)
        await aviary.store.close()
    }

    @Test func `an erasure by SMS is answered again, and by it nobody is there again`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.text("bonjour", id: "m1")
        #expect(await aviary.text("oubli", id: "m2") == "END v1 2: texted oubli")
        #expect(await aviary.text("oubli", id: "m2") == "END v1 2: texted oubli")
        #expect(try await aviary.store.person(.awa).isUnknown)
        await aviary.store.close()
    }

    @Test func `where nothing tells a message, the same words within half a minute are the same`() async throws {
        let aviary = try await Aviary()
        #expect(await aviary.text("oui", id: "", key: .some(nil)) == "CON v1 1: texted oui")
        #expect(await aviary.text("oui", id: "", key: .some(nil), from: .ben) == "CON v1 1: texted oui", "another sender")
        #expect(await aviary.text("non", id: "", key: .some(nil)) == "CON v1 2: texted non", "other words")
        aviary.time.advance(30)
        #expect(await aviary.text("oui", id: "", key: .some(nil)) == "CON v1 1: texted oui", "brought again")
        aviary.time.advance(0.1)
        #expect(await aviary.text("oui", id: "", key: .some(nil)) == "CON v1 3: texted oui", "written again")
        #expect(await aviary.text("oui", id: "", key: .some(nil)) == "CON v1 3: texted oui")
        await aviary.store.close()
    }

    @Test func `a message takes an open session over, and no message is ever an open session`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.send(["", "1"])
        #expect(await aviary.text("2", id: "m1") == "CON v1 3: texted 2")
        #expect(await aviary.send(["1*2"]) == ["END Trop tard"])
        #expect(await aviary.text("3", id: "m2") == "CON v1 4: texted 3")
        let key = { @Sendable (desk: TurnDesk, id: String) in desk.key(ofMessage: id, from: .awa, onChannel: "sms") }
        let states = await aviary.store.turn(arrived: aviary.time.now) { desk in
            try ["m1", "m2"].map { try desk.session(key(desk, $0))?.state }
        }
        guard case .done(let states) = states else {
            Issue.record("\(states)")
            return
        }
        #expect(states == [.over, .over])
        #expect(await aviary.send([""], "S2") == ["CON v1 5: dial "])
        #expect(await aviary.send(["4"], "S2") == ["CON v1 6: typed 4"], "begun by SMS, gone on with by USSD")
        await aviary.store.close()
    }

    @Test func `an id that a session has too is a message's own`() async throws {
        let aviary = try await Aviary()
        let phone = Aviary.channel("phone", isTest: true)
        #expect(await aviary.send(.begin(path: []), "a", key: "k", on: phone) == "CON v1 1: dial ")
        #expect(await aviary.text("a", id: "a", key: "k", on: phone) == "CON v1 2: texted a")
        await aviary.store.close()
    }

    @Test func `what came is exported as it was understood`() async throws {
        let aviary = try await Aviary()
        _ = await aviary.text("on m'a pris mon passeport rien")
        let message = try #require(try await aviary.messages.first)
        #expect(message.direction == .in)
        #expect(message.text == "texted on m'a pris mon passeport rien", "kept, though nothing was answered")
        #expect(message.cause == "answer" && message.status == "received")
        await aviary.store.close()
    }

    struct Sent: CustomTestStringConvertible {
        var name: String
        /// What came before, and how long before the question.
        var messages: [String]
        var days: Double
        var told: String
        var testDescription: String { name }
    }

    @Test(arguments: [
        Sent(name: "nothing was ever sent", messages: [], days: 0, told: "CON v1 1: texted vrai"),
        Sent(name: "a dial is answered on the spot", messages: ["dial"], days: 0, told: "CON v1 2: texted vrai"),
        Sent(name: "a message without an answer", messages: ["rien"], days: 0, told: "CON v1 2: texted vrai"),
        Sent(name: "an answer by SMS", messages: ["bonjour"], days: 1, told: "CON v1 2: texted vrai sent 86400 s ago"),
        Sent(name: "an answer of long ago", messages: ["bonjour"], days: 7.1, told: "CON v1 2: texted vrai"),
        Sent(name: "a confirmation that is due", messages: ["dial confirmer"], days: 2, told: "CON v1 2: texted vrai sent 172800 s ago"),
        Sent(name: "a confirmation that never left", messages: ["dial confirmer"], days: 4, told: "CON v1 2: texted vrai"),
        Sent(name: "a follow-up that is not due yet", messages: ["dial relance"], days: 0, told: "CON v1 2: texted vrai"),
    ])
    func `what this number was last sent is known to who asks by SMS`(_ row: Sent) async throws {
        let aviary = try await Aviary()
        _ = await aviary.text("bonjour", from: .ben)
        _ = await aviary.send(.begin(path: ["confirmer"]), "S-ben", from: .ben)
        for message in row.messages {
            if message.hasPrefix("dial") {
                _ = await aviary.send(.begin(path: [String(message.dropFirst(5))]))
            } else {
                _ = await aviary.text(message)
            }
        }
        aviary.time.advance(row.days * 86_400)
        #expect(await aviary.text("vrai") == row.told)
        await aviary.store.close()
    }
}
