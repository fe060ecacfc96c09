import Foundation
import Gateways

/// Bytes that come over a connection: requests as gateways send them, as no HTTP client would, and rubbish.
struct RawRequests: Sendable {
    let port: Int
    private let mutation = Mutation(seeds: [], words: words.map { Array($0.utf8) }, longest: 200_000)

    init(port: Int) { self.port = port }

    /// What goes over one connection.
    struct Input: Sendable {
        var bytes: [UInt8]
        var requests: Int
        /// Whether an HTTP client could have sent it: then each request is answered, the last one closes.
        var isWhole: Bool
    }

    /// - Parameter isOrdered: only what an HTTP client could send.
    func input(_ dice: inout Dice, isOrdered: Bool) -> Input {
        let count = dice.once(in: 3) ? 2 + dice.below(6) : 1
        let isWhole = dice.once(in: 2) || isOrdered
        var bytes: [UInt8] = []
        for number in 1...count { bytes += isWhole ? whole(isLast: number == count, &dice) : broken(isLast: number == count, &dice) }
        if !isWhole, dice.once(in: 2) { bytes = mutation.mutated(bytes, &dice) }
        return Input(bytes: bytes, requests: count, isWhole: isWhole)
    }

    /// A request that is well formed, whatever it asks for.
    private func whole(isLast: Bool, _ dice: inout Dice) -> [UInt8] {
        let (method, path, type, body, headers) = content(&dice)
        var head = "\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\n"
        if let type { head += "Content-Type: \(type)\r\n" }
        head += headers.map { $0 + "\r\n" }.joined()
        if isLast { head += "Connection: close\r\n" }
        guard method != "GET" || !body.isEmpty else { return Array((head + "\r\n").utf8) }
        guard dice.once(in: 5) else { return Array((head + "Content-Length: \(body.count)\r\n\r\n").utf8) + body }
        return Array((head + "Transfer-Encoding: chunked\r\n\r\n").utf8) + chunked(body, &dice)
    }

    private func chunked(_ body: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes: [UInt8] = []
        var rest = body[...]
        while !rest.isEmpty {
            let piece = rest.prefix(1 + dice.below(dice.once(in: 2) ? 7 : 4000))
            bytes += Array("\(String(piece.count, radix: 16))\(dice.once(in: 6) ? ";x=y" : "")\r\n".utf8) + piece + [13, 10]
            rest = rest.dropFirst(piece.count)
        }
        return bytes + Array("0\r\n\(dice.once(in: 8) ? "Trailer: x\r\n" : "")\r\n".utf8)
    }

    private typealias Content = (method: String, path: String, type: String?, body: [UInt8], headers: [String])

    private func content(_ dice: inout Dice) -> Content {
        switch dice.below(8) {
        case 0: page(&dice)
        case 1, 2: step(&dice)
        default: call(&dice)
        }
    }

    /// Another address, or another method than its own.
    private func page(_ dice: inout Dice) -> Content {
        let path = dice.one(of: [
            "/", "/health/live", "/health/ready", "/metrics", "/phone", "/phone?lang=en", "/phone?lang=%C3%28", "/phone/phone.css",
            "/phone/messages", "/nothing", "//", "/../../etc/passwd",
            "/%00", "/channels/ussd/receive", "/channels/%2e%2e/receive", "/channels//receive", "/channels/ussd/status/",
            "/channels/ussd/receive?key=%", "*", "/?" + String(repeating: "a=b&", count: 500),
            "/" + String(repeating: "x", count: 3000), "http://127.0.0.1/health/live",
        ])
        let method = dice.one(of: ["GET", "GET", "POST", "PUT", "HEAD", "OPTIONS", "DELETE", "PATCH", "TRACE", "PROPFIND"])
        let body = dice.one(of: [
            "", "{}", #"{"number":"+237676800001","since":0}"#, #"{"number":"+237676800001","since":9223372036854775807}"#,
            #"{"number":"+237676800001","since":-1}"#,
            #"{"number":"+237676800001","since":1e99}"#, String(repeating: "[", count: 5000), String(repeating: "a", count: 70_000),
        ])
        return (
            method, path,
            dice.one(of: ["application/json", "text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"]),
            method == "HEAD" || method == "GET" ? [] : Array(body.utf8), headers(&dice)
        )
    }

    /// A step of a USSD session with whatever a person can type.
    private func step(_ dice: inout Dice) -> Content {
        let typed = dice.one(of: Self.typed)
        let answers = (0..<dice.below(6)).map { _ in String(1 + dice.below(4)) } + (dice.once(in: 4) ? [] : [typed])
        let number = "%2B2376768000" + String(10 + dice.below(90))
        let body =
            "sessionId=s\(dice.below(500))&phoneNumber=\(number)&networkCode=62401&serviceCode=*123%23&text="
            + answers.joined(separator: "*")
        return ("POST", "/channels/ussd/receive", "application/x-www-form-urlencoded", Array(body.utf8), headers(&dice))
    }

    private static let typed = [
        "", "0", "00", "98", "1", "2", "*", "**", "%23", "*%23*", "Awa", "A*B", "%C3%89milie", "%D8%B9%D8%A7%D8%A6%D8%B4%D8%A9",
        "%F0%9F%98%80", "12345674", "1234", "%00", "%0D%0A", "%C3%28", "%ff", "%",
        String(repeating: "a", count: 10_000), String(repeating: "%F0%9F%98%80", count: 2500), String(repeating: "%D8%B9", count: 5000),
        String(repeating: "*", count: 10_000), String(repeating: "1*", count: 5000),
        String(repeating: "1", count: 65_000),
    ]

