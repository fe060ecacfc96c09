extension StoredLine {
    /// Reads what stands behind the `=`: `sign-up ID: field="…", field=id, field=[id, id]`.
    ///
    /// - Parameter start: how many characters of the line are before `text`.
    init(parsing text: String, from start: Int) throws(ChatFault) {
        var scan = Scan(Array(text), from: start)
        scan.skipBlanks()
        let column = scan.column
        switch scan.word() {
        case "sign-up":
            scan.skipBlanks()
            let id = scan.word()
            guard !id.isEmpty else { throw ChatFault(.stored, column: scan.column) }
            kind = .signUp(id)
        case "callback": kind = .callback
        default: throw ChatFault(.stored, column: column)
        }
        fields = []
        scan.skipBlanks()
        guard !scan.isAtEnd else { return }
        guard scan.take(":") else { throw ChatFault(.stored, column: scan.column) }
        scan.skipBlanks()
        while !scan.isAtEnd {
            let column = scan.column
            let id = scan.word()
            scan.skipBlanks()
            guard !id.isEmpty, scan.take("=") else { throw ChatFault(.storedField, column: column) }
            scan.skipBlanks()
            fields.append(Field(id: id, values: try scan.values()))
            scan.skipBlanks()
            guard scan.take(",") || scan.isAtEnd else { throw ChatFault(.storedField, column: scan.column) }
            scan.skipBlanks()
        }
    }

    /// As a file writes it, without the `=`.
    package var text: String {
        let head =
            switch kind {
            case .signUp(let id): "sign-up \(id)"
            case .callback: "callback"
            }
        guard !fields.isEmpty else { return head }
        return "\(head): " + fields.map { "\($0.id)=\($0.text)" }.joined(separator: ", ")
    }
}

extension StoredLine.Field {
    fileprivate var text: String {
        values.count == 1 ? Self.written(values[0]) : "[" + values.map(Self.written).joined(separator: ", ") + "]"
    }

    /// Ids and numbers bare, all else in quotes.
    private static func written(_ value: String) -> String {
        if !value.isEmpty, value.allSatisfy({ $0.isASCII && ($0.isLowercase || $0.isNumber || "-.+".contains($0)) }) { return value }
        let escaped = value.map { character in
            switch character {
            case "\"": "\\\""
            case "\\": "\\\\"
            case "\n": "\\n"
            default: String(character)
            }
        }
        return "\"" + escaped.joined() + "\""
    }
}

/// Goes through a line character by character.
private struct Scan {
    private let characters: [Character]
    private let start: Int
    private var at = 0

    init(_ characters: [Character], from start: Int) {
        self.characters = characters
        self.start = start
    }

    var isAtEnd: Bool { at == characters.count }
    var column: Int { start + at + 1 }

    mutating func skipBlanks() {
        while at < characters.count, characters[at].isWhitespace { at += 1 }
    }

    mutating func take(_ character: Character) -> Bool {
        guard at < characters.count, characters[at] == character else { return false }
        at += 1
        return true
    }

    /// Letters, digits and the signs that ids, numbers and phone numbers are made of.
    mutating func word() -> String {
        let from = at
        while at < characters.count, characters[at].isLetter || characters[at].isNumber || "-_.+/".contains(characters[at]) { at += 1 }
        return String(characters[from..<at])
    }

    mutating func values() throws(ChatFault) -> [String] {
        guard take("[") else {
            var values = [try value()]
            while let more = furtherValue() { values.append(more) }
            return values
        }
        var values: [String] = []
        skipBlanks()
        while !take("]") {
            values.append(try value())
            skipBlanks()
            if !take(","), at == characters.count || characters[at] != "]" { throw ChatFault(.storedField, column: column) }
            skipBlanks()
        }
        return values
    }

    /// One more value of a list without brackets: a word that no `=` follows.
    private mutating func furtherValue() -> String? {
        let before = at
        skipBlanks()
        if take(",") { skipBlanks() }
        let word = word()
        skipBlanks()
        if !word.isEmpty, isAtEnd || characters[at] != "=" { return word }
        at = before
        return nil
    }

    private mutating func value() throws(ChatFault) -> String {
        let from = column
        guard take("\"") else {
            let word = word()
            guard !word.isEmpty else { throw ChatFault(.storedField, column: from) }
            return word
        }
        var value = ""
        while at < characters.count {
            let character = characters[at]
            at += 1
            if character == "\"" { return value }
            guard character == "\\", at < characters.count else {
                value.append(character)
                continue
            }
            value.append(characters[at] == "n" ? "\n" : characters[at])
            at += 1
        }
        throw ChatFault(.storedQuote, column: from)
    }
}
