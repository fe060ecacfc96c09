import Testing

extension Acceptance {
    @Suite struct `Two hundred people at once` {
        private static let people = 200

        @Test(.timeLimit(.minutes(5))) func `are each registered once`() async throws {
            let service = try await Service.start(in: Scratch())
            let references = try await withThrowingTaskGroup(of: (String, String).self) { group in
                for person in 0..<Self.people {
                    // The second hundred has numbers that France keeps for fiction (ARCEP).
                    let number = (person < 100 ? "+2376700000" : "+336399800") + String(100 + person % 100).suffix(2)
                    group.addTask { (number, try await Self.register(number, name: "Personne \(person)", to: service)) }
                }
                var references: [String: String] = [:]
                for try await (number, reference) in group { references[number] = reference }
                return references
            }
            #expect(references.count == Self.people)
            #expect(Set(references.values).count == Self.people, "every reference is one person's")

            let stored = try await service.scratch.exportedSignUps()
            #expect(stored.count == Self.people)
            #expect(Dictionary(stored.map { ($0.phone, $0.reference) }, uniquingKeysWith: { first, _ in first }) == references)
            #expect(Set(stored.compactMap { $0.answers["name"] }.map { "\($0)" }).count == Self.people, "nobody got another's name")
        }

        /// As the gateway does: each third step is brought twice, each fifth person loses the line and dials again.
        private static func register(_ number: String, name: String, to service: Service) async throws -> String {
            let drops = name.utf8.reduce(0) { $0 + Int($1) }.isMultiple(of: 5)
            var (session, _) = try await Session.dial(number, to: service)
            var last = Screen.open("")
            for (step, answer) in Registration.toReview(name: name).enumerated() {
                last = try await session.type(answer)
                if step.isMultiple(of: 3), try await session.send() != last { throw Screen.Unreadable(description: "another retry") }
                if drops, step == 4 {
                    try await session.end("Incomplete")
                    let (next, offer) = try await Session.dial(number, to: service)
                    guard offer.lines.contains("1 Continuer") else { throw Screen.Unreadable(description: "no offer: \(offer)") }
                    session = next
                    _ = try await session.type("1")
                }
            }
            let reference = try await session.accept(last)
            try await session.end("Success")
            return reference
        }
    }
}
