import Foundation

/// A browser with one page, used as a person uses it.
struct Browser: Sendable {
    private let client: WebDriverClient
    private let session: String

    init(_ client: WebDriverClient, options: ChromeOptions) async throws {
        struct Capabilities: Encodable {
            var browserName = "chrome"
            var options: ChromeOptions
            var logging = ["browser": "ALL"]

            enum CodingKeys: String, CodingKey {
                case browserName
                case options = "goog:chromeOptions"
                case logging = "goog:loggingPrefs"
            }
        }
        struct Opened: Decodable {
            var sessionId: String
        }
        let opened = try await client.post(
            "/session", ["capabilities": ["alwaysMatch": Capabilities(options: options)]], as: Opened.self)
        self.client = client
        session = "/session/\(opened.sessionId)"
    }

    func quit() async { try? await client.delete(session) }

    func open(_ address: String) async throws { try await client.post("\(session)/url", ["url": address]) }

    /// A phone's width cannot be had by a window: Chromium's own has a least one.
    func resize(width: Int, height: Int) async throws {
        struct Command: Encodable {
            var cmd = "Emulation.setDeviceMetricsOverride"
            var params: Metrics
        }
        struct Metrics: Encodable {
            var width: Int
            var height: Int
            var deviceScaleFactor = 1
            var mobile = true
        }
        try await client.post("\(session)/goog/cdp/execute", Command(params: Metrics(width: width, height: height)))
    }

    func click(_ selector: String) async throws {
        try await client.post("\(session)/element/\(try await element(selector))/click", WebDriverClient.Nothing())
    }

    func type(_ keys: String, into selector: String) async throws {
        try await client.post("\(session)/element/\(try await element(selector))/value", ["text": keys])
    }

    /// Presses keys without saying where: they go to what has the focus.
    func press(_ keys: String...) async throws {
        struct Actions: Encodable {
            var actions: [Keyboard]
        }
        struct Keyboard: Encodable {
            var type = "key"
            var id = "keyboard"
            var actions: [Stroke]
        }
        struct Stroke: Encodable {
            var type: String
            var value: String
        }
        let strokes = keys.joined().flatMap { [Stroke(type: "keyDown", value: String($0)), Stroke(type: "keyUp", value: String($0))] }
        try await client.post("\(session)/actions", Actions(actions: [Keyboard(actions: strokes)]))
    }

    /// What a script in the page gives back.
    func evaluate<Value: Decodable>(_ script: String, as type: Value.Type = String.self) async throws -> Value {
        return try await client.post("\(session)/execute/sync", Script(script: "return \(script)"), as: type)
    }

    private struct Script: Encodable {
        var script: String
        var args: [String] = []
    }

    func text(of selector: String) async throws -> String {
        try await evaluate("document.querySelector('\(selector)').textContent")
    }

    /// What the browser wrote on its console: errors of the script, and what the page's policy stopped.
    func complaints() async throws -> [String] {
        struct Line: Decodable {
            var message: String
        }
        return try await client.post("\(session)/se/log", ["type": "browser"], as: [Line].self).map(\.message)
    }

    private func element(_ selector: String) async throws -> String {
        let found = try await client.post(
            "\(session)/element", ["using": "css selector", "value": selector], as: [String: String].self)
        guard let id = found.values.first else { throw WebDriverClient.Refused(description: "no element \(selector)") }
        return id
    }
}

/// Keys without a character of their own (W3C WebDriver §17.4.2).
enum Key {
    static let tab = "\u{E004}"
    static let enter = "\u{E007}"
    static let escape = "\u{E00C}"
}
