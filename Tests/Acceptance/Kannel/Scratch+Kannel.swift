import Foundation

extension Scratch {
    static let kannelSecret = "nur-fuer-diesen-Test"
    static let sendingPassword = "auch-nur-fuer-diesen-Test"

    /// The fixture's dialogs with a few screens more, and a channel `sms` through Kannel beside the one by USSD.
    static func withKannel(channel more: String = "") throws -> Scratch {
        let scratch = try Scratch()
        for file in try FileManager.default.contentsOfDirectory(at: fixtures.appending(path: "Kannel"), includingPropertiesForKeys: nil) {
            try scratch.write(String(contentsOf: file, encoding: .utf8), to: scratch.dialogs.appending(path: file.lastPathComponent))
        }
        let old = try String(contentsOf: scratch.configuration, encoding: .utf8)
        let channel = "  sms: { gateway: kannel, code: \"\(FakeCentre.number)\", secret: \(kannelSecret), cost: gratuit\(more) }\n"
        let new = old.replacingOccurrences(of: "languages: [fr]", with: "languages: [fr, ar]")
            .replacingOccurrences(of: "channels:\n", with: "channels:\n" + channel)
        try scratch.write(new, to: scratch.configuration)
        return scratch
    }
}
