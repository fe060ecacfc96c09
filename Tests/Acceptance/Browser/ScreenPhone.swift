import Foundation
import Testing

/// The phone on the screen in a browser: what a person sees of it, and does with it.
struct ScreenPhone: Sendable {
    let browser: Browser

    static func open(_ browser: Browser, of service: Service, query: String = "") async throws -> ScreenPhone {
        try await browser.open("http://127.0.0.1:\(service.scratch.port)/phone\(query)")
        return ScreenPhone(browser: browser)
    }

    func dial(_ code: String = "*123#") async throws { try await browser.type(code + Key.enter, into: "#entry") }

    func answer(_ text: String) async throws { try await browser.type(text + Key.enter, into: "#entry") }

    func hangUp() async throws { try await browser.click("#red") }

    func screen() async throws -> String { try await browser.text(of: "#screen") }

    /// Waits until the screen shows it.
    func shows(_ words: String, within limit: Duration = .seconds(10)) async throws {
        do {
            try await eventually(within: limit, "the screen shows “\(words)”") { try await screen().contains(words) }
        } catch is NotInTime {
            throw NotInTime(description: "the screen does not show “\(words)” but “\(try await screen())”")
        }
    }

    /// What came by SMS, the oldest first.
    func received() async throws -> [String] {
        try await browser.evaluate(
            "[...document.querySelectorAll('#thread .theirs .said')].map(said => said.textContent)", as: [String].self)
    }

    /// Writes an SMS and waits for what answers it.
    func text(_ words: String) async throws -> String {
        let before = try await received().count
        try await browser.type(words + Key.enter, into: "#message")
        var last = ""
        try await eventually("an SMS answers “\(words)”") {
            let all = try await received()
            last = all.last ?? ""
            return all.count > before
        }
        return last
    }

    func number() async throws -> String { try await browser.evaluate("document.getElementById('number').value") }

    /// What one line of the bill says.
    func bill(_ line: String) async throws -> Int? { Int(try await browser.text(of: "#bill-\(line)")) }
}
