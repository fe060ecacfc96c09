import Testing

extension Acceptance {
    @Suite struct `A dial after a drop` {
        @Test func `offers to go on, without a name or an answer, and does`() async throws {
            let service = try await Service.start(in: Scratch())
            var (session, _) = try await Session.dial("+237670000005", to: service)
            let open = try await session.type(all: ["1", "1", "Mariama Bello", "1"])
            try await session.end("Incomplete")

            var (next, offer) = try await Session.dial("+237670000005", to: service)
            #expect(offer.lines == ["Reprendre votre inscription ?", "1 Continuer", "2 Recommencer"].appending(keysOf: offer))
            for secret in ["Mariama", "Bello", "Cameroun", "Oui"] { #expect(!offer.text.contains(secret)) }
            #expect(try await next.type("1") == open)

            let review = try await next.type(all: ["2", "4", "1"])
            let reference = try await next.accept(review)
            let stored = try #require(try await service.scratch.exportedSignUps().first)
            #expect(stored.reference == reference)
            #expect(stored.answers["name"] == .text("Mariama Bello"))
            #expect(stored.answers["region"] == .text("centre"))
            #expect(stored.answers["team"] == .number(4))
        }

        @Test func `starts over without the answers, consent too`() async throws {
            let service = try await Service.start(in: Scratch())
            var (session, _) = try await Session.dial("+237670000006", to: service)
            _ = try await session.type(all: ["1", "1", "Mariama Bello"])
            try await session.end("Incomplete")
            var (next, _) = try await Session.dial("+237670000006", to: service)
            let consent = try await next.type("2")
            #expect(consent.lines.contains("1 Oui") && consent.text.contains("D'accord"), "\(consent)")
            #expect(try await next.type("1").lines.first == "Votre nom ?")
        }

        @Test func `goes on after the service was killed`() async throws {
            let scratch = try Scratch()
            let first = try await Service.start(in: scratch)
            var (session, _) = try await Session.dial("+237670000007", to: first)
            let open = try await session.type(all: ["1", "1", "Mariama Bello"])
            var (registered, _) = try await Session.dial("+237670000008", to: first)
            let reference = try await registered.register(name: "Fadimatou")
            first.process.send(9)
            _ = try await first.process.finished()

            let second = try await Service.start(in: scratch)
            var (next, _) = try await Session.dial("+237670000007", to: second)
            #expect(try await next.type("1") == open)
            #expect(try await scratch.exportedSignUps().map(\.reference) == [reference])
        }

        @Test func `offers nothing where nothing was answered, or all was`() async throws {
            let service = try await Service.start(in: Scratch())
            let (session, start) = try await Session.dial("+237670000009", to: service)
            try await session.end("Incomplete")
            #expect(try await Session.dial("+237670000009", to: service).1 == start)
            var (registered, _) = try await Session.dial("+237670000010", to: service)
            _ = try await registered.register(name: "Awa")
            try await registered.end("Success")
            #expect(try await Session.dial("+237670000010", to: service).1 == start)
        }
    }
}

extension [String] {
    /// With the key lines that a screen may carry at its foot.
    fileprivate func appending(keysOf screen: Screen) -> [String] {
        self + screen.lines.dropFirst(count).filter { ["0 Retour", "00 Accueil"].contains($0) }
    }
}