    /// A gateway's own request with something changed in it.
    private func call(_ dice: inout Dice) -> Content {
        let channel = dice.one(of: ServiceUnderFire.channels)
        let seeds = Self.seeds[channel] ?? []
        let seed = Array(dice.one(of: seeds).utf8)
        let form = Mutation(seeds: seeds.map { Array($0.utf8) }, words: [], longest: 60_000)
        let (head, body) = WebRequest.halves(dice.once(in: 3) ? seed : form.mutated(seed, &dice))
        let words = (head.first ?? "").split(separator: " ", maxSplits: 1).map(String.init)
        let query =
            words.count < 2
            ? "" : "?" + words[1].utf8.map { $0 > 0x20 && $0 < 0x7F ? String(Unicode.Scalar($0)) : "%" + Hex.written([$0]) }.joined()
        // One that HTTP does not know is a broken request, which ends the connection.
        let method = words.first.flatMap { ["GET", "POST", "PUT", "DELETE"].contains($0) ? $0 : nil } ?? "POST"
        let lines = head.dropFirst().map { line in
            String(String.UnicodeScalarView(line.unicodeScalars.filter { $0.value >= 0x20 && $0.value < 0x7F }))
        }.filter { line in
            line.wholeMatch(of: /[A-Za-z-]+: .*/) != nil
                && line.wholeMatch(of: /(?i)(content-length|transfer-encoding|connection|host|upgrade|expect).*/) == nil
        }
        return (
            method, "/channels/\(channel)/\(dice.once(in: 4) ? "status" : "receive")\(query)", nil, body,
            lines + headers(&dice)
        )
    }

    private static let seeds = GatewaySeeds.received.merging(
        [
            "ussd": GatewaySeeds.received["africas-talking-ussd"] ?? [], "xml": USSDShapes.all.last?.seeds ?? [],
            "query": USSDShapes.all.first?.seeds ?? [],
        ]
    ) { $1 }.mapValues { $0.map { $0.replacing("67000000", with: "67680000") } }

    private func headers(_ dice: inout Dice) -> [String] {
        guard dice.once(in: 3) else { return [] }
        return [
            dice.one(of: [
                "X-Forwarded-For: 1.2.3.4", "X-Forwarded-For: ,, ;x", "Forwarded: for=\"[::1\"", "Authorization: Basic !!!",
                "Authorization: Basic " + String(repeating: "QQ", count: 2000), "Cookie: a=b", "Origin: null",
                "Accept-Language: " + String(repeating: "fr,", count: 900), "X-Twilio-Signature: x", "User-Agent: ", "Range: bytes=0-1",
                "If-None-Match: *", "Content-Encoding: gzip",
            ])
        ]
    }

    /// What no client sends.
    private func broken(isLast: Bool, _ dice: inout Dice) -> [UInt8] {
        let (method, path, type, body, _) = content(&dice)
        let strange = dice.one(of: Self.strange)
        let start =
            dice.once(in: 3)
            ? dice.one(of: [
                "GET", "get / HTTP/1.1", "GET  / HTTP/1.1", "POST /channels/ussd/receive", "\(method) \(path) HTTP/9.9", "PRI * HTTP/2.0",
                "\(method)\t\(path) HTTP/1.0", "", "\0",
            ]) : "\(method) \(path) HTTP/1.\(dice.below(2))"
        var head = start + "\r\n" + (dice.once(in: 4) ? "" : "Host: x\r\n") + strange + "\r\n"
        if let type { head += "Content-Type: \(type)\r\n" }
        if !strange.contains("Content-Length"), !strange.contains("Transfer-Encoding"), dice.once(in: 2) {
            head += "Content-Length: \(dice.once(in: 2) ? body.count : dice.below(200))\r\n"
        }
        return Array((head + "\r\n").utf8) + (dice.once(in: 4) ? Array("zz\r\n".utf8) : []) + body
    }

    private static let strange = [
        "Content-Length: -1", "Content-Length: 99999999999999999999", "Content-Length: 5, 6", "Content-Length: 1\r\nContent-Length: 2",
        "Content-Length: x", "Content-Length: 0x10", "Content-Length: +5",
        "Transfer-Encoding: chunked", "Transfer-Encoding: chunked, chunked", "Transfer-Encoding: gzip, chunked",
        "Transfer-Encoding: identity", "Transfer-Encoding: chunked\r\nContent-Length: 3", "Transfer-Encoding: xchunked",
        "Expect: 100-continue", "Connection: upgrade\r\nUpgrade: websocket", "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c",
        "Connection: keep-alive", "Host: y", "no colon", ": no name", "A : b", " folded: line", "X: \0", "X: \u{1}\u{7F}",
        "X: \n", "X: é😀", "\u{FEFF}X: y", "X: " + String(repeating: "y", count: 9000), "X: " + String(repeating: "y", count: 120_000),
        (0..<300).map { "X\($0): y" }.joined(separator: "\r\n"), "X: y\r", "Cookie: " + String(repeating: "a=b; ", count: 1500),
    ]

    private static let words =
        [
            "\r\n", "\r\n\r\n", "HTTP/1.1", "GET ", "POST ", "Content-Length: ", "Transfer-Encoding: chunked\r\n", "0\r\n\r\n",
            "ffffffffffffffff\r\n", "-1\r\n", "1\r\n", ": ", "Host: ",
        ] + strange
}
