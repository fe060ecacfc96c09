import Dialogs

extension Chat {
    /// As a file: read again, it is the same conversation.
    package var text: String {
        var lines = header.lines
        // An act brings its own empty line.
        if case .expect? = steps.first?.kind { lines.append("") }
        for step in steps { lines += step.lines }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Chat.Header {
    fileprivate var lines: [String] {
        Key.allCases.compactMap { key in
            let value: String? =
                switch key {
                case .channel: channel?.rawValue
                case .language: language?.rawValue
                case .phone: phone
                case .at: at?.text
                case .seed: seed.map(String.init)
                }
            return value.map { "\(key.rawValue): \($0)" }
        }
    }
}

extension Chat.Step {
    /// An act has an empty line before it, where the eye looks for it.
    fileprivate var lines: [String] {
        switch kind {
        case .act(let act): ["", act.line]
        case .expect(let expectation): expectation.lines
        }
    }
}

extension Chat.Act {
    /// As a file writes it.
    package var line: String {
        switch self {
        case .dial(let code): code.isEmpty ? ">>" : ">> \(code)"
        case .type(let text): text.isEmpty ? ">" : "> \(text)"
        case .wait(let duration): "~ \(Self.written(duration.components.seconds))"
        case .hangUp: "! hang up"
        case .deliverAgain: "! deliver again"
        case .publish(let folder): "! publish \(folder)"
        case .crash: "! crash"
        }
    }

    private static func written(_ seconds: Int64) -> String {
        for (unit, length) in [("days", Int64(86_400)), ("h", 3600), ("min", 60)] where seconds > 0 && seconds.isMultiple(of: length) {
            return "\(seconds / length) \(unit)"
        }
        return "\(seconds) s"
    }
}

extension Chat.Expectation {
    /// As a file writes it; a text of several lines takes as many.
    package var lines: [String] {
        switch self {
        case .shown(let text): [Self.shown(text)]
        case .anyLines: ["..."]
        case .sms(let text):
            text.split(separator: "\n", omittingEmptySubsequences: false).enumerated().map {
                $0.offset == 0 ? "< sms \($0.element)" : "< \($0.element)"
            }
        case .stored(let stored): ["= \(stored.text)"]
        case .ended: ["! ended"]
        }
    }

    private static func shown(_ text: String) -> String {
        guard let first = text.first else { return "." }
        let means = "\\><~=!".contains(first) || text == "." || text == "..." || Chat.isComment(text) || text.allSatisfy(\.isWhitespace)
        return means ? "\\" + text : text
    }
}
