import HTTPClient
import HTTPTypes
import Testing

extension Acceptance {
    @Suite struct `What no gateway sends` {
        private static let receive = "/channels/ussd/receive"
        private static let good = "sessionId=s&phoneNumber=%2B237670000011&networkCode=62401&serviceCode=*123%23&text="
        private static let form = "application/x-www-form-urlencoded"

        struct Request: Sendable {
            let label: String
            var method = HTTPRequest.Method.post
            var path = receive
            var type: String? = form
            let body: [UInt8]
            let statuses: ClosedRange<Int>
            /// What the sentence must name.
            var names: [String] = []
        }

        private static func without(_ field: String) -> [UInt8] {
            Array(good.split(separator: "&").filter { !$0.hasPrefix(field + "=") }.joined(separator: "&").utf8)
        }

        private static func body(ofBytes count: Int) -> [UInt8] {
            Array(good.utf8) + [UInt8](repeating: UInt8(ascii: "1"), count: count - good.utf8.count)
        }

        static let requests = [
            Request(label: "no session", body: without("sessionId"), statuses: 400...400, names: ["sessionId"]),
            Request(label: "no number", body: without("phoneNumber"), statuses: 400...400, names: ["phoneNumber"]),
            Request(label: "no text", body: without("text"), statuses: 400...400, names: ["text"]),
            Request(label: "nothing", body: [], statuses: 400...400, names: ["sessionId"]),
            Request(
                label: "a session without a name", body: Array("sessionId=&phoneNumber=%2B237670000011&serviceCode=*123%23&text=".utf8),
                statuses: 400...400, names: ["sessionId"]),
            Request(
                label: "a sender in letters", body: Array(good.replacing("%2B237670000011", with: "Orange").utf8), statuses: 400...400,
                names: ["phoneNumber"]),
            Request(
                label: "a short code", body: Array(good.replacing("%2B237670000011", with: "8080").utf8), statuses: 400...400,
                names: ["phoneNumber"]),
            Request(label: "GET", method: .get, type: nil, body: [], statuses: 400...400),
            Request(label: "PUT", method: .put, body: Array(good.utf8), statuses: 400...400),
            Request(label: "JSON", type: "application/json", body: Array("{}".utf8), statuses: 400...400, names: [form]),
            Request(label: "no type", type: nil, body: Array(good.utf8), statuses: 400...400, names: [form]),
            Request(label: "a byte over 64 KiB", body: body(ofBytes: 65_537), statuses: 413...413),
            Request(label: "a megabyte", body: body(ofBytes: 1_000_000), statuses: 413...413),
            Request(label: "invalid UTF-8, written out", body: Array((good + "%C3%28").utf8), statuses: 400...400, names: ["UTF-8"]),
            Request(label: "invalid UTF-8, as bytes", body: Array(good.utf8) + [0xFF, 0xFE], statuses: 400...400, names: ["UTF-8"]),
            Request(label: "NUL", body: Array((good + "1%00").utf8), statuses: 400...400, names: ["NUL"]),
            Request(label: "half a percent sign", body: Array((good + "%4").utf8), statuses: 400...400),
            Request(label: "a field twice", body: Array((good + "&text=1").utf8), statuses: 400...400),
            Request(label: "a channel that is not there", path: "/channels/other/receive", body: Array(good.utf8), statuses: 404...404),
            Request(label: "an address that is not there", path: "/nothing", body: Array(good.utf8), statuses: 404...404),
            Request(
                label: "an unknown status", path: "/channels/ussd/status",
                body: Array("sessionId=s&phoneNumber=%2B237670000011&status=Perhaps".utf8), statuses: 400...400, names: ["status"]),
        ]

