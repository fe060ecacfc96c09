import Crypto
import Foundation
import HTTPTypes

/// `X-Twilio-Signature`: HMAC-SHA1, by the account's auth token, of the address and of a form's fields behind it, sorted by their names.
///
/// Of a request in JSON the address alone is signed, which then holds the body's hash as `bodySHA256` (Twilio, "Webhooks security").
struct TwilioSignature: CallSignature {
    func isValid(_ request: WebRequest, calledAt address: String, keys: [String]) -> Bool {
        guard let name = HTTPField.Name("X-Twilio-Signature"), let text = request.headers[name], let code = Data(base64Encoded: text),
            let fields = signedFields(of: request)
        else { return false }
        let signed = Self.spellings(of: address).map { Data($0.utf8) + fields }
        let symmetric = keys.filter { !$0.isEmpty }.map { SymmetricKey(data: Data($0.utf8)) }
        // All of them are tried, so that the time says nothing.
        return symmetric.count { key in
            signed.count { HMAC<Insecure.SHA1>.isValidAuthenticationCode(code, authenticating: $0, using: key) } > 0
        } > 0
    }

    /// What is signed behind the address; nil where the signature does not speak for the body.
    private func signedFields(of request: WebRequest) -> Data? {
        let type = (request.headers[.contentType] ?? "").lowercased().prefix { $0 != ";" && $0 != " " }
        if type == "application/x-www-form-urlencoded" { return Self.sorted(request.body) }
        if request.body.isEmpty { return Data() }
        guard let hash = request.queryValue("bodySHA256") else { return nil }
        return SHA256.hash(data: Data(request.body)).hexadecimal == hash.lowercased() ? Data() : nil
    }

    /// Name and value of each field, by name and then by value, without anything between them; the same one twice is there once, as in
    /// Twilio's own libraries.
    private static func sorted(_ body: [UInt8]) -> Data? {
        var pairs: Set<[[UInt8]]> = []
        do throws(Refusal) {
            try Form.forEachPair(in: body) { name, value, _ in pairs.insert([name, value]) }
        } catch {
            return nil
        }
        let ordered = pairs.sorted { left, right in
            left[0] == right[0] ? left[1].lexicographicallyPrecedes(right[1]) : left[0].lexicographicallyPrecedes(right[0])
        }
        return Data(ordered.joined().joined())
    }

    /// The address with its port and without: Twilio signs one or the other (its libraries try both).
    private static func spellings(of address: String) -> [String] {
        guard let scheme = address.range(of: "://") else { return [address] }
        let end = address[scheme.upperBound...].firstIndex { "/?#".contains($0) } ?? address.endIndex
        let authority = address[scheme.upperBound..<end]
        let host = authority.lastIndex(of: ":").flatMap { colon in
            authority[colon...].dropFirst().allSatisfy(\.isNumber) ? authority[..<colon] : nil
        }
        let port = address.hasPrefix("https:") ? ":443" : ":80"
        let other = host.map { String($0) } ?? authority + port
        return [address, address[..<scheme.upperBound] + other + address[end...]]
    }
}

extension Digest {
    /// In small letters.
    var hexadecimal: String {
        reduce(into: "") { text, byte in
            if byte < 0x10 { text += "0" }
            text += String(byte, radix: 16)
        }
    }
}
