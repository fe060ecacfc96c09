import Gateways
import HTTPTypes
import Testing

/// The vectors are those of Vonage's own library (vonage-ruby-sdk, test/vonage/signature_test.rb).
@Suite struct `Vonage's signature` {
    private static let fields =
        "messageId=020000001B0FE827&msisdn=14843472194&message-timestamp=2013-11-21+15%3A27%3A30&text=Test+again&timestamp=1385047698&to=13239877404&type=text"
    private static let json =
        #"{"message-timestamp":"2013-11-21 15:27:30","messageId":"020000001B0FE827","msisdn":"14843472194","text":"Test again","timestamp":1385047698,"to":"13239877404","type":"text","sig":"\#(sha256)"}"#

    private static let sha256 = "DDB8397C2B90AAC7F3882D306475C9A5058C92322EEF43C92B298B6E0FC0D330"

    private static func asked(_ sig: String?, _ fields: String = fields) -> WebRequest {
        WebRequest(method: .get, query: fields + (sig.map { "&sig=\($0)" } ?? ""), headers: [:], body: [])
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var request: WebRequest
        var method: String?
        var keys: [String]
        var isValid: Bool

        init(
            _ label: String, _ request: WebRequest, by method: String? = nil, keys: [String] = ["my_secret_key_for_testing"],
            _ isValid: Bool
        ) {
            (testDescription, self.request, self.method, self.keys, self.isValid) = (label, request, method, keys, isValid)
        }
    }

    static let cases = [
        Case("SHA-256", asked(sha256), by: "sha256", true),
        Case("SHA-256 where nothing is said", asked(sha256), true),
        Case("in small letters", asked(sha256.lowercased()), true),
        Case("the MD5 of all and the secret", asked("d2e7b1dc968737c5998ad624e02f90b7"), by: "md5hash", true),
        Case("MD5", asked("DDEBD46008C2D4E93CCE578A332A52D5"), by: "md5", true),
        Case("SHA-1", asked("27D0D05C2876C7CB1720DBCDBA4D492E1E55C09A"), by: "SHA1", true),
        Case(
            "SHA-512",
            asked(
                "E0D3C650F8C9D1A5C174D10DDDBFB003E561F59B265616208B0487C5D819481CD3C311D59CF6165ECD1139622D5BA3A256C0D763AC4A9AD9144B5A426B94FE82"
            ), by: "sha512", true),
        Case(
            "an older vector", asked("6af838ef94998832dbfc29020b564830", "a=1&b=2&timestamp=1461605396"), by: "md5hash", keys: ["secret"],
            true),
        Case("a form", form(fields + "&sig=\(sha256)"), true),
        Case("JSON", posted(Array(json.utf8), type: "application/json", method: .post), true),
        Case("our address has a key", asked(sha256, "key=geheim&" + fields), true),
        Case("the second key", asked(sha256), keys: ["old", "my_secret_key_for_testing"], true),
        Case("another key", asked(sha256), keys: ["other"], false),
        Case("no key", asked(sha256), keys: [], false),
        Case("an empty key", asked("0aeca435b28a66912e717fa1d361a5ae"), by: "md5", keys: [""], false),
        Case("another method", asked(sha256), by: "sha512", false),
        Case("a method that is none", asked(sha256), by: "sha3", false),
        Case("no signature", asked(nil), false),
        Case("an empty signature", asked(""), false),
        Case("half a signature", asked(String(sha256.prefix(32))), false),
        Case("no hexadecimal", asked(String(repeating: "xy", count: 32)), false),
        Case("a field changed", asked(sha256, fields.replacing("again", with: "once")), false),
        Case("a field added", asked(sha256, fields + "&x=1"), false),
        Case("a field left out", asked(sha256, fields.replacing("&type=text", with: "")), false),
        Case("a form that is none", form(fields + "&sig=\(sha256)&x=%4"), false),
    ]

    @Test(arguments: cases) func `a call proves itself`(_ one: Case) throws {
        let signing = try #require(Catalogue.kind(named: "vonage")?.signature)
        #expect(signing.setting == "signature-secret" && signing.coversAddress == false)
        let signature = signing.make(one.method.map { ["signature-method": $0] } ?? [:])
        #expect(signature.isValid(one.request, calledAt: "https://sms.example/channels/sms/receive", keys: one.keys) == one.isValid)
    }

    @Test func `what would end a value is signed as _`() throws {
        // HMAC-SHA256 of `&text=a_b_c` with the key `secret`.
        let signing = try #require(Catalogue.kind(named: "vonage")?.signature)
        let request = Self.asked("eeafe55e10f7874b4478b3603a389d437bd3b341c221e4e6631c7f324abdbe0e", "text=a%26b%3Dc")
        #expect(signing.make([:]).isValid(request, calledAt: "", keys: ["secret"]))
    }
}
