import Delivery
import Dialogs
import Foundation
import Store
import Testing
import Texting

/// A reminder is worded when it leaves.
struct ReminderTests {
    private static let day = TimeInterval(86_400)

    struct Case: CustomTestStringConvertible {
        var label: String
        var happens: @Sendable (Post, Reference) async throws -> Void
        var days = 7.0
        var row: String
        /// The beginning of its words.
        var text: String?
        var testDescription: String { label }
    }

    static let cases = [
        Case(label: "in its time", happens: { _, _ in }, row: "reminder accepted", text: "OIM : "),
        Case(
            label: "in the language that its sign-up has by then",
            happens: { post, reference in
                try await post.turn([
                    .signUp(
                        SignUpDraft(
                            signUp: "projet", reference: reference, updates: true, answers: [:], consentWords: "", consentGiven: .start,
                            language: "en", keep: nil))
                ])
            }, row: "reminder accepted", text: "IOM: "),
        Case(label: "closed", happens: { post, reference in try await post.turn([.close(reference)]) }, row: "reminder ended closed"),
        Case(
            label: "cancelled",
            happens: { post, reference in try await post.turn([.cancel(reminder: "inscription/suivi", reference)]) },
            row: "reminder ended cancelled"),
        Case(label: "STOP", happens: { post, _ in try await post.turn([.optOut]) }, row: "reminder ended stopped"),
        Case(
            label: "STOP and START", happens: { post, _ in for effect in [Effect.optOut, .optIn] { try await post.turn([effect]) } },
            row: "reminder ended stopped"),
        Case(label: "the number moved", happens: { post, _ in try await post.turn([.newContact]) }, row: "reminder ended number-moved"),
        Case(
            label: "its words changed",
            happens: { post, _ in
                var files = Post.dialogs
                files["inscription.yaml"] = files["inscription.yaml"]?.replacingOccurrences(of: "say: \"OIM :", with: "say: \"HCR :")
                files["en.po"] = nil
                try await post.publish(files)
            }, row: "reminder accepted", text: "HCR : "),
        Case(
            label: "it is gone from the dialogs",
            happens: { post, _ in try await post.publish(["accueil.yaml": "title: x\nstart: a\nscreens: { a: { end: Fin. } }"]) },
            row: "reminder ended gone"),
        Case(
            label: "the dialogs can't be read",
            happens: { post, _ in try await post.publish(["accueil.yaml": "title: ["]) }, row: "reminder queued"),
        Case(label: "late, but in its time", happens: { _, _ in }, days: 8.9, row: "reminder accepted", text: "OIM : "),
        Case(label: "after a long downtime", happens: { _, _ in }, days: 9, row: "reminder ended expired"),
    ]

    @Test(arguments: cases)
    func `a reminder leaves, or says why it does not`(_ row: Case) async throws {
        let post = try await Post()
        let reference = try await post.remind()
        try await post.dispatcher.drain()
        #expect(post.network.arrivals.isEmpty)
        post.clock.advance(60)
        try await row.happens(post, reference)
        post.clock.set(.start + row.days * Self.day + 0.001)
        try await post.dispatcher.drain()
        #expect(try await post.rows() == [row.row])
        #expect(post.network.texts.count == (row.text == nil ? 0 : 1))
        if let text = row.text { #expect(post.network.texts.first?.hasPrefix(text + reference.digits) == true) }
        #expect(try await post.texts("SELECT target FROM opening") == (row.text == nil ? [] : ["suivi/interet"]))
        await post.store.close()
    }

    @Test func `who is erased gets nothing, and nothing of it is left`() async throws {
        let post = try await Post()
        try await post.remind()
        try await post.confirm("confirmé")
        #expect(try await post.store.erase(.awa, at: post.clock.now).count == 1)
        post.clock.advance(8 * Self.day)
        try await post.dispatcher.drain()
        #expect(post.network.arrivals.isEmpty)
        #expect(try await post.rows() == [])
        await post.store.close()
    }

    @Test func `what its gateway did not take is worded anew, and asks nothing meanwhile`() async throws {
        let post = try await Post()
        let reference = try await post.remind()
        post.network.says("busy", "accepted")
        post.clock.advance(7 * Self.day)
        try await post.dispatcher.drain()
        #expect(try await post.texts("SELECT target FROM opening") == [])
        try await post.turn([.close(reference)])
        post.clock.advance(3_600)
        try await post.dispatcher.drain()
        #expect(post.network.arrivals.count == 1)
        #expect(try await post.rows() == ["reminder ended closed"])
        await post.store.close()
    }

    @Test func `planned once more it takes the place of the first plan`() async throws {
        let post = try await Post()
        let reference = try await post.remind(after: [7, 30])
        post.clock.advance(3 * Self.day)
        let again = PlannedReminder(
            reminder: "inscription/suivi", reference: reference, due: [post.clock.now + 7 * Self.day, post.clock.now + 30 * Self.day],
            expires: .seconds(2 * 86_400))
        try await post.turn([.remind(again)])
        for _ in 0..<40 {
            post.clock.advance(Self.day)
            try await post.dispatcher.drain()
        }
        #expect(post.network.arrivals.count == 2)
        await post.store.close()
    }

    @Test func `a whole registration by SMS gets its confirmation and its reminders`() async throws {
        let post = try await Post { $0.cap = Cap(aDay: 1, aMonth: 4) }
        _ = await post.text("JOIN")
        _ = await post.text("1")
        _ = await post.text("Awa Ngoh")
        try await post.dispatcher.drain()
        #expect(post.network.texts.first?.hasPrefix("OIM : ") == true)
        #expect(post.network.texts.first?.hasSuffix("Pour finir, répondez STOP.") == true)
        for _ in 0..<40 {
            post.clock.advance(Self.day)
            try await post.dispatcher.drain()
        }
        #expect(post.network.texts.map { $0.contains("toujours là") } == [false, true, true])
        await post.store.close()
    }
}
