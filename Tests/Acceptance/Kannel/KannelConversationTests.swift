import Foundation
import HTTPClient
import Testing

extension Acceptance {
    /// From a fake SMS centre through Debian's Kannel, with the configuration that is shipped, and back.
    @Suite struct `By SMS through Kannel` {
        @Test func `a registration begun by USSD and dropped is finished, and exported once with its consent`() async throws {
            let awa = "+237670000061"
            let service = try await Service.start(in: .withKannel())
            let kannel = try await RunningKannel.start(calling: service.scratch.port)
            var (session, _) = try await Session.dial(awa, to: service)
            let open = try await session.type(all: ["1", "1", "Awa Ngo", "1"])
            #expect(open.text.contains("region"), "\(open)")
            try await session.end("Incomplete")

            let offer = try await kannel.centre.ask("bonjour", from: awa)
            #expect(offer.split(separator: "\n").prefix(3) == ["Reprendre votre inscription ?", "1 Continuer", "2 Recommencer"])
            for secret in ["Awa", "Ngo", "Oui"] { #expect(!offer.contains(secret)) }
            #expect(try await kannel.centre.ask("1", from: awa).contains("région"))
            #expect(try await kannel.centre.ask("Est", from: awa).contains("Combien de personnes"))
            #expect(try await kannel.centre.ask("2", from: awa).contains("votre projet"))
            let review = try await kannel.centre.ask("1", from: awa)
            #expect(review.contains("Awa Ngo"))
            let accept = try #require(Registration.accept(.open(review)), "\(review)")
            let reference = try #require(Registration.reference(in: .closed(try await kannel.centre.ask(accept, from: awa))))

            let exported = try await service.scratch.exportedSignUps()
            let stored = try #require(exported.first)
            #expect(exported.count == 1)
            #expect(stored.reference == reference && stored.phone == awa && stored.signUp == "entrepreneuriat")
            #expect(stored.answers["name"] == .text("Awa Ngo") && stored.answers["region"] == .text("est"))
            #expect(stored.answers["team"] == .number(2) && stored.answers["stage"] == .text("idee"))
            #expect(stored.consent.words.hasSuffix(" / Oui") && stored.consent.words.contains("D'accord ?"))
            #expect(try kannel.logs().contains("Awa") == false && kannel.logs().contains("670000061") == false)
        }

        @Test func `accents come and go, and a reply of two parts is one message`() async throws {
            let service = try await Service.start(in: .withKannel())
            let kannel = try await RunningKannel.start(calling: service.scratch.port)
            let start = try await kannel.centre.ask("Où êtes-vous, ça va ?", from: "+237670000062")
            #expect(start.contains("2 Etre rappelé"), "GSM 03.38 has é, and no Ê: \(start)")
            let programmes = try await kannel.centre.ask("4", from: "+237670000062")
            #expect(programmes.contains("placé dans des projets") && programmes.contains("Où que vous soyez, c'est gratuit."))
            let long = try #require(try kannel.centre.told().last)
            #expect(long.parts.count == 2 && long.isWhole)
            #expect(try kannel.centre.told().count == 2)
        }

        @Test func `who has chosen Arabic is answered in its letters, and can write in them`() async throws {
            let fatima = "+237670000063"
            let service = try await Service.start(in: .withKannel())
            let kannel = try await RunningKannel.start(calling: service.scratch.port)
            _ = try await kannel.centre.ask("bonjour", from: fatima)
            #expect(try await kannel.centre.ask("5", from: fatima).contains("2 Arabe"))
            let noted = try await kannel.centre.ask("2", from: fatima)
            #expect(noted.hasPrefix("تم اختيار اللغة."), "\(noted)")
            // In UCS-2 on the way in, too: the name is what is stored.
            _ = try await kannel.centre.ask("00", from: fatima)
            for answer in ["1", "1"] { _ = try await kannel.centre.ask(answer, from: fatima) }
            _ = try await kannel.centre.ask(.ucs2("فاطمة"), from: fatima)
            for answer in ["1", "3", "2"] { _ = try await kannel.centre.ask(answer, from: fatima) }
            let review = try await kannel.centre.ask("1", from: fatima)
            #expect(review.contains("فاطمة"), "\(review)")
            _ = try await kannel.centre.ask(try #require(Registration.accept(.open(review)), "\(review)"), from: fatima)
            let stored = try #require(try await service.scratch.exportedSignUps().first)
            #expect(stored.answers["name"] == .text("فاطمة") && stored.language == "ar")
        }

        @Test func `an empty message is a message, and a sender in letters gets no word`() async throws {
            let service = try await Service.start(in: .withKannel())
            let kannel = try await RunningKannel.start(calling: service.scratch.port)
            #expect(try await kannel.centre.ask("", from: "+237670000064").contains("1 S'inscrire"))
            for sender in ["Orange", "8080", "MTN-Info"] { try await kannel.centre.send(.text("Gagnez 1000"), from: sender) }
            for number in ["+237670000065", "+237670000066"] { _ = try await kannel.centre.ask("bonjour", from: number) }
            #expect(try kannel.centre.told().map(\.number) == ["+237670000064", "+237670000065", "+237670000066"])
        }

        @Test func `who does not know the secret is not heard, and nobody is told`() async throws {
            let service = try await Service.start(in: .withKannel())
            let kannel = try await RunningKannel.start(calling: service.scratch.port, secret: "something-else")
            try await kannel.centre.send(.text("bonjour"), from: "+237670000067")
            try await eventually("a request is refused") {
                try await service.get("/metrics").text.contains(/channel_refused_requests_total\{channel="sms"\} [1-9]/)
            }
            #expect(try kannel.centre.told().isEmpty)
        }
    }
}
