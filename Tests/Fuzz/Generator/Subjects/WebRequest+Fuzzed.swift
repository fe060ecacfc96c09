import Gateways
import HTTPTypes

extension WebRequest {
    /// `METHOD QUERY`, headers a line each, an empty line, the body: any bytes are some request.
    init(fuzzed bytes: [UInt8]) {
        let (head, body) = Self.halves(bytes)
        let words = (head.first ?? "").split(separator: " ", maxSplits: 1, omittingEmptySubsequences: false)
        self.init(
            method: words.first.flatMap { HTTPRequest.Method(String($0)) } ?? .post, query: words.count < 2 ? "" : String(words[1]),
            headers: HTTPFields(lines: head.dropFirst()), body: body)
    }

    static func halves(_ bytes: [UInt8]) -> (head: [Substring], body: [UInt8]) {
        var end = bytes.count
        for index in bytes.indices.dropLast() where bytes[index] == 10 && bytes[index + 1] == 10 {
            end = index
            break
        }
        let head = String(decoding: bytes[..<end], as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
        return (head, Array(bytes.dropFirst(end + 2)))
    }
}

extension HTTPFields {
    init(lines: some Sequence<Substring>) {
        self.init()
        for line in lines {
            let pair = line.split(separator: ":", maxSplits: 1)
            guard pair.count == 2, let name = HTTPField.Name(String(pair[0])) else { continue }
            append(HTTPField(name: name, value: String(pair[1].drop { $0 == " " })))
        }
    }
}

extension OutgoingAnswer {
    /// The status, headers a line each, an empty line, the body.
    init(fuzzed bytes: [UInt8]) {
        let (head, body) = WebRequest.halves(bytes)
        let status = head.first.flatMap { Int($0.prefix(3)) } ?? 200
        self.init(
            status: HTTPResponse.Status(code: (100...599).contains(status) ? status : 200), headers: HTTPFields(lines: head.dropFirst()),
            body: body)
    }
}
