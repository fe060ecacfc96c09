import Foundation
import HTTPClient
import HTTPTypes
import Testing

extension Acceptance {
    /// `/phone` in Debian's Chromium, on the dialogs that are shipped.
    @Suite struct `A phone on the screen` {
        private static func service(idle: String = "60 s") async throws -> Service {
            let scratch = try Scratch(dialogs: nil)
            let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
                .deletingLastPathComponent()
            try FileManager.default.copyItem(at: root.appending(path: "Dialogs"), to: scratch.dialogs)
            try scratch.write(
                """
                listen: { host: 127.0.0.1, port: \(scratch.port) }
                database: passerelle.sqlite
                dialogs: { folder: Dialogs, start: accueil, watch: false }
                languages: [fr, en]
                channels:
                  phone: { gateway: phone, code: "*123#", idle: \(idle), total: 180 s, cost: { fr: gratuit, en: free } }
                outgoing: [{ via: phone }]

                """, to: scratch.configuration)
            return try await Service.start(in: scratch)
        }

        /// What a person answers, by what the question begins with (an SMS has no ê and no â without going into UCS-2); the review is accepted by its last option.
        private static let answers = [
            "Vivez-vous au Cameroun": "1", "Région": "3", "Quelle activité": "1", "Où en est votre projet": "1", "Quels programmes": "1",
            "Vous etes": "1", "Pour compter": "1", "Votre age": "2",
        ]

        /// Answers by SMS until the number of the sign-up is told.
        private static func finish(_ first: String, on phone: ScreenPhone) async throws -> String {
            var shown = first
            for _ in 0..<20 {
                if let reference = shown.firstMatch(of: /\b[0-9]{8}\b/) { return String(reference.output) }
                if shown.hasPrefix("Vos réponses"), let accept = shown.firstMatch(of: /([0-9]+) Envoyer/) {
                    shown = try await phone.text(String(accept.1))
                } else if let answer = answers.first(where: { shown.hasPrefix($0.key) }) {
                    shown = try await phone.text(answer.value)
                } else {
                    throw NotInTime(description: "nobody has an answer to “\(shown)”")
                }
            }
            throw NotInTime(description: "the registration does not end")
        }

        @Test(.timeLimit(.minutes(3))) func `who drops finishes by SMS, and is signed up once`() async throws {
            let service = try await Self.service()
            try await Chromedriver.withBrowser { browser in
                let phone = try await ScreenPhone.open(browser, of: service)
                try await phone.dial()
                try await phone.shows("S'inscrire")
                try await phone.answer("1")
                try await phone.shows("D'accord")
                try await phone.answer("1")
                try await phone.shows("Votre nom")
                try await phone.hangUp()
                try await phone.shows("Vous avez raccroché")

                try await phone.dial()
                try await phone.shows("Reprendre")
                try await phone.answer("1")
                try await phone.shows("Votre nom")
                try await phone.answer("Awa Essai")
                try await phone.shows("Vivez-vous au Cameroun")
                try await phone.hangUp()
                try await phone.shows("Vous avez raccroché")
                #expect(try await phone.bill("sessions") == 2)
                let steps = try #require(try await phone.bill("steps"))
                #expect(steps >= 2)

                let offer = try await phone.text("Bonjour")
                #expect(offer.contains("Reprendre"))
                let question = try await phone.text("1")
                #expect(question.hasPrefix("Vivez-vous au Cameroun"))
                let reference = try await Self.finish(question, on: phone)

                let signUps = try await service.scratch.exportedSignUps("--tests")
                #expect(signUps.map(\.reference) == [reference])
                #expect(signUps.map(\.phone) == ["+237670000001"])
                #expect(signUps.first?.answers["name"] == .text("Awa Essai"))
                #expect(signUps.first?.consent.words.hasSuffix(" / Oui") == true)
                #expect(try await service.scratch.exportedSignUps() == [])
                try await eventually("the confirmation arrives in the thread") {
                    try await phone.received().contains { $0.contains(reference) && $0.contains("enregistrée") }
                }
                #expect(try await browser.complaints() == [])
            }
        }

