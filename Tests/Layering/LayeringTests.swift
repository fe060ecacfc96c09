import Foundation
import Testing

/// SwiftPM lets a transitive import pass, so the `import` lines themselves are held against the table of rooms.
struct LayeringTests {
    /// Foundation is open to every room; `Logging` and `Metrics` to those that do I/O.
    static let mayImport: [String: Set<String>] = [
        "Texting": [],
        "Dialogs": ["Texting"],
        "DialogFiles": ["Dialogs", "Texting", "Yams"],
        "Gateways": ["Texting", "HTTPTypes", "Crypto"],
        // GRDBSQLite is SQLite itself, as GRDB has it, for the statements of a turn.
        "Store": ["CSQLite", "Dialogs", "Texting", "GRDB", "GRDBSQLite", "Crypto", "Logging", "Metrics"],
        "Conversations": ["Dialogs", "Gateways", "Store", "Texting", "Logging", "Metrics"],
        "Delivery": ["Conversations", "Gateways", "Store", "Texting", "Logging", "Metrics"],
        "CCurl": [],
        "CSQLite": [],
        "HTTPClient": ["CCurl", "HTTPTypes", "Logging"],
        "Server": [
            "Conversations", "Dialogs", "Gateways", "Store", "Texting", "Hummingbird", "HTTPTypes", "Crypto", "ServiceLifecycle", "Logging",
            "Metrics", "HummingbirdCore", "NIOCore", "NIOHTTP1", "NIOHTTPTypes", "NIOHTTPTypesHTTP1",
        ],
        "Console": [
            "Conversations", "Dialogs", "Gateways", "Server", "Store", "Texting", "Hummingbird", "HTTPTypes", "Mustache", "Logging",
        ],
    ]

    static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static func swiftFiles(in room: String) -> [URL] {
        let folder = root.appending(path: "Sources/\(room)")
        let all = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (all?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
    }

    static func imports(of file: URL) throws -> [String] {
        try String(contentsOf: file, encoding: .utf8).split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            guard let index = words.firstIndex(of: "import"), words[..<index].allSatisfy({ $0 == "package" || $0.hasPrefix("@") }) else {
                return nil
            }
            let kinds = ["class", "enum", "func", "protocol", "struct", "typealias"]
            return words[(index + 1)...].first { !kinds.contains($0) }?.split(separator: ".").first.map(String.init)
        }
    }

    @Test(arguments: mayImport.keys.sorted())
    func `a room imports only what the table allows`(_ room: String) throws {
        let files = Self.swiftFiles(in: room)
        #expect(!files.isEmpty || room == "CCurl" || room == "CSQLite", "no Swift file was found in \(room)")
        let allowed = try #require(Self.mayImport[room]).union([
            "Foundation", "FoundationEssentials", "Glibc", "Synchronization", "Dispatch",
        ])
        for file in files {
            for name in try Self.imports(of: file) where !allowed.contains(name) {
                Issue.record("\(room)/\(file.lastPathComponent) imports \(name)")
            }
        }
    }

    @Test func `every room has its line in the table`() throws {
        let rooms = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "Sources").path)
        #expect(Set(rooms) == Set(Self.mayImport.keys).union(["passerelle"]))
    }

    @Test func `the pure rooms read no clock and draw no chance`() throws {
        for room in ["Texting", "Dialogs", "DialogFiles", "Gateways"] {
            for file in Self.swiftFiles(in: room) {
                let text = try String(contentsOf: file, encoding: .utf8)
                for call in ["Date()", "UUID()", "SystemRandomNumberGenerator", "Date.now", "FileManager", "ContinuousClock"]
                where text.contains(call) {
                    Issue.record("\(room)/\(file.lastPathComponent) calls \(call)")
                }
            }
        }
    }
}
