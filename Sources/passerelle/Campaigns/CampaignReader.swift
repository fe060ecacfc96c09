import ArgumentParser
import Conversations
import Delivery
import Dialogs
import Foundation
import Store
import Texting

/// What staff typed, held against the live dialogs; every problem is told at once, and errors end it.
struct CampaignReader {
    let script: Script
    let configuration: Configuration

    func order(to audience: String, texts: [String], opens: String?, life: Duration) throws -> CampaignOrder {
        let reading = AudienceReading(audience, in: script, timeZone: configuration.timeZone)
        for finding in reading.findings { tell(finding, under: audience) }
        let spoken = try Dictionary(texts.map(spoken)) { _, _ in
            throw CannotRun(fr: "deux textes pour une langue", en: "two texts for one language")
        }
        var findings = spoken.sorted { $0.key.rawValue < $1.key.rawValue }.flatMap { language, text in
            script.findings(inCampaignText: text, in: texts.count > 1 ? language : nil, letters: letters)
        }
        if let opens {
            if let finding = script.finding(inOpening: opens) {
                findings.append(finding)
            } else if texts.isEmpty {
                findings += script.findings(inScreenAlone: opens, oneWay: oneWay)
            }
        }
        for finding in findings { Terminal.complain(finding.line(in: .ofThisTerminal)) }
        guard let audience = reading.audience, !findings.contains(where: { $0.severity == .error }) else { throw ExitCode(2) }
        return CampaignOrder(audience: audience, written: reading.written, texts: spoken, opens: opens, life: life)
    }

    /// `en=Hello` is English; what has no language of ours in front is the source language's.
    private func spoken(_ text: String) -> (Language, String) {
        let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        if parts.count == 2, let language = configuration.languages.first(where: { $0.rawValue == parts[0] }) {
            return (language, String(parts[1]))
        }
        return (script.source, text)
    }

    /// Of the channel that most messages leave by.
    private var letters: Letters {
        let first = configuration.outgoing.first?.via
        return configuration.channels.first { $0.name == first }?.settings.textingFacts.budget.letters ?? .gsm
    }

    /// The first channel that nobody can answer on.
    private var oneWay: String? {
        configuration.outgoing.map(\.via).first { name in configuration.channels.contains { $0.name == name && !$0.answers } }
    }

    /// With the place marked below what was written.
    private func tell(_ finding: Finding, under text: String) {
        Terminal.complain(text)
        Terminal.complain(String(repeating: " ", count: finding.place.column - 1) + "^")
        Terminal.complain(finding.line(in: .ofThisTerminal))
    }
}