        @Test(.timeLimit(.minutes(2))) func `the keyboard alone is enough`() async throws {
            let service = try await Self.service()
            try await Chromedriver.withBrowser { browser in
                let phone = try await ScreenPhone.open(browser, of: service)
                // The page opens with the focus where the code is written.
                try await browser.press("*123#", Key.enter)
                try await phone.shows("S'inscrire")
                try await browser.press("3", Key.enter)
                try await eventually("the next screen") { try await !phone.screen().contains("S'inscrire") }
                // From the green key, digits still reach the phone.
                try await browser.press(Key.tab)
                #expect(try await browser.evaluate("document.activeElement.id") == "green")
                try await browser.press("00")
                #expect(try await browser.evaluate("document.getElementById('entry').value") == "00")
                try await browser.press(Key.enter)
                try await phone.shows("S'inscrire")
                try await browser.press(Key.escape)
                try await phone.shows("Vous avez raccroché")

                var passed: [String] = []
                while passed.last != "message", passed.count < 40 {
                    try await browser.press(Key.tab)
                    passed.append(try await browser.evaluate("document.activeElement.id || document.activeElement.dataset.key || ''"))
                    #expect(try await browser.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid", "\(passed)")
                }
                #expect(passed == ["green", "erase", "letters", "red"] + "123456789*0#".map(String.init) + ["thread", "message"])
                try await browser.press("Bonjour", Key.enter)
                try await eventually("an SMS answers") { try await !phone.received().isEmpty }
                #expect(try await phone.bill("sent") == 1)
                #expect(try await browser.complaints() == [])
            }
        }

        @Test(.timeLimit(.minutes(2))) func `the network cuts who does not answer, and counts what is sent`()
            async throws
        {
            let service = try await Self.service(idle: "2 s")
            try await Chromedriver.withBrowser { browser in
                let phone = try await ScreenPhone.open(browser, of: service, query: "?lang=en")
                try await browser.resize(width: 360, height: 740)
                #expect(try await browser.evaluate("document.documentElement.scrollWidth", as: Int.self) <= 360)
                try await phone.dial("*999#")
                try await phone.shows("invalid MMI code")
                #expect(try await phone.bill("sessions") == 0)
                try await phone.dial()
                try await phone.shows("The network cut the session: no answer for 2 s")
                #expect(try await phone.bill("sessions") == 1)
                #expect(try await phone.bill("steps") == 1)

                let letters = { String(repeating: "a", count: $0) }
                let texts = [
                    letters(160), letters(161), String(repeating: "€", count: 80), letters(152) + "€" + letters(152), "ê" + letters(69),
                    "ê" + letters(70), "ê" + letters(133),
                ]
                for text in texts {
                    let measured = try await Running(["measure", "--json", "--", text], in: service.scratch.folder).finished().output
                    let parts = try #require(measured.firstMatch(of: /"parts":([0-9]+)/)).1
                    try await browser.type(text, into: "#message")
                    #expect(try await browser.text(of: "#size").hasSuffix(", \(parts) SMS"), "\(text)")
                    _ = try await browser.evaluate("document.getElementById('message').value = ''")
                }

                let first = try await phone.number()
                try await browser.click("#new-number")
                #expect(try await phone.number() != first)
            }
        }

        @Test func `is not there without its channel, and shut once the service is public`() async throws {
            let none = try await Self.service()
            try await none.stop()
            let text = try String(contentsOf: none.scratch.configuration, encoding: .utf8)
            let bare = text.split(separator: "\n").filter { !$0.contains("phone") && !$0.hasPrefix("channels") }.joined(separator: "\n")
            try none.scratch.write(bare + "\n", to: none.scratch.configuration)
            let without = try await Service.start(in: none.scratch)
            #expect(try await without.get("/phone").status == .notFound)
            #expect(try await without.post("/phone/messages", body: [], type: "application/json").status == .notFound)
            try await without.stop()
            try none.scratch.write("public-address: https://passerelle.example\n" + text, to: none.scratch.configuration)
            let open = try await Service.start(in: none.scratch)
            for path in ["/phone", "/phone/phone.js"] { #expect(try await open.get(path).status == .forbidden) }
            #expect(try await open.post("/phone/messages", body: [], type: "application/json").status == .forbidden)
            try await open.stop()
        }
    }
}
