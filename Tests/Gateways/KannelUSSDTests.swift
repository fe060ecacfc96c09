import Gateways
import HTTPTypes
import Testing
import Texting

@Suite struct `Kannel, USSD` {
    /// As Kannel 1.4.5 posts what an SMPP centre delivers, but for what a case changes: recorded from the real one.
    static func posted(
        _ text: String, _ metaData: String? = "?smpp?ussd_service_op=%12&its_session_info=%00%FF&",
        _ more: [String: String?] = [:], query: String = "id=3d6c3805-6c91-4c4c-84ef-8c81ad89d827", bytes: [UInt8]? = nil
    ) -> WebRequest {
        let own: [String: String?] = [
            "Content-Type": #"text/plain; charset="UTF-8""#, "X-Kannel-From": "+237670000001", "X-Kannel-To": "123",
            "X-Kannel-Time": "2026-11-27 08:06:14", "X-Kannel-SMSC": "ussd", "X-Kannel-PID": "0", "X-Kannel-Alt-DCS": "0",
            "X-Kannel-Coding": "0", "X-Kannel-Compress": "0", "X-Kannel-Service": "default", "X-Kannel-BInfo": "USSD",
            "X-Kannel-Meta-Data": metaData,
        ]
        var headers = HTTPFields()
        for (name, value) in own.merging(more, uniquingKeysWith: { $1 }) {
            if let name = HTTPField.Name(name) { headers[name] = value }
        }
        return WebRequest(method: .post, query: query, headers: headers, body: bytes ?? Array(text.utf8))
    }

    static func dialled(_ text: String) -> WebRequest { posted(text, "?smpp?ussd_service_op=%01&its_session_info=%00%FF&") }

    func line(_ values: [String: String] = [:], code: String? = "*123#") throws -> any Gateway {
        let kind = try #require(Catalogue.kind(named: "kannel-ussd"))
        return kind.make(GatewaySettings(country: cameroon, code: code, values: values))
    }

    struct Step: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var request: WebRequest
        var text: Inbound.Text

