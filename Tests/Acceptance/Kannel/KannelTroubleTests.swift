import Foundation
import HTTPClient
import HTTPTypes
import Testing

extension Acceptance {
    /// Kannel brings a message again every five seconds, so each of these takes as long.
    @Suite struct `In trouble, Kannel` {
        private static let nextTry = Duration.seconds(25)

        @Test func `brings a message again that we could not take`() async throws {
            let scratch = try Scratch.withKannel()
            let accueil = scratch.dialogs.appending(path: "accueil.yaml")
            let sound = try String(contentsOf: accueil, encoding: .utf8)
            try scratch.write("title: l'accueil\nstart: nowhere\nscreens: {}\n", to: accueil)
            let service = try Service.launch(in: scratch)
            let relay = try Relay(to: scratch.port)
            let kannel = try await RunningKannel.start(calling: relay.port)
            try await kannel.centre.send(.text("bonjour"), from: "+237670000071")
            try await eventually("it was answered once, and that was no reply") { !relay.called.isEmpty }
            #expect(try await service.get("/health/ready").status == .serviceUnavailable)

            try scratch.write(sound, to: accueil)
            let reply = try await kannel.centre.reply(to: "+237670000071", after: 0, within: Self.nextTry)
            #expect(reply.contains("1 S'inscrire"))
            #expect(relay.called.count > 1 && Set(relay.called).count == 1, "one message, one id")
            #expect(try kannel.centre.told().count == 1)
        }

        @Test func `loses nothing while we start anew, and tells nobody that it could not fetch`() async throws {
            let scratch = try Scratch.withKannel()
            let first = try await Service.start(in: scratch)
            let kannel = try await RunningKannel.start(calling: scratch.port)
            _ = try await kannel.centre.ask("inscription", from: "+237670000072")
            try await first.stop()
            try await kannel.centre.send(.text("1"), from: "+237670000072")
            let second = try await Service.start(in: scratch)
            let reply = try await kannel.centre.reply(to: "+237670000072", after: 1, within: Self.nextTry)
            #expect(reply.contains("Votre nom ?"), "it went on where it was: \(reply)")
            #expect(try kannel.centre.told().count == 2)
            try await second.stop()
        }

        @Test func `brings a message twice whose answer was lost, and it counts once`() async throws {
            let awa = "+237670000073"
            let service = try await Service.start(in: .withKannel())
            let relay = try Relay(to: service.scratch.port)
            let kannel = try await RunningKannel.start(calling: relay.port)
            for answer in ["inscription", "1", "Awa", "1", "3", "2"] { _ = try await kannel.centre.ask(answer, from: awa) }
            let review = try await kannel.centre.ask("1", from: awa)
            let accept = try #require(Registration.accept(.open(review)), "\(review)")
            let before = relay.called.count
            relay.lose(1)
            let end = try await kannel.centre.ask(accept, from: awa, within: Self.nextTry)
            #expect(relay.called.count == before + 2 && relay.called.last == relay.called.dropLast().last)
            let stored = try await service.scratch.exportedSignUps()
            #expect(stored.map(\.reference) == [Registration.reference(in: .closed(end))])
        }
    }
}
