import Delivery
import Dialogs
import Foundation
import Store
import Testing
import Texting

/// A campaign through the outbox to a gateway.
struct CampaignTests {
    @Test func `reaches everybody once, but who said STOP, and says what became of each`() async throws {
        let broadcast = try await Broadcast(people: 500)
        for index in 0..<10 { try await broadcast.take([.optOut], of: Broadcast.person(index)) }
        // A second sign-up is no second message.
        try await broadcast.signUp(Broadcast.person(20))
        try await broadcast.signUp(PhoneNumber(e164: "+237690000001"))
        try await broadcast.signUp(PhoneNumber(e164: "+33600000001"))
        let id = try await broadcast.begin(broadcast.order())
        try await broadcast.run(broadcast.dispatcher(), until: "it is over") { try await broadcast.progress(of: id).isOver }
        #expect(broadcast.received.count == 491)
        #expect(broadcast.received.values.allSatisfy { $0 == 1 })
        let progress = try await broadcast.progress(of: id)
        #expect(progress.left == 491)
        #expect(progress.ended == [:])
        #expect(progress.leftOut == [.stopped: 10, .unreached: 1])
    }

    @Test func `a STOP while it drains ends what waits for that person`() async throws {
        let broadcast = try await Broadcast(people: 60)
        let id = try await broadcast.begin(broadcast.order())
        try await broadcast.campaigner.carryOn()
        let late = Broadcast.person(59)
        try await broadcast.take([.optOut], of: late)
        try await broadcast.run(broadcast.dispatcher(), until: "it is over") { try await broadcast.progress(of: id).isOver }
        #expect(broadcast.received[late.e164] == nil)
        #expect(try await broadcast.progress(of: id).ended == ["stopped": 1])
        #expect(broadcast.received.count == 59)
    }

    @Test func `the cap holds the second campaign of a day back, until it is too late for it`() async throws {
        let broadcast = try await Broadcast(people: 20, cap: Cap(aDay: 1, aMonth: 4))
        let first = try await broadcast.begin(broadcast.order())
        try await broadcast.run(broadcast.dispatcher(), until: "the first is over") { try await broadcast.progress(of: first).isOver }
        var short = broadcast.order()
        short.life = .seconds(3_600)
        let hasty = try await broadcast.begin(short)
        let second = try await broadcast.begin(broadcast.order())
        try await broadcast.run(broadcast.dispatcher(), until: "the hasty one is over") { try await broadcast.progress(of: hasty).isOver }
        #expect(try await broadcast.progress(of: hasty).ended == ["capped": 20])
        #expect(try await broadcast.progress(of: second).waiting == 20)
        #expect(broadcast.received.values.allSatisfy { $0 == 1 })
        broadcast.advance(86_400)
        try await broadcast.run(broadcast.dispatcher(), until: "the second is over") { try await broadcast.progress(of: second).isOver }
        #expect(broadcast.received.values.allSatisfy { $0 == 2 })
    }

    @Test func `at night nothing leaves, and in the morning all does`() async throws {
        let broadcast = try await Broadcast(people: 30, quiet: QuietHours(from: "21:00", to: "08:00"))
        broadcast.advance(11 * 3_600)
        let id = try await broadcast.begin(broadcast.order())
        try await broadcast.campaigner.carryOn()
        // 28 November, 08:00 in Douala.
        let morning = Broadcast.start + 21 * 3_600
        #expect(try await broadcast.store.nextDue(on: "sms") == morning)
        broadcast.advance(10 * 3_600)
        try await broadcast.run(broadcast.dispatcher(), until: "it is over") { try await broadcast.progress(of: id).isOver }
        #expect(broadcast.received.count == 30)
    }

    @Test func `paused in the middle it stands still, and resumed it reaches the rest once`() async throws {
        let broadcast = try await Broadcast(people: 500)
        let id = try await broadcast.begin(broadcast.order())
        let dispatcher = broadcast.dispatcher { count in
            guard count == 100 else { return }
            _ = try? await broadcast.store.pauseCampaign(id)
        }
        try await broadcast.run(dispatcher, until: "what was queued is held") {
            let progress = try await broadcast.progress(of: id)
            guard progress.campaign.state == .paused, progress.underWay == 0 else { return false }
            let next = try await broadcast.store.nextDue(on: "sms")
            return next.map { $0 > broadcast.now } ?? true
        }
        let reached = broadcast.received.count
        #expect(reached >= 100 && reached < 500, "some were on their way already: \(reached)")
        #expect(try await broadcast.store.resumeCampaign(id))
        try await broadcast.run(broadcast.dispatcher(), until: "it is over") { try await broadcast.progress(of: id).isOver }
        #expect(broadcast.received.count == 500)
        #expect(broadcast.received.values.allSatisfy { $0 == 1 })
    }

    @Test func `stopped in the middle nothing more leaves, and each that waited says why`() async throws {
        let broadcast = try await Broadcast(people: 500)
        let id = try await broadcast.begin(broadcast.order())
        try await broadcast.campaigner.carryOn()
        let dispatcher = broadcast.dispatcher { count in
            guard count == 100 else { return }
            _ = try? await broadcast.store.stopCampaign(id)
        }
        try await broadcast.run(dispatcher, until: "it is over") { try await broadcast.progress(of: id).isOver }
        let progress = try await broadcast.progress(of: id)
        #expect(progress.left == broadcast.received.count)
        #expect(progress.left >= 100 && progress.left < 500)
        #expect(progress.ended == ["campaign-stopped": 500 - progress.left])
        #expect(broadcast.received.values.allSatisfy { $0 == 1 })
    }

    @Test func `a filling that is broken off goes on where it was`() async throws {
        let broadcast = try await Broadcast(people: 120)
        let id = try await broadcast.begin(broadcast.order())
        for _ in 0..<3 {
            let slices = Slices(1)
            try await broadcast.campaigner.carryOn { slices.areOver() }
        }
        #expect(try await !broadcast.progress(of: id).isFilled)
        try await broadcast.run(broadcast.dispatcher(), until: "it is over") { try await broadcast.progress(of: id).isOver }
        #expect(broadcast.received.count == 120)
        #expect(broadcast.received.values.allSatisfy { $0 == 1 })
    }

    @Test func `an opening is asked, and stands for the answer`() async throws {
        let broadcast = try await Broadcast(people: 1)
        let id = try await broadcast.begin(broadcast.order(texts: [:], opens: "suivi/"))
        try await broadcast.run(broadcast.dispatcher(), until: "it is over") { try await broadcast.progress(of: id).isOver }
        #expect(broadcast.told.first?.hasPrefix("Toujours ?") == true, "\(broadcast.told)")
        let opening = try await broadcast.store.look { desk in
            try desk.recipients(.all([]), after: nil, looked: 9, found: 9).recipients.first.flatMap {
                try desk.opening(of: $0.contact)?.target
            }
        }
        #expect(opening == "suivi/interet")
    }
}
