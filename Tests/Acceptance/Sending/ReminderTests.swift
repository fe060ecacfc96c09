import Foundation
import Testing

extension Acceptance {
    @Suite struct `A reminder` {
        /// The fixture in two languages, with a reminder that ends with its sign-up, and a question that can end it.
        private static func scratch(_ gateway: FakeGateway) throws -> Scratch {
            let scratch = try Scratch.sending(through: gateway, "clock: { ahead: 0 s }")
            try scratch.replaceConfiguration("languages: [fr]", with: "languages: [fr, en]")
            try scratch.replace("after: [7 days, 30 days]", with: "after: [7 days, 30 days]\n    unless: closed", in: "inscription.yaml")
            try scratch.replace("next: merci", with: "next: { oui: merci, non: fini }", in: "suivi.yaml")
            try scratch.replace(
                "  merci: {", with: "  fini: { do: [close: entrepreneuriat, cancel: suivi], end: \"C'est fini.\" }\n  merci: {",
                in: "suivi.yaml")
            try scratch.replace(
                "effacer/: Effacer mes données", with: "effacer/: Effacer mes données\n      langue/: Langue", in: "accueil.yaml")
            try scratch.write(
                """
                title: la langue
                start: langue
                screens:
                  langue: { ask: "Votre langue ?", label: Langue, save: spoken, choices: { fr: "Français", en: "English" }, next: choisie }
                  choisie: { do: [language: spoken], end: "C'est noté." }

                """, to: scratch.dialogs.appending(path: "langue.yaml"))
            try scratch.write(
                """
                msgid ""
                msgstr ""
                "Language: en\\n"
                "MIME-Version: 1.0\\n"
                "Content-Type: text/plain; charset=UTF-8\\n"
                "Content-Transfer-Encoding: 8bit\\n"

                msgctxt "inscription reminders.suivi.say"
                msgid "OIM et MINPMEESA : votre demande {{reference}} vous intéresse toujours ? {{how-to-stop}}"
                msgstr "IOM and MINPMEESA: does your request {{reference}} still interest you? {{how-to-stop}}"

                """, to: scratch.dialogs.appending(path: "en.po"))
            return scratch
        }

        private static func register(_ number: String, language: String? = nil, at service: Service) async throws -> String {
            if let language {
                var (session, _) = try await Session.dial(number, to: service)
                _ = try await session.type(all: ["4", language])
            }
            var (session, _) = try await Session.dial(number, to: service)
            return try await session.register(name: "Awa")
        }

        /// The service as it is so much later.
        private static func later(_ time: String, than before: String, _ service: Service) async throws -> Service {
            try await service.stop()
            try service.scratch.replaceConfiguration("ahead: \(before)", with: "ahead: \(time)")
            return try await Service.start(in: service.scratch)
        }

        private static func texts(_ gateway: FakeGateway, to number: String) -> [String] {
            gateway.requests.filter { $0["to"] == number }.compactMap { $0["text"] }
        }

        @Test func `goes at 7 and at 30 days, in the person's language, and not after the sign-up is closed`() async throws {
            let (french, english, closing) = ("+237670000001", "+237670000002", "+237670000003")
            let gateway = try FakeGateway.kannel()
            var service = try await Service.start(in: Self.scratch(gateway))
            let reference = try await Self.register(french, at: service)
            _ = try await Self.register(english, language: "2", at: service)
            _ = try await Self.register(closing, at: service)
            try await eventually("the confirmations leave") { gateway.requests.count == 3 }

            // Foreseen first, and nothing leaves by that.
            let foreseen = try await service.scratch.run("remind", "--dry-run", "--within", "8 days")
            #expect(foreseen.output.contains("inscription/suivi fr → sms: 2 messages, 2 parts, 24 XAF"), "\(foreseen.output)")
            #expect(foreseen.output.contains("inscription/suivi en → sms: 1 messages, 1 parts, 12 XAF"), "\(foreseen.output)")
            #expect(gateway.requests.count == 3)

            service = try await Self.later("169 h", than: "0 s", service)
            try await eventually("the first reminders leave") { gateway.requests.count == 6 }
            #expect(Self.texts(gateway, to: french).last?.hasPrefix("OIM et MINPMEESA : votre demande \(reference) vous") == true)
            #expect(Self.texts(gateway, to: english).last?.hasPrefix("IOM and MINPMEESA: does your request") == true)
            let doctor = try await service.scratch.run("doctor")
            #expect(doctor.output.contains("clock.ahead"), "\(doctor.output)")

            // The next dial goes on where the reminder asked; who says no is not asked again.
            var (session, _) = try await Session.dial(closing, to: service)
            let end = try await session.type("2")
            #expect(end == .closed("C'est fini."), "\(end)")
            let closed = try await service.scratch.run("remind", "--dry-run", "--within", "30 days")
            #expect(closed.output.contains("inscription/suivi fr → sms: 1 messages"), "\(closed.output)")

            service = try await Self.later("721 h", than: "169 h", service)
            try await eventually("the second reminders leave") { gateway.requests.count >= 8 }
            try await eventually("they are accepted") {
                try await service.scratch.begunMessages("inscription/suivi").filter { $0.status == "accepted" }.count == 5
            }
            let last = try await service.scratch.begunMessages("inscription/suivi").filter { $0.status != "accepted" }
            #expect(last.map(\.phone) == [closing] && last.map(\.status) == ["ended"])
            #expect(Self.texts(gateway, to: closing).count == 2, "its confirmation and the first reminder")
            #expect(gateway.requests.count == 8)
        }

        @Test func `that comes too late does not leave, and says why`() async throws {
            let gateway = try FakeGateway.kannel()
            var service = try await Service.start(in: Self.scratch(gateway))
            _ = try await Self.register("+237670000001", at: service)
            try await eventually("the confirmation leaves") { gateway.requests.count == 1 }
            // The service was down from before the first one until after the second.
            service = try await Self.later("721 h", than: "0 s", service)
            try await eventually("the second leaves, the first has ended") {
                let reminders = try await service.scratch.begunMessages("inscription/suivi")
                return reminders.map(\.status).sorted() == ["accepted", "ended"] && reminders.contains { $0.reason == "expired" }
            }
            #expect(gateway.requests.count == 2)
        }
    }
}
