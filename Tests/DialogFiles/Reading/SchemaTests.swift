import DialogFiles
import Foundation
import Testing

/// `Config/dialog.schema.json` and the reader know the same names.
@Suite struct SchemaTests {
    private let schema: [String: Any]
    private let parts: [String: [String: Any]]

    init() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appending(path: "Config/dialog.schema.json")
        schema = try #require(try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [String: Any])
        parts = try #require(schema["$defs"] as? [String: [String: Any]])
    }

    private func properties(_ part: [String: Any]) -> Set<String>? { (part["properties"] as? [String: Any]).map { Set($0.keys) } }

    @Test func `a file has the keys of the reader, and no others`() {
        #expect(properties(schema) == Set(FormatKeys.file))
        #expect(schema["additionalProperties"] as? Bool == false)
        #expect(schema["$schema"] as? String == "https://json-schema.org/draft/2020-12/schema")
    }

    @Test func `every part has the keys of the reader, and no others`() {
        #expect(FormatKeys.parts.count > 15)
        for (name, keys) in FormatKeys.parts { #expect(parts[name].flatMap(properties) == Set(keys), "\(name)") }
        for (name, part) in parts where part["properties"] != nil {
            #expect(FormatKeys.parts[name] != nil, "\(name) is no part of the reader")
        }
    }

    @Test func `a screen of each kind requires what the reader requires`() {
        #expect(FormatKeys.required.count == 7)
        for (name, keys) in FormatKeys.required { #expect(parts[name]?["required"] as? [String] == keys, "\(name)") }
    }

    @Test func `bare actions are those of the reader`() {
        let any = parts["action"]?["anyOf"] as? [[String: Any]]
        #expect(any?.first?["enum"] as? [String] == FormatKeys.bareActions)
    }

    @Test func `whatever is referred to is there`() throws {
        let text = String(decoding: try JSONSerialization.data(withJSONObject: schema, options: .withoutEscapingSlashes), as: UTF8.self)
        let references = text.split(separator: "\"$ref\":\"#/$defs/").dropFirst().map { String($0.prefix { $0 != "\"" }) }
        #expect(references.count > 40)
        for reference in references { #expect(parts[reference] != nil, "\(reference)") }
    }
}
