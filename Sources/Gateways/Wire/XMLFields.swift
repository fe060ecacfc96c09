/// The texts of an XML document in a request's body, by their ways from the root: `request/msisdn`, `request/@id`.
///
/// Prefixes of namespaces are no part of a name. Read by hand and strictly: Foundation's parser takes broken documents on Linux (it lets
/// libxml2 recover). There are no document types, and so no entities of a document's own: those are how a small body becomes a huge one, or
/// somebody else's file.
struct XMLFields: Equatable, Sendable {
    private var texts: [String: String] = [:]
    private var repeated: Set<String> = []

    init(_ body: [UInt8]) throws(Refusal) {
        guard String(validating: body, as: UTF8.self) != nil else { throw Refusal("The body is not valid UTF-8.") }
        var reader = XMLReader(body)
        try reader.readProlog()
        try readElement(&reader, inside: [])
        try reader.skipBetween()
        guard reader.isAtEnd else { throw XMLReader.broken }
    }

    /// Elements inside each other.
    private static let deepest = 32

    /// An element from its `<` to its end.
    private mutating func readElement(_ reader: inout XMLReader, inside outer: [String]) throws(Refusal) {
        guard outer.count < Self.deepest else { throw Refusal("The body is nested too deeply.") }
        guard reader.take("<") else { throw XMLReader.broken }
        let name = try reader.name()
        let path = outer + [Self.local(name)]
        let place = path.joined(separator: "/")
        var attributes: Set<String> = []
        while true {
            let isApart = reader.skipBlanks()
            if reader.take("/>") { return put("", at: place) }
            if reader.take(">") { break }
            let attribute = try reader.name()
            guard isApart, attributes.insert(attribute).inserted else { throw XMLReader.broken }
            put(try reader.attributeValue(), at: "\(place)/@\(Self.local(attribute))")
        }
        var text = ""
        while !reader.take("</") {
            text += try reader.text()
            if reader.isAtElement { try readElement(&reader, inside: path) }
        }
        guard try reader.name() == name else { throw XMLReader.broken }
        reader.skipBlanks()
        guard reader.take(">") else { throw XMLReader.broken }
        put(text.trimmed, at: place)
    }

    private mutating func put(_ text: String, at place: String) {
        if texts.updateValue(text, forKey: place) != nil { repeated.insert(place) }
    }

    private static func local(_ name: String) -> String { name.split(separator: ":").last.map(String.init) ?? name }

    /// nil where nothing stands there.
    func text(at path: String) throws(Refusal) -> String? {
        guard !repeated.contains(path) else { throw Refusal("The request's field \(path) is there twice; it may come once.") }
        return texts[path]
    }
}

extension String {
    /// Without the blanks and line breaks that a document is set with.
    fileprivate var trimmed: String {
        let start = drop(while: \.isWhitespace)
        return String(start[..<(start.lastIndex { !$0.isWhitespace }.map { start.index(after: $0) } ?? start.startIndex)])
    }
}
