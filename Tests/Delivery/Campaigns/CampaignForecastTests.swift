import Delivery
import Dialogs
import Foundation
import Store
import Testing
import Texting

/// What a campaign would be, before it is one.
struct CampaignForecastTests {
    private static func forecast(_ order: CampaignOrder, of broadcast: Broadcast) async throws -> CampaignForecast {
        try await CampaignForecaster(
            store: broadcast.store, scripts: broadcast.shelf, settings: broadcast.settings, now: broadcast.now
        ).forecast(order)
    }

    private static func people() async throws -> Broadcast {
        let broadcast = try await Broadcast(people: 3)
        try await broadcast.signUp(Broadcast.person(3), region: "nord", language: "en")
        try await broadcast.signUp(PhoneNumber(e164: "+237690000001"))
        try await broadcast.signUp(PhoneNumber(e164: "+33600000001"))
        try await broadcast.take([.optOut], of: Broadcast.person(0))
        return broadcast
    }

    @Test func `says how many by language and channel, parts, money, and who is left out; nothing is written`() async throws {
        let broadcast = try await Self.people()
        let long = String(repeating: "a", count: 161)
        let forecast = try await Self.forecast(broadcast.order(texts: ["fr": "Réunion.", "en": long]), of: broadcast)
        #expect(
            forecast.shares.map { "\($0.language) \($0.channel) \($0.estimate.messages) \($0.estimate.parts) \($0.text)" } == [
                "fr sms 2 2 Réunion.", "en sms 1 2 \(long)", "fr other 1 1 Réunion.",
            ])
        #expect(forecast.total.messages == 4)
        #expect(forecast.total.parts == 5)
        #expect(forecast.total.money == ["XAF": 48])
        #expect(forecast.total.partsWithoutPrice == 1)
        #expect(forecast.leftOut == [.stopped: 1, .unreached: 1])
        #expect(try await broadcast.store.campaigns().isEmpty)
        #expect(try await broadcast.store.facts().counts["outbox"] == 0)
    }

    @Test func `counts each person's own parts where an answer is in the text, and shows nobody's`() async throws {
        let broadcast = try await Self.people()
        let forecast = try await Self.forecast(
            broadcast.order(texts: ["fr": "{{region}} {{reference}}\(String(repeating: "a", count: 148))"]), of: broadcast)
        // `Est 12345678` and 148 letters are 160; `Nord` is one too many.
        #expect(forecast.shares.map { "\($0.language) \($0.channel) \($0.estimate.parts)" } == ["fr sms 2", "en sms 2", "fr other 1"])
        #expect(forecast.shares.allSatisfy { $0.text.hasPrefix("Est 00000000a") })
    }

    @Test func `says for whom there are no words`() async throws {
        let broadcast = try await Self.people()
        let forecast = try await Self.forecast(broadcast.order(texts: [:], opens: "gone/"), of: broadcast)
        #expect(forecast.total.messages == 0)
        #expect(forecast.unworded == 4)
    }

    @Test func `a trial goes to one phone at once, whatever the hour, and is in no export`() async throws {
        let broadcast = try await Broadcast(people: 2, quiet: QuietHours(from: "08:00", to: "21:00"), cap: Cap(aDay: 0, aMonth: 0))
        let trial = CampaignTrial(
            store: broadcast.store, scripts: broadcast.shelf, settings: broadcast.settings, now: broadcast.now)
        let mine = PhoneNumber(e164: "+237670009999")
        let order = broadcast.order(texts: ["fr": "Bonjour {{region}}.", "en": "Hello."])
        #expect(try await trial.send(order, to: mine) == .queued(2, channel: "sms"))
        try await broadcast.dispatcher().drain()
        #expect(broadcast.received == [mine.e164: 2])
        #expect(broadcast.told == ["Bonjour Est.", "Hello."])
        #expect(try await broadcast.store.contacts(since: nil, .people, after: nil).items.count == 2)
        #expect(try await broadcast.store.messages(since: nil, .people, after: nil).items.allSatisfy { $0.phone != mine })
        #expect(try await trial.send(order, to: PhoneNumber(e164: "+33600000001")) == .unreached)
        try await broadcast.take([.optOut], of: Broadcast.person(1))
        #expect(try await trial.send(order, to: Broadcast.person(1)) == .stopped)
    }
}
