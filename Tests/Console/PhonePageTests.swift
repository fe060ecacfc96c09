import Console
import Foundation
import Testing

@Suite struct `the page with a phone` {
    private static let line = PhoneLine(
        channel: "phone", code: "*123#", idle: .seconds(30), total: .seconds(180), cost: ["fr": "gratuit", "en": "free"])
    private static let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Sources/Console/Phone")

    private static func source(_ file: String) throws -> String {
        try String(contentsOf: folder.appending(path: file), encoding: .utf8)
    }

    private static func words(of page: PhonePage) -> [String: String] {
        Mirror(reflecting: page.words).children.reduce(into: [:]) { $0[$1.label ?? ""] = $1.value as? String }
    }

    @Test func `is a value that holds what the configuration says`() throws {
        let page = try PhonePage(Self.line, in: .french)
        #expect(page == (try PhonePage(Self.line, in: .french)))
        #expect(page.language == "fr" && page.otherLanguage == "en")
        #expect(page.code == "*123#" && page.number == "+237670000001")
        #expect(page.idle == 30 && page.total == 180 && page.cost == "gratuit")
        #expect(page.words.ready == "Composez *123# puis la touche verte.")
        #expect(page.keys.map(\.key).joined() == "123456789*0#")
        var free = Self.line
        free.cost = ["fr": "gratuit"]
        #expect(try PhonePage(free, in: .english).cost == nil)
    }

    @Test func `tells its script the network's own numbers and alphabets`() throws {
        struct Settings: Decodable {
            var channel: String, code: String, idle: Int, total: Int, step: Int, plain: String, escaped: String, gsm: [Int], ucs2: [Int]
        }
        var line = Self.line
        (line.channel, line.idle, line.total) = ("essai", .seconds(20), .seconds(120))
        let told = try JSONDecoder().decode(Settings.self, from: Data(PhonePage(line, in: .english).settings.utf8))
        #expect(told.channel == "/channels/essai/receive" && told.code == "*123#")
        #expect(told.idle == 20 && told.total == 120 && told.step == 20)
        #expect(told.gsm == [160, 153] && told.ucs2 == [70, 67])
        #expect(told.plain.unicodeScalars.count == 127 && told.plain.contains("é") && !told.plain.contains("ê"))
        #expect(Set(told.escaped) == Set("^{}\\[~]|€\u{0C}"))
    }

    @Test func `has every word in both languages, with the same places in it`() throws {
        let french = Self.words(of: try PhonePage(Self.line, in: .french))
        let english = Self.words(of: try PhonePage(Self.line, in: .english))
        #expect(french.count > 40 && french.keys == english.keys)
        for (name, words) in french {
            #expect(!words.isEmpty && english[name]?.isEmpty == false, "\(name)")
            let places = [words, english[name] ?? ""].map { Set($0.matches(of: /\{\w+\}/).map { String($0.output) }) }
            #expect(places[0] == places[1], "\(name)")
        }
    }

    @Test func `its template names nothing that the page has not`() throws {
        let page = try PhonePage(Self.line, in: .french)
        let members = Set(Mirror(reflecting: page).children.compactMap(\.label)).union(["key", "letters"])
        let words = Self.words(of: page)
        let names = try Self.source("phone.mustache").matches(of: /\{\{[#\/]?([\w.]+)\}\}/).map { String($0.1) }
        #expect(names.count > 40)
        for name in names {
            #expect(name.hasPrefix("words.") ? words[String(name.dropFirst(6))] != nil : members.contains(name), "\(name)")
        }
    }

    @Test func `its script finds every part and every word that it asks for`() throws {
        let (template, script) = (try Self.source("phone.mustache"), try Self.source("phone.js"))
        let words = Self.words(of: try PhonePage(Self.line, in: .french))
        let parts = script.matches(of: /part\("([\w-]+)"\)/).map { String($0.1) }
        let asked = script.matches(of: /words\.(\w+)/).map { String($0.1) }
        #expect(parts.count > 20 && asked.count > 15)
        for part in parts { #expect(template.contains("id=\"\(part)\""), "\(part)") }
        for word in asked { #expect(words[word] != nil, "\(word)") }
    }

    @Test func `names what can be pressed or filled in, for who does not see it`() throws {
        let template = try Self.source("phone.mustache")
        let fields = template.matches(of: /<(?:input|textarea) id="([\w-]+)"/).map { String($0.1) }
        #expect(fields == ["entry", "message", "number", "cuts"])
        for field in fields where field != "cuts" { #expect(template.contains("for=\"\(field)\""), "\(field)") }
        #expect(template.contains(#"<label class="check"><input id="cuts""#))
        #expect(template.contains(#"id="screen" role="status" aria-live="polite""#))
        #expect(template.contains(#"role="log" aria-live="polite""#))
    }
}
