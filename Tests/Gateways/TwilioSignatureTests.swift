import Gateways
import HTTPTypes
import Testing

/// The vectors are those of Twilio's own libraries (twilio-python, tests/unit/test_request_validator.py) and of its documentation.
@Suite struct `Twilio's signature` {
    private static let url = "https://mycompany.com/myapp.php?foo=1&bar=2"
    private static let fields =
        "CallSid=CA1234567890ABCDE&Digits=1234&From=%2B14158675309&To=%2B18005551212&Caller=%2B14158675309"

    static func signed(
        _ signature: String?, _ body: String, type: String? = "application/x-www-form-urlencoded", method: HTTPRequest.Method = .post,
        query: String = "foo=1&bar=2"
    ) -> WebRequest {
        var request = posted(Array(body.utf8), type: type, method: method)
        request.query = query
        if let name = HTTPField.Name("X-Twilio-Signature") { request.headers[name] = signature }
        return request
    }

    struct Case: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var request: WebRequest
        var address: String
        var keys: [String]
        var isValid: Bool

        init(_ label: String, _ request: WebRequest, at address: String = url, keys: [String] = ["12345"], _ isValid: Bool) {
            (testDescription, self.request, self.address, self.keys, self.isValid) = (label, request, address, keys, isValid)
        }
    }

    private static let right = "RSOYDt4T1cUTdK1PDd93/VVr8B8="
    private static let hash = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620"
    private static let json = #"{"property": "value", "boolean": true}"#

    static let cases = [
        Case("the published form", signed(right, fields), true),
        Case(
            "the published form, from another caller",
            signed("GvWf1cFY/Q7PnoempGyD5oXAezc=", fields.replacing("14158675309", with: "14158675310")), true),
        Case(
            "fields in another order",
            signed(right, "To=%2B18005551212&Caller=%2B14158675309&Digits=1234&From=%2B14158675309&CallSid=CA1234567890ABCDE"), true),
        Case("a charset beside the type", signed(right, fields, type: "application/x-www-form-urlencoded; charset=UTF-8"), true),
        Case(
            "a field twice, with two values", signed("IK+Dwps556ElfBT0I3Rgjkr1wJU=", "Sid=CA123&SidAccount=AC123&Digits=5678&Digits=1234"),
            true),
        Case("the port left out", signed(right, fields), at: url.replacing(".com", with: ".com:1234"), true),
        Case(
            "a port by http", signed("Zmvh+3yNM1Phv2jhDCwEM3q5ebU=", fields),
            at: url.replacing(".com", with: ".com:1234").replacing("https", with: "http"), true),
        Case("the usual port put in", signed("kvajT1Ptam85bY51eRf/AJRuM3w=", fields), true),
        Case(
            "the usual port of http put in", signed("0ZXoZLH/DfblKGATFgpif+LLRf4=", fields), at: url.replacing("https", with: "http"), true),
        Case(
            "JSON, whose hash is in the address",
            signed("a9nBmqA0ju/hNViExpshrM61xv4=", json, type: "application/json", query: "foo=1&bar=2&bodySHA256=\(hash)"),
            at: url + "&bodySHA256=\(hash)", true),
        Case(
            "JSON that is another than its hash says",
            signed("a9nBmqA0ju/hNViExpshrM61xv4=", json + " ", type: "application/json", query: "foo=1&bar=2&bodySHA256=\(hash)"),
            at: url + "&bodySHA256=\(hash)", false),
        Case(
            "GET, by its address alone", signed("Cbc+7AP/vLYW6MI5QwN9Ns4r9v8=", "", type: nil, method: .get, query: "MessageSid=SM1"),
            at: "https://mycompany.com/in?MessageSid=SM1", true),
        Case(
            "GET, another address", signed("Cbc+7AP/vLYW6MI5QwN9Ns4r9v8=", "", type: nil, method: .get, query: "MessageSid=SM2"),
            at: "https://mycompany.com/in?MessageSid=SM2", false),
        Case("the second key", signed(right, fields), keys: ["new", "12345"], true),
        Case("another key", signed(right, fields), keys: ["12346"], false),
        Case("no key", signed(right, fields), keys: [], false),
        Case("an empty key", signed(right, fields), keys: [""], false),
        Case("no signature", signed(nil, fields), false),
        Case("an empty signature", signed("", fields), false),
        Case("no base64", signed("RSOY DT", fields), false),
        Case("half a signature", signed("RSOYDt4T1cUTdK1PDd8=", fields), false),
        Case("a field changed", signed(right, fields.replacing("Digits=1234", with: "Digits=1235")), false),
        Case("a field added", signed(right, fields + "&X=1"), false),
        Case("another path", signed(right, fields), at: "https://mycompany.com/other.php?foo=1&bar=2", false),
        Case("another query", signed(right, fields, query: "foo=1"), at: "https://mycompany.com/myapp.php?foo=1", false),
        Case("a body that no signature speaks for", signed(right, fields, type: "text/plain"), false),
        Case("a form that is none", signed(right, fields + "%4"), false),
    ]

    @Test(arguments: cases) func `a request proves itself`(_ one: Case) throws {
        let signing = try #require(Catalogue.kind(named: "twilio")?.signature)
        #expect(signing.setting == "auth-token" && signing.coversAddress == true)
        #expect(signing.make([:]).isValid(one.request, calledAt: one.address, keys: one.keys) == one.isValid)
    }
}
