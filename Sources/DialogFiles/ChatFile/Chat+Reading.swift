package import Dialogs

extension Chat {
    /// Reads the text of a `.chat` file. A line that can't be read is left out and told in the findings.
    package static func read(_ text: String, file: String) -> (chat: Chat, findings: [Finding]) {
        let lines = Catalogue.lines(of: text)
        var findings: [Finding] = []
        let body = bodyStart(lines)
        var header = Header()
        for (offset, line) in lines[..<body].enumerated() where !isComment(line) && !isBlank(line) {
            do {
                try header.take(line, at: Place(file: file, line: offset + 1, column: 1))
            } catch {
                findings.append(error.finding(file: file, line: offset + 1))
            }
        }
        var steps: [Step] = []
        var arrivalEnd = 0
        for (offset, line) in lines.enumerated().dropFirst(body) where !isComment(line) && !isBlank(line) {
            do throws(ChatFault) {
                let kind = try ChatLine.read(line)
                // A text of several lines goes on behind the next `<`.
                if case .continued(let more) = kind {
                    guard case .expect(.sms(let text))? = steps.last?.kind, arrivalEnd == offset else {
                        throw ChatFault(.unknownArrival, column: 1)
                    }
                    steps[steps.count - 1].kind = .expect(.sms(text + "\n" + more))
                } else if case .step(let kind) = kind {
                    steps.append(Step(line: offset + 1, kind))
                }
                if case .expect(.sms)? = steps.last?.kind { arrivalEnd = offset + 1 }
            } catch {
                findings.append(error.finding(file: file, line: offset + 1))
            }
        }
        return (Chat(header: header, steps: steps), findings)
    }

    /// The index of the first line behind the header: an empty one ends it, but for those before it and below comments alone.
    private static func bodyStart(_ lines: [String]) -> Int {
        guard let first = lines.firstIndex(where: { !isComment($0) && !isBlank($0) }) else { return lines.count }
        // A file may do without a header.
        if ChatLine.isAct(lines[first]) { return first }
        return lines[first...].firstIndex(where: isBlank) ?? lines.count
    }

    static func isComment(_ line: String) -> Bool { line == "#" || line.hasPrefix("# ") }

    private static func isBlank(_ line: String) -> Bool { line.allSatisfy(\.isWhitespace) }
}

extension Chat.Header {
    fileprivate mutating func take(_ line: String, at place: Place) throws(ChatFault) {
        guard let colon = line.firstIndex(of: ":") else { throw ChatFault(.noHeader, column: 1) }
        let name = line[..<colon].trimmed
        guard let key = Key(rawValue: name) else { throw ChatFault(.unknownKey(name), column: 1) }
        guard places[key] == nil else { throw ChatFault(.keyTwice(name), column: 1) }
        places[key] = place
        let rest = line[line.index(after: colon)...]
        let column = line.count - rest.drop(while: \.isWhitespace).count + 1
        var value = rest.trimmed
        if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") { value = String(value.dropFirst().dropLast()) }
        guard !value.isEmpty else { throw ChatFault(.value(key, value), column: column) }
        switch key {
        case .channel: channel = ChannelKind(rawValue: value)
        case .language: language = Language(value)
        case .phone: phone = value
        case .at: at = Moment(parsing: value)
        case .seed: seed = UInt64(value)
        }
        let isRead =
            switch key {
            case .channel: channel != nil
            case .at: at != nil
            case .seed: seed != nil
            case .language, .phone: true
            }
        guard isRead else { throw ChatFault(.value(key, value), column: column) }
    }
}

extension Substring {
    var trimmed: String {
        let front = drop(while: \.isWhitespace)
        guard let last = front.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(front[...last])
    }
}
