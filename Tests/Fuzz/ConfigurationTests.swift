import Foundation
import Fuzzing
import Testing
import passerelle

/// A configuration that somebody mistyped is told, whatever it says.
@Suite struct `A mistyped configuration` {
    private static let seed: UInt64 = 20_261_127

    private static let more = """
        listen: { host: 127.0.0.1, port: 8080 }
        public-address: https://passerelle.example
        languages: [fr, en]
        country: { calling-code: 237, time-zone: Africa/Douala }
        channels:
          ussd: { gateway: africas-talking-ussd, code: "*123#", page: 160, letters: ascii, idle: 30 s, total: 180 s, cost: { fr: gratuit, en: free } }
          sms: { gateway: kannel, url: "http://127.0.0.1:13013/cgi-bin/sendsms", username: u, password: p, sender: "8080", rate: 10, answers: yes,
                 daily-parts: 1000, daily-money: "100 XAF", part-price: "12.5 XAF", secret: [one, two], networks: [10.0.0.0/8, "::1"] }
          op:
            gateway: http-sms
            url: https://sms.example
            username: u
            password: p
            message: { from: json, list: results, number: from, text: body, id: id }
            sending:
              method: post
              path: /send
              headers: { Authorization: "Basic {{basic}}" }
              body: { type: application/json, text: '{"to":"{{digits}}","text":"{{text}}"}' }
              answer: { from: json, statuses: [200], id: id }
        outgoing: [{ network: mtn, via: sms }, { country: 237, via: op }, { via: sms }]
        prefixes: { mtn: [23767, 237650] }
        quiet: { from: "21:00", to: "08:00" }
        limits: { turns-a-minute: 20, turns-an-hour: 250, messages-a-month: 4, messages-a-day: 1 }
        keep: { unfinished: 7 days, recordings: 90 days, sign-ups: 400 days }
        resume: { within: 24 h }
        same-number: { after: 90 days }
        log: { format: json, level: debug }
        alarm: { command: "true", phone: "+237670000001", silent-after: 2 h }
        clock: { ahead: 3 days }

        """

    private static let words = [
        "channels:", "gateway:", "kannel", "twilio", "http-ussd", "{{text}}", "{{x}}", "30 s", "999999 days", "24:00", "0", "-1",
        "9223372036854775807", "1e9", "[", "]", "{", "}", ", ", ": ", "- ", "&a", "*a",
        "<<: *a", "!!binary", "null", "~", "yes", "Africa/Douala", "../../etc/passwd", "UTC+99", "10.0.0.0/33", "::ffff:1.2.3.4/200",
        "{ via: sms }", "secret-file: x", "\n  ", "\n    ", "|\n", "? ",
    ]

    @Test func `is told and harms nothing`() throws {
        let shipped = try String(contentsOf: `Whatever comes from outside`.root.appending(path: "Config/passerelle.yaml"), encoding: .utf8)
        let plain = shipped.split(separator: "\n").filter { !$0.drop { $0 == " " }.hasPrefix("#") }.joined(separator: "\n")
        let subject = Subject("configuration", weight: 1, seeds: [Self.more, plain], words: Self.words, longest: 8000) { bytes in
            let text = String(decoding: bytes, as: UTF8.self)
            do {
                _ = try Configuration(text: text, file: "passerelle.yaml", folder: "/nowhere", environment: ["PASSERELLE_OUTGOING": text])
            } catch {
                if "\(error)".isEmpty { throw Violation("a problem without a word") }
            }
        }
        _ = try Configuration(text: plain, file: "passerelle.yaml", folder: "/nowhere", environment: [:])
        let inputs = Int(ProcessInfo.processInfo.environment["FUZZ_CONFIGURATIONS"] ?? "") ?? 300
        let found = Hunt(seed: Self.seed, subjects: [subject], inputs: inputs).run(subject, tries: 100)
        print("fuzz: configuration: \(inputs) inputs, seed \(Self.seed)")
        if let found { Issue.record("\(found)") }
    }
}
