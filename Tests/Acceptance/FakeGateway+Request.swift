import Foundation
import Glibc

extension FakeGateway {
    /// What came, as it came.
    struct Request: Sendable {
        var method: String
        var path: String
        /// What stands behind the `?`, undecoded.
        var query: String
        /// By name in small letters.
        var headers: [String: String]
        var body: [UInt8]

        var text: String { String(decoding: body, as: UTF8.self) }

        /// A field of the query, or else of the form, decoded.
        subscript(name: String) -> String? { Self.value(of: name, in: query) ?? Self.value(of: name, in: text) }

        static func value(of name: String, in fields: String) -> String? {
            for pair in fields.split(separator: "&") {
                let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                if parts.count == 2, parts[0] == name {
                    return parts[1].replacing("+", with: " ").removingPercentEncoding
                }
            }
            return nil
        }

        /// The next one on a connection; nil where it ends before.
        init?(from connection: Int32, _ rest: inout [UInt8]) {
            var piece = [UInt8](repeating: 0, count: 65_536)
            while true {
                if let (request, length) = Self.whole(rest) {
                    self = request
                    rest.removeFirst(length)
                    return
                }
                let count = recv(connection, &piece, piece.count, 0)
                guard count > 0 else { return nil }
                rest += piece[..<count]
            }
        }

        private init(method: String, path: String, query: String, headers: [String: String], body: [UInt8]) {
            (self.method, self.path, self.query, self.headers, self.body) = (method, path, query, headers, body)
        }

        private static let headEnd = Array("\r\n\r\n".utf8)

        /// The first whole request of these bytes, and how many of them it is.
        private static func whole(_ bytes: [UInt8]) -> (Request, Int)? {
            guard let end = bytes.firstRange(of: headEnd) else { return nil }
            let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
            let start = (lines.first ?? "").split(separator: " ").map(String.init)
            guard start.count == 3 else { return nil }
            let fields = lines.dropFirst().compactMap { line -> (String, String)? in
                guard let colon = line.firstIndex(of: ":") else { return nil }
                return (line[..<colon].lowercased(), line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces))
            }
            let headers = Dictionary(fields) { first, _ in first }
            let length = headers["content-length"].flatMap { Int($0) } ?? 0
            guard bytes.count >= end.upperBound + length else { return nil }
            let target = start[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let request = Request(
                method: start[0], path: target[0], query: target.count > 1 ? target[1] : "", headers: headers,
                body: Array(bytes[end.upperBound..<(end.upperBound + length)]))
            return (request, end.upperBound + length)
        }
    }
}
