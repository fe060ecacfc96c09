import Crypto
import Foundation
import Gateways
import HTTPTypes

/// A secret that proves who is calling, kept as its hash: equal hashes are compared in constant time, and show no length.
struct Secret: Sendable {
    private let hash: SHA256Digest

    /// nil for an empty one, which would prove nothing.
    init?(_ text: String) {
        guard !text.isEmpty else { return nil }
        hash = SHA256.hash(data: Data(text.utf8))
    }

    /// Whether it is one of these; all of them are looked at, so that the time says nothing.
    func isAmong(_ known: [Secret]) -> Bool { known.count { hash == $0.hash } > 0 }

    /// The secrets that a request brings: HTTP Basic's password, a bearer's token, our own header, last the address.
    static func presented(by request: WebRequest) -> [Secret] {
        let authorization = request.headers[.authorization] ?? ""
        let scheme = authorization.prefix { $0 != " " }
        let credentials = authorization.dropFirst(scheme.count).drop { $0 == " " }
        let candidates = [
            scheme.lowercased() == "basic" ? password(in: credentials) : nil,
            scheme.lowercased() == "bearer" ? String(credentials) : nil,
            ownHeader.flatMap { request.headers[$0] },
            request.queryValue("key"),
        ]
        return candidates.compactMap { $0.flatMap(Secret.init) }
    }

    private static let ownHeader = HTTPField.Name("X-Passerelle-Secret")

    private static func password(in credentials: Substring) -> String? {
        guard let data = Data(base64Encoded: String(credentials)) else { return nil }
        let pair = String(decoding: data, as: UTF8.self).split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
        return pair.count == 2 ? String(pair[1]) : nil
    }
}
