import Foundation
import Gateways
package import Hummingbird
package import Server
package import Texting

/// `/phone` and what belongs to it.
package struct PhoneRoutes: Pages {
    private let pages: [PageLanguage: BrowserFile]
    private let usual: PageLanguage
    private let door: LocalDoor
    private let country: Country
    private let inbox: PhoneInbox

    private static let styles = BrowserFile(.css, PackageResources.phone_css)
    private static let script = BrowserFile(.javaScript, PackageResources.phone_js)

    /// Writes the page in every language, so that a template that can't be read is known at the start.
    package init(_ line: PhoneLine, usually usual: PageLanguage, door: LocalDoor, country: Country, inbox: @escaping PhoneInbox) throws {
        let template = try PageTemplate(PackageResources.phone_mustache)
        pages = try Dictionary(
            uniqueKeysWithValues: PageLanguage.allCases.map { language in
                (language, BrowserFile(.html, template.html(of: try PhonePage(line, in: language))))
            })
        self.usual = usual
        self.door = door
        self.country = country
        self.inbox = inbox
    }

    package func add<Context: WebContext>(to router: Router<Context>) {
        router.get("/phone") { request, context in
            try admit(request, context)
            let asked = request.uri.queryParameters["lang"].flatMap { PageLanguage(rawValue: String($0)) }
            guard let page = pages[asked ?? usual] else { throw Refusal(.notFound, "There is no such page.") }
            return page.response
        }
        router.get("/phone/phone.css") { request, context in
            try admit(request, context)
            return Self.styles.response
        }
        router.get("/phone/phone.js") { request, context in
            try admit(request, context)
            return Self.script.response
        }
        router.post("/phone/messages") { request, context in
            try admit(request, context)
            return try await messages(request, context)
        }
    }

    private func admit(_ request: Request, _ context: some WebContext) throws(Refusal) {
        if let refusal = door.refusal(of: request, context) { throw refusal }
    }

    private func messages(_ request: Request, _ context: some WebContext) async throws -> Response {
        // A form of another site's page can't say this type, and its script would have to ask us first.
        guard request.headers[.contentType]?.lowercased().hasPrefix("application/json") == true else {
            throw Refusal("This address takes application/json.")
        }
        let question = try InboxQuestion(try await request.wholeBody(within: RequestLimits(), context))
        guard let number = try? PhoneNumber(parsing: question.number, in: country) else {
            throw Refusal("number is no phone number.")
        }
        let texts = try await inbox(number, Date(timeIntervalSince1970: Double(question.since) / 1000))
        return BrowserFile(.json, Array(try JSONEncoder().encode(texts))).response
    }
}
