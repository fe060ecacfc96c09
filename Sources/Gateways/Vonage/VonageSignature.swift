import Crypto
import Foundation
import HTTPTypes

/// `sig` among the fields of a call: of all others, sorted by their names, with the account's signature secret (Vonage, "Signing messages").
struct VonageSignature: CallSignature {
    /// As Vonage's own libraries name them; the account's settings say which one it uses.
    enum Method: String, CaseIterable {
        case md5hash, md5, sha1, sha256, sha512
    }

    /// nil for a name that is none, by which nothing is valid.
    private let method: Method?

    init(method: String?) { self.method = method.map { Method(rawValue: $0.lowercased()) } ?? .sha256 }

    func isValid(_ request: WebRequest, calledAt address: String, keys: [String]) -> Bool {
        guard let method, let fields = try? VonageFields(request).all, let signature = fields["sig"].flatMap(Self.bytes) else {
            return false
        }
        let signed = fields.filter { $0.key != "sig" }
        // Whether what stands in our own address is signed with it, no documentation says.
        let texts = [signed, signed.filter { $0.key != "key" }].map(Self.text)
        return keys.filter { !$0.isEmpty }.count { key in
            texts.count { Self.isValid(signature, of: $0, by: method, Data(key.utf8)) } > 0
        } > 0
    }

    /// `&a=1&b=2`, with `_` for what would end a value.
    private static func text(of fields: [String: String]) -> Data {
        let sorted = fields.sorted { $0.key.utf8.lexicographicallyPrecedes($1.key.utf8) }
        return Data(sorted.map { "&\($0.key)=\($0.value.replacing("&", with: "_").replacing("=", with: "_"))" }.joined().utf8)
    }

    private static func isValid(_ signature: Data, of text: Data, by method: Method, _ key: Data) -> Bool {
        let symmetric = SymmetricKey(data: key)
        return switch method {
        // Digests compare in constant time.
        case .md5hash: Insecure.MD5.hash(data: text + key) == signature
        case .md5: HMAC<Insecure.MD5>.isValidAuthenticationCode(signature, authenticating: text, using: symmetric)
        case .sha1: HMAC<Insecure.SHA1>.isValidAuthenticationCode(signature, authenticating: text, using: symmetric)
        case .sha256: HMAC<SHA256>.isValidAuthenticationCode(signature, authenticating: text, using: symmetric)
        case .sha512: HMAC<SHA512>.isValidAuthenticationCode(signature, authenticating: text, using: symmetric)
        }
    }

    /// Hexadecimal, in letters of either size; nil for anything else.
    private static func bytes(_ text: String) -> Data? {
        let digits = Array(text.utf8)
        guard digits.count.isMultiple(of: 2), !digits.isEmpty, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else {
            return nil
        }
        return Data(
            stride(from: 0, to: digits.count, by: 2).compactMap { UInt8(String(decoding: digits[$0...($0 + 1)], as: UTF8.self), radix: 16) }
        )
    }
}
