/// One line below the header.
enum ChatLine: Equatable {
    case step(Chat.Step.Kind)
    /// One more line of the text that reached the phone on the line before.
    case continued(String)

    static func read(_ line: String) throws(ChatFault) -> ChatLine {
        switch line.first {
        case "\\": return .step(.expect(.shown(String(line.dropFirst()))))
        case ">": return .step(.act(input(line)))
        case "." where line == ".": return .step(.expect(.shown("")))
        case "." where line == "...": return .step(.expect(.anyLines))
        default: break
        }
        // The other signs mean something only with a blank behind them, so that `<<` or `!!!` can be shown without further ado.
        guard let sign = line.first, "<~=!".contains(sign), line.dropFirst().first.map(\.isWhitespace) ?? true else {
            return .step(.expect(.shown(line)))
        }
        let rest = line.dropFirst()
        let column = line.count - rest.drop(while: \.isWhitespace).count + 1
        switch sign {
        case "<": return arrival(rest)
        case "~":
            guard let duration = duration(rest.trimmed) else { throw ChatFault(.duration(rest.trimmed), column: column) }
            return .step(.act(.wait(duration)))
        case "=": return .step(.expect(.stored(try StoredLine(parsing: String(rest), from: 1))))
        default: return .step(try trouble(rest.trimmed, column: column))
        }
    }

    /// Whether the line can't belong to a header.
    static func isAct(_ line: String) -> Bool {
        if line.hasPrefix(">") { return true }
        guard case .step(.act)? = try? read(line) else { return false }
        return true
    }

    private static func input(_ line: String) -> Chat.Act {
        if line.hasPrefix(">>") { return .dial(line.dropFirst(2).trimmed) }
        let rest = line.dropFirst()
        return .type(String(rest.first == " " ? rest.dropFirst() : rest))
    }

    private static func arrival(_ rest: Substring) -> ChatLine {
        let text = rest.dropFirst()
        guard text == "sms" || text.hasPrefix("sms ") else { return .continued(String(text)) }
        return .step(.expect(.sms(String(text.dropFirst(4)))))
    }

    private static func trouble(_ words: String, column: Int) throws(ChatFault) -> Chat.Step.Kind {
        let parts = words.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
        if parts.first == "publish" {
            guard parts.count == 2 else { throw ChatFault(.noFolder, column: column) }
            return .act(.publish(parts[1]))
        }
        switch words {
        case "hang up": return .act(.hangUp)
        case "deliver again": return .act(.deliverAgain)
        case "crash": return .act(.crash)
        case "ended": return .expect(.ended)
        default: throw ChatFault(.unknownTrouble(words), column: column)
        }
    }

    static let troubles = ["hang up", "deliver again", "publish", "crash", "ended"]

    /// `30 s`, `5 min`, `24 h`, `7 days`.
    private static func duration(_ text: String) -> Duration? {
        guard let match = text.wholeMatch(of: /(\d{1,6}) ?(s|min|h|days?)/), let count = Int(match.1) else { return nil }
        let unit =
            switch match.2 {
            case "s": 1
            case "min": 60
            case "h": 3600
            default: 86_400
            }
        return .seconds(count * unit)
    }
}
