import Foundation
import HTTPClient
import HTTPTypes
import Testing

extension Acceptance {
    @Suite struct `An export` {
        /// A service where one person with a troublesome name has registered.
        private static func registered(_ name: String) async throws -> (Service, reference: String) {
            let service = try await Service.start(in: Scratch())
            var (session, _) = try await Session.dial("+237670000001", to: service)
            let reference = try await session.register(name: name)
            return (service, reference)
        }

        @Test func `of sign-ups in JSON has the members of the contract and no other`() async throws {
            let (service, reference) = try await Self.registered("Awa")
            let finished = try await service.scratch.run("export", "sign-ups", "--format", "json")
            #expect(finished.code == 0, "\(finished.complaints)")
            let list = try #require(try JSONSerialization.jsonObject(with: Data(finished.output.utf8)) as? [[String: Any]])
            let entry = try #require(list.first)
            #expect(
                Set(entry.keys) == ["reference", "sign-up", "phone", "language", "status", "created", "updated", "consent", "answers"])
            #expect(entry["reference"] as? String == reference)
            let consent = try #require(entry["consent"] as? [String: Any])
            #expect(Set(consent.keys) == ["given", "words"])
            let answers = try #require(entry["answers"] as? [String: Any])
            #expect((answers["team"] as? NSNumber)?.intValue == 2)
            #expect(answers["region"] as? String == "est")
            #expect(answers["needs"] == nil, "what was not asked is absent")
            for time in [entry["created"], entry["updated"], consent["given"]] {
                let text = try #require(time as? String)
                #expect(text.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z/) != nil, "RFC 3339 in UTC: \(text)")
            }
        }

        @Test func `of several answers is a list of ids`() async throws {
            let service = try await Service.start(in: Scratch())
            var (session, _) = try await Session.dial("+237670000001", to: service)
            let review = try await session.type(all: ["1", "1", "99", "1", "3", "5", "2", "1 3"])
            _ = try await session.accept(review)
            let answers = try #require(try await service.scratch.exportedSignUps().first?.answers)
            #expect(answers["needs"] == .several(["epargne", "refugies"]))
            #expect(answers["name"] == nil, "what was skipped is absent")
        }

        @Test(arguments: ["=1+1", "+1", "-1+2", "@SUM(A1)", "\u{9}x=1"]) func `in CSV is safe in a spreadsheet`(name: String) async throws {
            let (service, reference) = try await Self.registered(name)
            let finished = try await service.scratch.run("export", "sign-ups", "--format", "csv")
            #expect(finished.code == 0, "\(finished.complaints)")
            #expect(finished.output.hasPrefix("\u{FEFF}"), "Excel needs the mark to read UTF-8")
            #expect(finished.output.contains(reference))
            for cell in Self.cells(finished.output) {
                // A plus and digits compute nothing: phone numbers stay as they are dialled.
                #expect(!["=", "+", "-", "@", "\t", "\r"].contains(cell.prefix(1)) || cell.wholeMatch(of: /\+\d+/) != nil, "\(cell)")
            }
        }

        @Test func `in CSV has semicolons where the language is French, commas elsewhere`() async throws {
            let (service, _) = try await Self.registered("Ngo; Bih, \"Awa\"")
            let french = try await service.scratch.run("export", "sign-ups", "--format", "csv", environment: ["LANG": "fr_FR.UTF-8"])
            let english = try await service.scratch.run("export", "sign-ups", "--format", "csv", environment: ["LANG": "en_US.UTF-8"])
            let frenchHead = try #require(french.output.split(whereSeparator: \.isNewline).first)
            let englishHead = try #require(english.output.split(whereSeparator: \.isNewline).first)
            #expect(frenchHead.contains(";") && !frenchHead.contains(","))
            #expect(englishHead.contains(",") && !englishHead.contains(";"))
            #expect(french.output.contains(#""Ngo; Bih, ""Awa""""#) && english.output.contains(#""Ngo; Bih, ""Awa""""#))
        }

        @Test func `keeps the results apart from the messages`() async throws {
            let service = try await Service.start(in: Scratch())
            for what in ["sign-ups", "callbacks", "contacts", "messages", "usage"] {
                let finished = try await service.scratch.run("export", what, "--format", "json")
                #expect(finished.code == 0, "\(what): \(finished.complaints)")
                #expect((try? JSONSerialization.jsonObject(with: Data(finished.output.utf8))) != nil, "\(what): \(finished.output)")
            }
        }

        @Test func `leaves tests out and says how many`() async throws {
            let service = try await Service.start(in: Scratch())
            let answers = ["1"] + Registration.toReview(name: "Essai").dropFirst()
            var screen = ""
            func send(_ body: String) async throws {
                let response = try await service.post("/channels/phone/receive", body: Array(body.utf8), type: "application/json")
                #expect(response.status == .ok, "\(response.text)")
                screen = response.text
            }
            let head = #""number":"+237670000009","session":"a1""#
            try await send("{\(head)}")
            for (step, answer) in answers.enumerated() { try await send(#"{\#(head),"text":"\#(answer)","step":\#(step)}"#) }
            let accept = try #require(screen.components(separatedBy: "\\n").last { $0.contains(" Envoyer") }?.split(separator: " ").first)
            try await send(#"{\#(head),"text":"\#(accept)","step":99}"#)
            #expect(screen.contains(#""ends":true"#), "\(screen)")

            let plain = try await service.scratch.run("export", "sign-ups", "--format", "json")
            #expect(try JSONDecoder().decode([ExportedSignUp].self, from: Data(plain.output.utf8)).isEmpty)
            #expect(plain.complaints.contains("1"), "says that one test was left out: \(plain.complaints)")
            #expect(try await service.scratch.exportedSignUps("--tests").count == 1)
        }

        /// The cells of a CSV text, quotes taken off.
        private static func cells(_ text: String) -> [String] {
            var cells = [""]
            var isQuoted = false
            for character in text.dropFirst() {
                if character == "\"" {
                    isQuoted.toggle()
                } else if !isQuoted, character == "," || character == ";" || character.isNewline {
                    cells.append("")
                } else {
                    cells[cells.count - 1].append(character)
                }
            }
            return cells
        }
    }
}
