import Foundation
import Gateways
import Texting

extension Sight {
    /// As staff read it, masked. What is indented is the request, then what came of it behind a `=`.
    func lines(secrets: [Sought]) -> [String] {
        switch what {
        case .ours(let exchange): ours(exchange, secrets)
        case .theirs(let call): theirs(call, secrets)
        }
    }

    private func ours(_ exchange: Exchange, _ secrets: [Sought]) -> [String] {
        let request = exchange.request
        let numbers = exchange.hidden.filter { $0.hasPrefix("+") && $0.dropFirst().allSatisfy(\.isNumber) }
        let scrubber = Scrubber(secrets: secrets, words: exchange.hidden.filter { !numbers.contains($0) }, numbers: numbers)
        let (path, query) = request.address.cutAtQuery
        let inAddress = scrubber.scrub(Array(query.utf8))
        let inBody = scrubber.scrub(request.body)
        // What we can't find we can't hide.
        let isFound = inAddress.found.union(inBody.found).count == scrubber.words.count
        let shownQuery = isFound ? inAddress.masked : scrubber.measure(Array(query.utf8), as: .form, showing: .none)
        let layout = FieldLengths.Layout(of: request.body, type: request.headers.contentTypeWritten)
        let shownBody = isFound ? inBody.masked : scrubber.measure(request.body, as: layout, showing: .none)
        var lines = ["→ \(request.verb) \(scrubber.scrub(Array(path.utf8)).masked.text())\(shownQuery.asQuery)"]
        lines += request.headers.written.map { "    \($0.name): \(scrubber.scrub($0.value, of: $0.name))" }
        lines += Self.body(shownBody, of: asked)
        switch exchange.end {
        case .answered(let answer):
            lines.append("  = \(answer.statusCode)")
            lines += answer.headers.written.map { "    \($0.name): \(scrubber.scrub($0.value, of: $0.name))" }
            lines += Self.body(scrubber.scrub(answer.body).masked, of: answered)
        case .notTaken(let why): lines.append("  = not taken: \(why)")
        case .notTrusted: lines.append("  = not taken: \(CallEnd.wrongCertificate)")
        case .unknown(let why): lines.append("  = unknown: \(why)")
        }
        return lines
    }

    private func theirs(_ call: AnsweredCall, _ secrets: [Sought]) -> [String] {
        var words: [String] = []
        var numbers: [String] = []
        var reply = 0
        var isSearched = true
        var codes = FieldLengths.Codes.none
        switch call.reading {
        case .messages(let inbounds, let answer):
            reply = answer.isEmpty ? 0 : 1
            let pieces = Set(inbounds.flatMap(\.text.words))
            let senders = Set(inbounds.map(\.sender.e164))
            isSearched = pieces.count + senders.count <= Self.mostSought
            words = (answer.isEmpty ? [] : [answer]) + (isSearched ? Array(pieces) : [])
            numbers = isSearched ? Array(senders) : []
            codes = isSearched ? .known : .none
        case .notice: codes = .known
        case .unread, .unproved: break
        }
        let scrubber = Scrubber(secrets: secrets, words: words, numbers: numbers)
        let request = call.request
        let query = scrubber.measure(Array(request.query.utf8), as: .form, showing: codes)
        let layout = FieldLengths.Layout(of: request.body, type: request.headers.contentTypeWritten)
        var lines = ["← \(request.verb) \(call.path)\(query.asQuery)"]
        lines += request.headers.written.map { "    \($0.name): \(scrubber.measure($0.value, of: $0.name))" }
        lines += Self.body(scrubber.measure(request.body, as: layout, showing: codes), of: asked)
        lines.append("  = \(call.response.statusCode)")
        let body = Array(call.response.body.utf8)
        let scrubbed = scrubber.scrub(body)
        let isFound = isSearched && (reply == 0 || scrubbed.found.contains(0))
        lines.append("    Content-Type: \(call.response.contentType)")
        lines += call.response.headers.written.map { "    \($0.name): \(scrubber.scrub($0.value, of: $0.name))" }
        let shown = isFound ? scrubbed.masked : scrubber.measure(body, as: .init(of: body, type: call.response.contentType), showing: .none)
        return lines + Self.body(shown, of: answered)
    }

    /// Each is looked for in every reading, and of a call with more of them nothing is shown: no person types so much in one session.
    private static let mostSought = 100

    private static func body(_ masked: Masked, of size: Int) -> [String] {
        guard size > 0 else { return [] }
        let lines = masked.text(of: shown).split(separator: "\n", omittingEmptySubsequences: false).map { "    | \($0)" }
        return lines + (size > shown ? ["    (\(shown) of \(size) bytes)"] : [])
    }
}

extension Inbound.Text {
    /// What the person wrote, whole and in the pieces in which it may have come, each once: every one is looked for in every reading.
    fileprivate var words: [String] {
        switch self {
        case .cumulative(let text): Array(Set([text] + text.split(separator: "*").map(String.init)))
        case .begin(let path): path
        case .last(let text), .message(let text): [text]
        }
    }
}

extension String {
    fileprivate var cutAtQuery: (path: String, query: String) {
        guard let mark = firstIndex(of: "?") else { return (self, "") }
        return (String(self[..<mark]), String(self[index(after: mark)...]))
    }
}

extension Masked {
    fileprivate var asQuery: String { bytes.isEmpty ? "" : "?" + text(of: Sight.shown) }
}