        init(_ label: String, _ request: WebRequest, _ text: Inbound.Text) {
            (testDescription, self.request, self.text) = (label, request, text)
        }
    }

    static let steps = [
        Step("a dial", dialled("*123#"), .begin(path: [])),
        Step("a dialled path", dialled("*123*2*1#"), .begin(path: ["2", "1"])),
        Step("a dial without words", dialled(""), .begin(path: [])),
        Step("a dial of a code that is not known", dialled("*999*3#"), .begin(path: [])),
        Step("a dial by PSSD", posted("*123#", "?smpp?its_session_info=%00%FF&ussd_service_op=%00"), .begin(path: [])),
        Step("an answer", posted("1"), .last("1")),
        Step("an answer in digits of its operation", posted("1", "?smpp?ussd_service_op=18&its_session_info=%00%FF"), .last("1")),
        Step("among other groups", posted("1", "?http?a=b&?smpp?ussd_service_op=%12&its_session_info=%00%FF&?orig?x=y"), .last("1")),
        Step("an empty answer", posted(""), .last("")),
        Step("a name with stars", posted("*Awa*#"), .last("*Awa*#")),
        Step("accents", posted("Émilie"), .last("Émilie")),
        Step("emoji", posted("😀"), .last("😀")),
        Step(
            "Arabic, as UCS-2",
            posted(
                "", more: ["Content-Type": #"text/plain; charset="UTF-16BE""#, "X-Kannel-Coding": "2"], bytes: [0x06, 0x45, 0x06, 0x31]),
            .last("مر")),
        Step("GSM 03.38 that Kannel does not know", posted("", more: ["X-Kannel-Coding": "3"], bytes: [0x05, 0x00, 0x31]), .last("é@1")),
        Step("10 kB", posted(String(repeating: "a", count: 10_000)), .last(String(repeating: "a", count: 10_000))),
    ]

    static func posted(_ text: String, more: [String: String?], bytes: [UInt8]) -> WebRequest {
        posted(text, "?smpp?ussd_service_op=%12&its_session_info=%00%FF&", more, bytes: bytes)
    }

    private static let id = "3d6c3805-6c91-4c4c-84ef-8c81ad89d827"

    @Test(arguments: steps) func `a step is read`(_ step: Step) throws {
        let session = "0.ff\u{0}+237670000001"
        #expect(
            try line().read(step.request)
                == .message(
                    Inbound(
                        sender: awa, session: session, text: step.text, stepKey: "\(session)\u{0}\(Self.id)", network: nil,
                        echo: "its_session_info=%00%FF")))
    }

    struct End: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var operation: String
        var cause: SessionEnd.Cause

        init(_ label: String, _ operation: String, _ cause: SessionEnd.Cause) {
            (testDescription, self.operation, self.cause) = (label, operation, cause)
        }
    }

    static let ends = [
        End("PSSD response", "%10", .dropped), End("PSSR response", "%11", .dropped), End("USSN confirm", "%13", .finished),
        End("the release of some vendors, a blank as Kannel escapes it", "+", .dropped), End("the same in digits", "32", .dropped),
        End("USSREL request", "%80", .dropped), End("USSREL indication", "%81", .dropped),
    ]

    @Test(arguments: ends) func `a release by the network is a session's end`(_ end: End) throws {
        let request = Self.posted("", "?smpp?ussd_service_op=\(end.operation)&its_session_info=%00%FF&")
        #expect(
            try line().read(request) == .sessionEnd(SessionEnd(sender: awa, session: "0.ff\u{0}+237670000001", cause: end.cause)))
    }

    struct Named: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var values: [String: String]
        var metaData: String
        var session: String
        var echo: String?

        init(_ label: String, _ values: [String: String], _ metaData: String, _ session: String, echo: String?) {
            (testDescription, self.values, self.metaData, self.session, self.echo) = (label, values, metaData, session, echo)
        }
    }

    static let sessions = [
        Named("its_session_info", [:], "its_session_info=%124&", "12.34", echo: "its_session_info=%124"),
        Named("its first octet alone", ["session-octets": "1"], "its_session_info=%124&", "12", echo: "its_session_info=%124"),
        Named("the number alone", ["session-octets": "0"], "its_session_info=%124&", "", echo: "its_session_info=%124"),
        Named("none came", [:], "", "", echo: nil),
        Named("an empty one", [:], "its_session_info=&", "", echo: nil),
        Named(
            "user_message_reference, which Kannel has as a number", ["session-tlv": "user_message_reference"],
            "user_message_reference=258&its_session_info=%124&", "32.35.38", echo: "user_message_reference=258"),
        Named(
            "two that go back", ["session-tlv": "its_session_info, user_message_reference"],
            "user_message_reference=258&its_session_info=%124&", "12.34", echo: "its_session_info=%124&user_message_reference=258"),
        Named(
            "a vendor's own, with signs in it", ["session-tlv": "vendor_session"], "vendor_session=a%3D%26%3F%25%2B+&",
            "61.3d.26.3f.25.2b.20", echo: "vendor_session=a%3D%26%3F%25%2B+"),
    ]

    @Test(arguments: sessions) func `the session is the TLV and the number, and the TLVs go back as they came`(_ named: Named) throws {
        let line = try line(named.values)
        guard case .message(let inbound) = try line.read(Self.posted("1", "?smpp?ussd_service_op=%12&" + named.metaData)) else {
            Issue.record("no message")
            return
        }
        #expect(inbound.session == "\(named.session)\u{0}+237670000001")
        #expect(inbound.echo == named.echo)
        let back = named.echo.map { "&\($0)" } ?? ""
        #expect(try Self.metaData(of: line.answer("Bonjour", ends: false, to: inbound)) == "?smpp?ussd_service_op=2" + back)
        #expect(try Self.metaData(of: line.answer("Merci", ends: true, to: inbound)) == "?smpp?ussd_service_op=17" + back)
        #expect(try Self.metaData(of: line.unavailable("Plus tard", to: inbound)) == "?smpp?ussd_service_op=17" + back)
    }

    private static func metaData(of response: WebResponse) throws -> String? {
        response.headers[try #require(HTTPField.Name("X-Kannel-Meta-Data"))]
    }

    @Test func `without an id of Kannel's a step has no key of its own`() throws {
        guard case .message(let inbound) = try line().read(Self.posted("1", query: "")) else {
            Issue.record("no message")
            return
        }
        #expect(inbound.stepKey == nil)
        #expect(Catalogue.kind(named: "kannel-ussd")?.retriesWithin == .seconds(2))
    }

    @Test func `operations are what the configuration says, and the usual ones beside`() throws {
        let line = try line([
            "operation-tlv": "op", "dial-operations": "5, 6", "answer-operations": "2", "release-operations": "7 33", "ask-operation": "3",
            "end-operation": "33",
        ])
        func read(_ operation: String) throws -> Arrival {
            try line.read(Self.posted("*123*4#", "?smpp?op=\(operation)&its_session_info=a"))
        }
        func isText(_ arrival: Arrival, _ text: Inbound.Text) -> Bool {
            guard case .message(let inbound) = arrival else { return false }
            return inbound.text == text
        }
        for dial in ["%05", "%06", "%01"] { #expect(try isText(read(dial), .begin(path: ["4"]))) }
        for answer in ["%02", "%12"] { #expect(try isText(read(answer), .last("*123*4#"))) }
        for release in ["%07", "33", "%11"] {
            #expect(try read(release) == .sessionEnd(SessionEnd(sender: awa, session: "61\u{0}+237670000001", cause: .dropped)))
        }
        let inbound = Inbound(sender: awa, session: "s", text: .last("1"), stepKey: nil, network: nil, echo: "its_session_info=a")
        #expect(try Self.metaData(of: line.answer("a", ends: false, to: inbound)) == "?smpp?op=3&its_session_info=a")
        #expect(try Self.metaData(of: line.answer("a", ends: true, to: inbound)) == "?smpp?op=33&its_session_info=a")
    }

    @Test(arguments: ["Orange", "8080"]) func `who is no person gets no conversation`(from: String) throws {
        #expect(try line().read(Self.posted("1", more: ["X-Kannel-From": from], bytes: [0x31])) == .noPerson)
    }

    static let refused = [
        RefusedRequest("GET", WebRequest(method: .get, query: "sender=1&message=1", headers: [:], body: []), "POST"),
        RefusedRequest("a form", posted("1", more: ["Content-Type": "application/x-www-form-urlencoded"], bytes: []), "text/plain"),
        RefusedRequest("no sender", posted("1", more: ["X-Kannel-From": nil], bytes: []), "X-Kannel-From"),
        RefusedRequest("no meta-data", posted("1", nil), "smpp-tlv"),
        RefusedRequest("no TLVs", posted("1", "?smpp?"), "ussd_service_op"),
        RefusedRequest("another group", posted("1", "?http?ussd_service_op=%01&"), "ussd_service_op"),
        RefusedRequest("no operation", posted("1", "?smpp?its_session_info=%00%FF&"), "ussd_service_op"),
        RefusedRequest("an empty operation", posted("1", "?smpp?ussd_service_op=&"), "ussd_service_op"),
        RefusedRequest("an operation of two octets", posted("1", "?smpp?ussd_service_op=%00%01&"), "ussd_service_op"),
        RefusedRequest("an operation that is not known", posted("1", "?smpp?ussd_service_op=%40&"), "0, 1, 16, 17, 18, 19, 32, 128, 129"),
        RefusedRequest("half a percent", posted("1", "?smpp?ussd_service_op=%1&"), "%"),
        RefusedRequest("half a percent in the session", posted("1", "?smpp?ussd_service_op=%12&its_session_info=%0"), "%"),
    ]

    @Test(arguments: refused) func `what it could not have sent is refused with a sentence`(_ refused: RefusedRequest) throws {
        let refusal = try #require(refusal(of: refused.request, by: try line()))
        #expect(refusal.status == .badRequest)
        #expect(refusal.sentence.contains(refused.names))
        #expect(!refusal.sentence.contains("670000001"))
    }

    @Test func `its answers are to the byte`() throws {
        let line = try line()
        let inbound = Inbound(sender: awa, session: "s", text: .last("1"), stepKey: nil, network: nil, echo: "its_session_info=%00%FF")
        let coding = try #require(HTTPField.Name("X-Kannel-Coding"))
        let asked = line.answer("Où ? {5} €\n0 Retour", ends: false, to: inbound)
        #expect(wire(asked) == "200\ntext/plain; charset=UTF-8\n\nOù ? {5} €\n0 Retour")
        #expect(asked.headers.count == 1)
        let arabic = line.answer("مرحبا", ends: true, to: inbound)
        #expect(wire(arabic) == "200\ntext/plain; charset=UTF-8\n\nمرحبا")
        #expect(arabic.headers[coding] == "2")
        // Anything but 200 would be brought again, when the session is long over.
        #expect(wire(line.unavailable("Merci de recomposer.", to: inbound)) == "200\ntext/plain; charset=UTF-8\n\nMerci de recomposer.")
        #expect(try Self.metaData(of: line.unavailable("a")) == "?smpp?ussd_service_op=17")
        #expect(wire(line.acknowledgement) == "200\ntext/plain; charset=UTF-8\n\n")
        #expect(line.acknowledgement.headers.isEmpty)
    }
}