        @Test func `is told what is missing, and harms nobody else`() async throws {
            #expect(!Self.requests.isEmpty)
            let service = try await Service.start(in: Scratch())
            var (bystander, _) = try await Session.dial("+237670000012", to: service)
            let name = try await bystander.type(all: ["1", "1"])

            for request in Self.requests {
                var headers = HTTPFields()
                headers[.contentType] = request.type
                let response = try await service.send(request.method, request.path, headers: headers, body: request.body)
                #expect(request.statuses.contains(response.status.code), "\(request.label): \(response.status) \(response.text)")
                #expect(response.text.contains { $0.isLetter }, "\(request.label) gets a sentence")
                #expect(!response.text.contains("670000011") && !response.text.contains("Orange"), "\(request.label): \(response.text)")
                for word in request.names { #expect(response.text.contains(word), "\(request.label): \(response.text)") }
                #expect(try await bystander.send() == name, "\(request.label) disturbed somebody")
            }
            let reference = try await bystander.accept(try await bystander.type(all: ["Awa", "1", "1", "0", "1"]))
            #expect(try await service.scratch.exportedSignUps().map(\.reference) == [reference])
        }

        @Test func `as large as is taken is read`() async throws {
            let service = try await Service.start(in: Scratch())
            let response = try await service.post(Self.receive, body: Self.body(ofBytes: 65_536))
            #expect(response.status != .contentTooLarge, "\(response.status)")
            #expect(try Screen(response).text.isEmpty == false)
        }
    }

    @Suite struct `What people type` {
        struct Answer: Sendable {
            let label: String
            let typed: String
            /// Whether a name can be this.
            let isName: Bool
        }

        static let answers = [
            Answer(label: "ten thousand stars", typed: String(repeating: "*", count: 10_000), isName: false),
            Answer(label: "ten thousand letters", typed: String(repeating: "a", count: 10_000), isName: false),
            Answer(label: "Arabic", typed: "عائشة بلو", isName: true),
            Answer(label: "emoji", typed: "👩🏿‍🌾👍🏿", isName: true),
            Answer(label: "a name with a picture", typed: "Awa 😀", isName: true),
            Answer(label: "accents, quotes and ampersands", typed: "Ngo’o « Éké » & fils; \"x\" = 100 %", isName: true),
            Answer(label: "SQL", typed: "'; DROP TABLE contacts; --", isName: true),
            Answer(label: "placeholders", typed: "{{reference}} \\{{code}}", isName: true),
            Answer(label: "line breaks", typed: "Awa\r\nNgo\tBih", isName: true),
            Answer(label: "an accent piled on", typed: "a" + String(repeating: "\u{301}", count: 600) + "b", isName: false),
            Answer(label: "blanks", typed: "    ", isName: false),
            Answer(label: "one letter", typed: "A", isName: false),
        ]

        @Test func `is taken or asked again, and harms nobody else`() async throws {
            #expect(!Self.answers.isEmpty)
            let service = try await Service.start(in: Scratch())
            var (bystander, _) = try await Session.dial("+237670000012", to: service)
            let open = try await bystander.type(all: ["1", "1"])

            for (index, answer) in Self.answers.enumerated() {
                var (session, _) = try await Session.dial("+2376700000\(20 + index)", to: service)
                _ = try await session.type(all: ["1", "1"])
                let next = try await session.type(answer.typed)
                #expect(next.isOpen, "\(answer.label): \(next)")
                #expect(next.lines.contains("Vivez-vous au Cameroun ?") == answer.isName, "\(answer.label): \(next)")
                if answer.isName {
                    // The review shows the name: it must fit its pages whatever it is.
                    _ = try await session.accept(try await session.type(all: ["1", "3", "1", "1"]))
                }
                #expect(try await bystander.send() == open, "\(answer.label) disturbed somebody")
            }
            let stored = try await service.scratch.exportedSignUps()
            #expect(stored.count == Self.answers.filter(\.isName).count)
            for answer in Self.answers where answer.isName && answer.label != "line breaks" {
                #expect(stored.contains { $0.answers["name"] == .text(answer.typed) }, "\(answer.label) is stored as it was typed")
            }
        }

        @Test func `a middle step of a session that nobody knows gets an answer`() async throws {
            let service = try await Service.start(in: Scratch())
            let unknown = Session(service: service, number: "+237670000013", id: "ATUid_unknown", typed: ["1", "2", "Awa"])
            #expect(try await unknown.send().text.isEmpty == false)
            #expect(try await unknown.end("Incomplete").status == .ok)
            let never = Session(service: service, number: "+237670000014", id: "ATUid_never", typed: [])
            #expect(try await never.end("Success").status == .ok, "the end of a session that was never begun")
        }

        @Test func `a number from another country is welcome`() async throws {
            let service = try await Service.start(in: Scratch())
            var (session, _) = try await Session.dial("+33639980001", to: service)
            let reference = try await session.register(name: "Awa")
            let stored = try await service.scratch.exportedSignUps()
            #expect(stored.map(\.phone) == ["+33639980001"])
            #expect(stored.map(\.reference) == [reference])
        }
    }
}
