import HTTPClient
import HTTPTypes
import Testing

extension Acceptance {
    /// DIALOGS §8, row for row.
    @Suite struct `One registration on the wire` {
        @Test func `goes as the contract says`() async throws {
            let service = try await Service.start(in: Scratch())
            var (s1, start) = try await Session.dial("+237670000001", to: service)
            #expect(start.isOpen && start.text.hasPrefix("Inscription"), "\(start)")
            #expect(start.lines.contains("1 S'inscrire"))
            #expect(!start.lines.contains { $0.hasPrefix("0 ") || $0.hasPrefix("00 ") }, "keys that would do nothing: \(start)")

            let consent = try await s1.type("1")
            #expect(
                consent.lines == [
                    "Le MINPMEESA et l'OIM gardent vos reponses pour vous contacter. D'accord ?", "1 Oui", "2 Non", "0 Retour",
                    "00 Accueil",
                ])
            let name = try await s1.type("1")
            #expect(name.isOpen && name.lines.first == "Votre nom ?", "\(name)")

            // An empty answer: the first miss.
            let miss = try await s1.type("")
            #expect(miss.lines.contains("Votre nom ?") && miss.lines.first != "Votre nom ?", "the hint, then the question: \(miss)")

            let home = try await s1.type("Awa*Ngo")
            #expect(s1.text == "1*1**Awa*Ngo")
            #expect(home.isOpen && home.lines.prefix(3) == ["Vivez-vous au Cameroun ?", "1 Oui", "2 Non"], "\(home)")

            let again = try await s1.response()
            #expect(again.text == home.description, "a retry gets the same bytes")
            #expect(try await s1.send(text: "1*1") == name, "so does one that comes late")

            var (s2, offer) = try await Session.dial("+237670000001", to: service)
            #expect(offer.isOpen && offer.lines.prefix(3) == ["Reprendre votre inscription ?", "1 Continuer", "2 Recommencer"], "\(offer)")
            #expect(!offer.text.contains("Awa"))

            let late = try await s1.type("2")
            #expect(!late.isOpen && !late.text.isEmpty, "\(late)")
            #expect(try await s1.end("Incomplete").status == .ok)

            #expect(try await s2.type("1") == home, "go on: the question that was open, not the one after the late step")
            let regions = try await s2.type("1")
            #expect(regions.lines.first == "Votre region ? (pour vous orienter)", "\(regions)")
            #expect(regions.lines.suffix(3) == ["98 Suite", "0 Retour", "00 Accueil"])
            #expect(!regions.lines.contains { $0.hasPrefix("11 ") }, "option 11 is on a later page: \(regions)")

            let team = try await s2.type("11")
            #expect(
                team.lines == [
                    "Combien de personnes travaillent deja avec vous ? (0 si vous etes seul)", "#0 Retour", "#00 Accueil",
                ])
            let stage = try await s2.type("0")
            #expect(stage.lines.first == "Ou en est votre projet ?", "0 is an answer: \(stage)")

            let review = try await s2.type("1")
            #expect(review.lines.first == "Vos reponses :", "\(review)")
            let reference = try await s2.accept(review)

            let stored = try await service.scratch.exportedSignUps()
            #expect(stored.count == 1)
            let signUp = try #require(stored.first)
            #expect(signUp.reference == reference)
            #expect(signUp.signUp == "entrepreneuriat")
            #expect(signUp.phone == "+237670000001")
            #expect(signUp.status == "open")
            #expect(signUp.language == "fr")
            #expect(signUp.answers == ["name": .text("Awa*Ngo"), "residence": .text("cm"), "team": .number(0), "stage": .text("idee")])
            #expect(
                signUp.consent.words
                    == "Le MINPMEESA et l'OIM gardent vos réponses pour vous contacter. D'accord ? / Oui"
                    || signUp.consent.words == "Le MINPMEESA et l'OIM gardent vos reponses pour vous contacter. D'accord ? / Oui")
        }

        @Test func `goes back by the key with a hash where 0 is an answer`() async throws {
            let service = try await Service.start(in: Scratch())
            var (session, _) = try await Session.dial("+237670000002", to: service)
            let regions = try await session.type(all: ["1", "1", "Awa", "1"])
            _ = try await session.type("11")
            #expect(try await session.type("#0") == regions)
            #expect(try await session.type("#00") != regions)
        }

        @Test func `takes a path that was dialled and everything that is typed behind it`() async throws {
            let service = try await Service.start(in: Scratch())
            var (session, consent) = try await Session.dial("+237670000003", to: service, path: ["1"])
            #expect(consent.lines.contains("1 Oui"), "\(consent)")
            #expect(try await session.type("1").lines.first == "Votre nom ?")
        }

        @Test func `does not tell whoever refused that answers are kept`() async throws {
            let service = try await Service.start(in: Scratch())
            var (session, _) = try await Session.dial("+237670000005", to: service)
            let end = try await session.type(all: ["1", "2"])
            #expect(end.text.hasPrefix("Sans votre accord, rien n'est garde."), "\(end)")
            let late = try await session.type("1")
            #expect(!late.isOpen && !late.text.contains("gardees"), "\(late)")
            try await session.end("Success")
            #expect(try await service.scratch.exportedSignUps().isEmpty)
            #expect(try await Session.dial("+237670000005", to: service).1.lines.contains("1 S'inscrire"))
        }

        @Test func `counts a miss once, however often it is brought`() async throws {
            let service = try await Service.start(in: Scratch())
            var (session, _) = try await Session.dial("+237670000004", to: service)
            let first = try await session.type("9")
            for _ in 0..<3 { #expect(try await session.send() == first) }
            let second = try await session.type("9")
            #expect(second.lines.contains("1 S'inscrire"), "the second miss asks again: \(second)")
            let third = try await session.type("9")
            #expect(
                third.lines.contains("1 Continuer") && third.lines.contains { $0.hasPrefix("3 ") }, "the third offers a way out: \(third)")
        }
    }
}
