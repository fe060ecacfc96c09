import Dialogs
import Foundation
import Store
import Testing
import Texting

/// A campaign's row and its messages', slice by slice.
struct CampaignTests {
    private static let order = CampaignOrder(
        audience: .all([]), written: "status = open", texts: ["fr": "Réunion lundi."], opens: "suivi/", life: .seconds(3 * 86_400))

    private static func begun(_ store: Store) async throws -> Identifier<Kept.Campaign> {
        try await store.look { desk in try desk.begin(order, by: "staff", at: .start) }
    }

    /// Queues for the next few, as whoever carries campaigns on does.
    private static func fill(_ store: Store, found: Int) async throws -> Bool {
        try await store.look { desk in
            guard case .filling(let filling)? = try desk.campaignWork() else { return false }
            let page = try desk.recipients(filling.audience, after: filling.walked, looked: 100, found: found)
            var leftOut: [LeftOut: Int] = [:]
            for recipient in page.recipients {
                if recipient.hasOptedOut {
                    leftOut[.stopped, default: 0] += 1
                } else {
                    try desk.queue(recipient, of: filling, by: "sms", network: "mtn", due: .start, at: .start)
                }
            }
            try desk.walked(filling, to: page.walked, leftOut: leftOut, at: .start)
            return true
        }
    }

    private static func sweep(_ store: Store, limit: Int) async throws -> Int {
        var slices = 0
        while try await store.look({ desk in
            guard let work = try desk.campaignWork() else { return false }
            try desk.sweep(work, limit: limit, at: .start + 3_600)
            return true
        }) {
            slices += 1
        }
        return slices
    }

    @Test func `it is filled in slices, goes on where it was after a crash, and nobody is queued twice`() async throws {
        let scratch = try Scratch()
        var store = try await AudienceTests.populated(in: scratch)
        try await store.take(Taking(number: .ben, session: "T1", isOver: true, effects: [.optOut], now: .start + 5 * 86_400))
        let id = try await Self.begun(store)
        #expect(try await Self.fill(store, found: 1))
        #expect(try await store.progress(of: id)?.waiting == 1)
        await store.close()

        store = try scratch.open()
        #expect(try await store.hasCampaignWork())
        while try await Self.fill(store, found: 2) {}
        let progress = try #require(try await store.progress(of: id))
        #expect(progress.campaign.state == .running)
        #expect(progress.isFilled)
        #expect(progress.waiting == 3)
        #expect(progress.leftOut == [.stopped: 1])
        #expect(!progress.isOver)
        #expect(progress.campaign.texts == ["fr": "Réunion lundi."])
        #expect(progress.campaign.expires == .start + 3 * 86_400)
        #expect(progress.audience == "status = open")
        #expect(try await !store.hasCampaignWork())
        let contacts = try await store.look { desk in
            try desk.due(on: "sms", 3...3, at: .start, limit: 100).map { "\($0.number.e164) \($0.rank) \($0.network ?? "")" }
        }
        #expect(Set(contacts).count == 3)
        #expect(contacts.allSatisfy { $0.hasSuffix("campaign mtn") })
        await store.close()
    }

    @Test func `a pause halts the filling too, and a resume makes due again what was held`() async throws {
        let store = try await AudienceTests.populated(in: try Scratch())
        let id = try await Self.begun(store)
        _ = try await Self.fill(store, found: 2)
        #expect(try await store.look { desk in try desk.pause(id) })
        #expect(try await store.progress(of: id)?.campaign.state == .paused)
        #expect(try await !Self.fill(store, found: 2), "nothing is queued while it is paused")
        // What comes to leave meanwhile is held.
        try await store.look { desk in
            for message in try desk.due(on: "sms", 3...3, at: .start, limit: 100) { try desk.hold(message.id, until: .start + 3 * 86_400) }
        }
        #expect(try await store.nextDue(on: "sms") == .start + 3 * 86_400)

        #expect(try await store.look { desk in try desk.resume(id) })
        #expect(try await store.progress(of: id)?.campaign.state == .filling)
        // One slice, then the process is another one.
        try await store.look { desk in
            guard let work = try desk.campaignWork(), case .letting = work else {
                Issue.record("nothing to let go")
                return
            }
            try desk.sweep(work, limit: 1, at: .start + 3_600)
        }
        #expect(try await store.look { desk in try desk.due(on: "sms", 3...3, at: .start + 3_600, limit: 9).count } == 1)
        try await store.look { desk in
            while let work = try desk.campaignWork(), case .letting = work { try desk.sweep(work, limit: 1, at: .start + 3_600) }
        }
        #expect(try await store.look { desk in try desk.due(on: "sms", 3...3, at: .start + 3_600, limit: 9).count } == 2)
        while try await Self.fill(store, found: 2) {}
        #expect(try await store.progress(of: id)?.waiting == 4)
        #expect(try await store.progress(of: id)?.campaign.state == .running)
        await store.close()
    }

    @Test func `a stop ends what waits, and it can't be resumed`() async throws {
        let store = try await AudienceTests.populated(in: try Scratch())
        let id = try await Self.begun(store)
        while try await Self.fill(store, found: 2) {}
        #expect(try await store.look { desk in try desk.stop(id) })
        #expect(try await Self.sweep(store, limit: 2) == 3, "two of two, and one that finds no more")
        let progress = try #require(try await store.progress(of: id))
        #expect(progress.ended == ["campaign-stopped": 4])
        #expect(progress.isOver)
        #expect(try await store.look { desk in try desk.resume(id) } == false)
        #expect(try await store.look { desk in try desk.pause(id) } == false)
        #expect(try await store.look { desk in try desk.stop(id) } == false)
        #expect(try await store.progress(of: id)?.campaign.state == .stopped)
        await store.close()
    }

    @Test func `its messages go with the contact, and it goes itself when none is left and its time is over`() async throws {
        let store = try await AudienceTests.populated(in: try Scratch())
        let id = try await Self.begun(store)
        while try await Self.fill(store, found: 9) {}
        _ = try await store.erase(.ben, at: .start)
        #expect(try await store.progress(of: id)?.queued == 3)
        _ = try await store.purge(at: .start + 91 * 86_400)
        #expect(try await store.progress(of: id) != nil, "messages of it wait")
        #expect(try await store.look { desk in try desk.stop(id) })
        _ = try await Self.sweep(store, limit: 9)
        _ = try await store.purge(at: .start + 91 * 86_400 + 3_600)
        #expect(try await store.progress(of: id) == nil)
        await store.close()
    }
}
