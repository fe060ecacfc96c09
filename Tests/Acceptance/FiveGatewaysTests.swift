import Foundation
import Testing

extension Acceptance {
    /// A thousand conversations are open at once, two hundred behind each gateway; so many requests are on their way at a time.
    @Suite struct `Five gateways at once` {
        private static let people = 200
        private static let requestsAtOnce = 16

        private static let channels = """
            africa: { gateway: africas-talking-ussd, code: "*123#", cost: gratuit }
              mtn: { gateway: mtn-ussd, code: "*123#", cost: gratuit }
              hubtel: { gateway: hubtel-ussd, code: "*123#", cost: gratuit }
              flares:
                gateway: http-ussd
                code: "*123#"
                cost: gratuit
                request: { from: query, session: SESSION_ID, number: MSISDN, text: INPUT }
                begins: { text: code }
                ends: { field: TYPE, words: ["3", "4"] }
                answer: { type: text/plain, body: "{{text}}", end: { header: Freeflow, last: FB, more: FC } }
              kannel: { gateway: kannel, sender: "8555", cost: gratuit }
            """

        @Test(.timeLimit(.minutes(5))) func `two hundred conversations on each, and none crosses into another`() async throws {
            let scratch = try Scratch()
            try scratch.replaceConfiguration(
                #"ussd: { gateway: africas-talking-ussd, code: "*123#", page: 160, idle: 30 s, total: 180 s, cost: gratuit }"#,
                with: Self.channels)
            let service = try await Service.start(in: scratch)
            let lines: [any Line.Type] = [AfricasTalkingLine.self, MTNLine.self, HubtelLine.self, FlaresLine.self, KannelLine.self]
            let everyone = lines.indices.flatMap { line in
                (0..<Self.people).map { Registrant(line: lines[line], index: line * Self.people + $0) }
            }
            let gate = Gate(width: Self.requestsAtOnce)
            let references = try await withThrowingTaskGroup(of: (String, String).self) { group in
                for person in everyone {
                    group.addTask { (person.number, try await person.register(at: service, through: gate)) }
                }
                var references: [String: String] = [:]
                for try await (number, reference) in group { references[number] = reference }
                return references
            }
            #expect(Set(references.values).count == everyone.count, "every reference is one person's")

            let stored = try await scratch.exportedSignUps()
            #expect(stored.count == everyone.count)
            let byPhone = Dictionary(grouping: stored, by: \.phone)
            for person in everyone {
                let own = byPhone[person.number] ?? []
                #expect(own.count == 1, "\(person)")
                guard let own = own.first else { continue }
                #expect(own.answers == person.answers, "\(person)")
                #expect(own.reference == references[person.number], "\(person)")
                #expect(!own.consent.words.isEmpty, "\(person)")
            }
        }
    }
}

/// Somebody with a number, a name and answers that nobody else has all of.
private struct Registrant: Sendable, CustomStringConvertible {
    let line: any Line.Type
    let index: Int

    var description: String { "\(line), person \(index)" }
    var number: String { "+237670000" + String(1000 + index).suffix(3) }
    private var name: String { "Personne \(index)" }
    private var team: Int { 12 + index % 400 }
    /// In the order of the fixture's list; the first would be the same key as the answer before it.
    private var region: Int { 2 + index % 9 }

    private static let regions = [
        "adamaoua", "centre", "est", "extreme-nord", "littoral", "nord", "nord-ouest", "ouest", "sud", "sud-ouest",
    ]

    var answers: [String: ExportedSignUp.Answer] {
        [
            "name": .text(name), "residence": .text("cm"), "region": .text(Self.regions[region - 1]), "team": .number(Double(team)),
            "stage": .text("idee"),
        ]
    }

    func register(at service: Service, through gate: Gate) async throws -> String {
        var line = line.init(number: number)
        // The path takes the start menu's first option: a gateway that gives no step key knows no second `1` within two seconds.
        var screen = try await show(line.begin(path: ["1"]), line, service, gate)
        for (step, answer) in ["1", name, "1", "\(region)", "\(team)", "1"].enumerated() {
            let call = line.type(answer)
            // Every fourth person's gateway brings a step twice.
            screen = try await show(call, line, service, gate, again: step == 1 && index.isMultiple(of: 4))
        }
        guard let accept = Registration.accept(screen) else { throw Screen.Unreadable(description: "\(self): no review: \(screen)") }
        let end = try await show(line.type(accept), line, service, gate)
        guard let reference = Registration.reference(in: end) else { throw Screen.Unreadable(description: "\(self): no reference: \(end)") }
        return reference
    }

    private func show(_ call: Call, _ line: some Line, _ service: Service, _ gate: Gate, again: Bool = false) async throws -> Screen {
        try await gate.pass {
            let first = try line.screen(try await service.send(call))
            if again {
                let second = try line.screen(try await service.send(call))
                guard second == first else { throw Screen.Unreadable(description: "\(self): a retry got another answer: \(second)") }
            }
            return first
        }
    }
}
