import Console
import Foundation
import HTTPTypes
import Server
import Synchronization
import Testing
import Texting

@Suite struct `the phone's addresses` {
    private static let line = PhoneLine(
        channel: "phone", code: "*123#", idle: .seconds(30), total: .seconds(180), cost: ["fr": "gratuit", "en": "free"])

    private static func routes(
        usually: PageLanguage = .french, isPublic: Bool = false, inbox: @escaping PhoneInbox = { _, _ in [] }
    ) throws -> PhoneRoutes {
        try PhoneRoutes(
            line, usually: usually, door: LocalDoor(listeningAt: "127.0.0.1", isPublic: isPublic), country: Country(callingCode: "237"),
            inbox: inbox)
    }

    @Test(arguments: ["/phone", "/phone/phone.css", "/phone/phone.js"])
    func `what a browser is given is shut tight, and kept nowhere`(address: String) async throws {
        let answer = try await answer(to: Visit(address: address), by: Self.routes())
        #expect(answer.status == .ok)
        #expect(answer.headers[.cacheControl] == "no-store")
        #expect(answer.headers[.xContentTypeOptions] == "nosniff")
        #expect(answer.headers[.crossOriginResourcePolicy] == "same-origin")
        #expect(
            answer.headers[.contentSecurityPolicy]
                == "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src data:; base-uri 'none'; "
                + "form-action 'none'; frame-ancestors 'none'")
        #expect(answer.headers[.accessControlAllowOrigin] == nil)
    }

    @Test func `page, styles and script are under 60 kB together, and ask for nothing from elsewhere`() async throws {
        let routes = try Self.routes()
        var bytes = 0
        for address in ["/phone", "/phone/phone.css", "/phone/phone.js"] {
            let body = try await answer(to: Visit(address: address), by: routes).body
            #expect(!body.isEmpty)
            #expect(body.firstMatch(of: /https?:|url\(|@import|src="\/\/| style=| on[a-z]+="/) == nil, "\(address)")
            bytes += body.utf8.count
        }
        #expect(bytes < 60_000)
        let page = try await answer(to: Visit(), by: routes).body
        // Between its tags nothing stands that the policy would stop.
        #expect(page.matches(of: /<script[^>]*>/).map { String($0.output) } == [#"<script src="/phone/phone.js" defer>"#])
        #expect(!page.contains("<style"))
    }

    struct Spoken: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var usually: PageLanguage
        var address: String
        var title: String
    }

    static let spoken = [
        Spoken(testDescription: "as the configuration", usually: .french, address: "/phone", title: "Un téléphone à l&#39;écran"),
        Spoken(testDescription: "as an English configuration", usually: .english, address: "/phone", title: "A phone on the screen"),
        Spoken(testDescription: "as asked", usually: .french, address: "/phone?lang=en", title: "A phone on the screen"),
        Spoken(testDescription: "asked for one it has not", usually: .english, address: "/phone?lang=de", title: "A phone on the screen"),
    ]

    @Test(arguments: spoken) func `the page speaks`(_ case: Spoken) async throws {
        let page = try await answer(to: Visit(address: `case`.address), by: Self.routes(usually: `case`.usually)).body
        #expect(page.contains("<h1>\(`case`.title)</h1>"))
    }

    @Test func `the first language of the configuration that pages speak is theirs`() {
        #expect(PageLanguage(among: ["ff", "en", "fr"]) == .english)
        #expect(PageLanguage(among: ["ff"]) == .french)
    }

    static let shutOut: [(String, Visit, Bool)] = [
        ("another machine", Visit(peer: "192.0.2.7"), false),
        ("somebody behind a proxy", Visit(headers: HTTPFields([HTTPField(name: forwarded, value: "192.0.2.7")])), false),
        ("a public service", Visit(), true),
        ("a name that was made to point here", Visit(host: "evil.example:8080"), false),
        ("a name that begins as ours", Visit(host: "localhost.evil.example"), false),
        ("another site's page", Visit(headers: [.origin: "http://evil.example"]), false),
        ("a page at another port", Visit(headers: [.origin: "http://127.0.0.1:9999"]), false),
        ("a page without a site", Visit(headers: [.origin: "null"]), false),
    ]

    private static let forwarded = HTTPField.Name("X-Forwarded-For") ?? .origin

    @Test func `everything is shut to others than this machine's own browser`() async throws {
        for (who, visit, isPublic) in Self.shutOut {
            let routes = try Self.routes(isPublic: isPublic, inbox: { _, _ in [ArrivedText(id: "1", at: Date(), text: "Secret")] })
            for (method, address) in [
                (HTTPRequest.Method.get, "/phone"), (.get, "/phone/phone.css"), (.get, "/phone/phone.js"), (.post, "/phone/messages"),
            ] {
                var visit = visit
                (visit.method, visit.address, visit.body) = (method, address, #"{"number":"+237670000001","since":0}"#)
                visit.headers[.contentType] = "application/json"
                let answer = try await answer(to: visit, by: routes)
                #expect(answer.status == .forbidden, "\(who): \(address)")
                #expect(answer.body.hasSuffix("."), "\(who): \(address)")
            }
        }
    }

    @Test(arguments: ["127.0.0.1:8080", "localhost:8080", "LOCALHOST", "[::1]:8080", nil])
    func `under its own names it is open`(host: String?) async throws {
        #expect(try await answer(to: Visit(host: host), by: Self.routes()).status == .ok)
    }

    private static func asking(_ body: String, type: String? = "application/json") -> Visit {
        var visit = Visit(method: .post, address: "/phone/messages", headers: [.origin: "http://127.0.0.1:8080"], body: body)
        visit.headers[.contentType] = type
        return visit
    }

    @Test func `messages are told as they are, for the number in the body`() async throws {
        let asked = Mutex<[String]>([])
        let texts = [ArrivedText(id: "a1", at: Date(timeIntervalSince1970: 1_795_564_757.5), text: "Votre demande « é »")]
        let routes = try Self.routes(inbox: { number, since in
            asked.withLock { $0.append("\(number.e164) \(since.timeIntervalSince1970)") }
            return texts
        })
        let answer = try await answer(to: Self.asking(#"{"number":"6 70 00 00 01","since":1795564000250}"#), by: routes)
        #expect(answer.status == .ok && answer.headers[.contentType] == "application/json" && answer.headers[.cacheControl] == "no-store")
        struct Told: Decodable, Equatable {
            var id: String, at: Int64, text: String
        }
        #expect(
            try JSONDecoder().decode([Told].self, from: Data(answer.body.utf8))
                == [Told(id: "a1", at: 1_795_564_757_500, text: "Votre demande « é »")])
        #expect(asked.withLock { $0 } == ["+237670000001 1795564000.25"])
    }

    static let refused: [(String, Visit)] = [
        ("no JSON", asking("number=1")), ("no type", asking("{}", type: nil)),
        ("a form's type", asking(#"{"number":"+237670000001","since":0}"#, type: "text/plain")),
        ("no number", asking(#"{"since":0}"#)), ("no since", asking(#"{"number":"+237670000001"}"#)),
        // These two ended the whole service.
        ("a since behind all times", asking(#"{"number":"+237670000001","since":9223372036854775807}"#)),
        ("a since before all times", asking(#"{"number":"+237670000001","since":-9223372036854775808}"#)),
        ("a since in words", asking(#"{"number":"+237670000001","since":"0"}"#)),
        ("a sender in letters", asking(#"{"number":"Orange","since":0}"#)), ("nothing", asking("")),
    ]

    @Test func `what the page does not send is refused with a sentence that repeats nothing`() async throws {
        for (label, visit) in Self.refused {
            let answer = try await answer(to: visit, by: Self.routes())
            #expect(answer.status == .badRequest, "\(label)")
            #expect(answer.body.hasSuffix(".") && !answer.body.contains("Orange"), "\(label)")
        }
    }

    @Test func `no number stands in an address`() async throws {
        let visit = Visit(address: "/phone/messages?number=%2B237670000001&since=0")
        #expect(try await answer(to: visit, by: Self.routes()).status != .ok)
    }
}
