import Dialogs
import Foundation
import GRDB
import Store
import Testing
import Texting

struct MigrationTests {
    @Test func `a database of the first program goes on as if nothing had been added`() async throws {
        let scratch = try Scratch()
        let clock = StandingClock()
        let first = try await scratch.open(clock).ready()
        let confirmation = Confirmation(message: "confirmation", text: "C'est noté.", reference: .drawn(1))
        try await first.take(
            Taking(reply: Reply(text: "Merci.", ends: true), isOver: true, effects: [.signUp(.drafted()), .send(confirmation)]))
        try await first.take(Taking(occasion: .dial, number: .ben, session: "S2", words: "2"))
        try await first.take(
            Taking(number: .ben, session: "S2", step: "2*x", reply: Reply(text: "Code 4821 ?", ends: false), shown: "Code •••• ?"))
        let messages = try await first.allMessages()
        await first.close()
        try FirstSchema.takeBack(scratch.database, keyFile: scratch.path("passerelle.key"))
        #expect(throws: StoreProblem.olderProgram(path: scratch.database)) { try Store.openToRead(at: scratch.database) }

        let store = try scratch.open(clock)
        #expect(try await store.allSignUps.map(\.reference) == [.drawn(1)])
        let waiting = try await store.look { desk in
            try desk.unrouted(at: .start, limit: 9).map { message in
                try desk.route(message.id, by: "sms", network: nil, at: .start)
                return try desk.due(on: "sms", 0...3, at: .start, limit: 9).map(\.text)
            }
        }
        #expect(waiting == [["C'est noté."]])
        let (open, session) = try await store.look { desk in
            (
                try desk.conversation(of: desk.contact(of: .ben, .people, at: .start)),
                try desk.session(desk.key(ofSession: "S2", onChannel: "ussd"))
            )
        }
        #expect(try await store.allMessages().map(\.text) == messages.map(\.text))
        let retried = try await store.look { desk in try session.flatMap { try desk.reply(toStep: "2*x", of: $0, from: .ben) } }
        #expect(messages.map(\.text).contains("Code •••• ?"))
        #expect(retried == .reply(Reply(text: "Code 4821 ?", ends: false)), "a step that comes again after the change has its answer")
        #expect(open?.shownOn == .ussd)
        #expect(session?.state == .open && session?.isOverruled == false)
        let silent = try await store.look { try $0.silentSessions(onChannel: "ussd", untouchedSince: .start + 1, limit: 9) }
        #expect(silent?.count == 1, "an end is awaited of what was open already")
        try await store.take(Taking(occasion: .message, number: .ben, session: "SMS", step: "m"))
        #expect(try await store.cutOff(at: .start) == 0)
        await store.close()
    }
}
