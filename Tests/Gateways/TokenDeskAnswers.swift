import Gateways
import HTTPTypes
import Testing

/// What a token desk's answer gives.
struct Desk: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var answer: OutgoingAnswer
    var token: Token?

    init(_ label: String, _ answer: OutgoingAnswer, _ token: Token?) { (testDescription, self.answer, self.token) = (label, answer, token) }

    /// RFC 6749 §5.1, as both MTN and Orange write it.
    static let cases = [
        Desk(
            "seconds as a text", answered(200, #"{"access_token":"abc","expires_in":"3599"}"#), Token(text: "abc", lifetime: .seconds(3599))
        ),
        Desk("seconds as a number", answered(200, #"{"access_token":"a.b","expires_in":60}"#), Token(text: "a.b", lifetime: .seconds(60))),
        Desk("no word of how long", answered(200, #"{"access_token":"abc"}"#), Token(text: "abc", lifetime: .seconds(300))),
        Desk("no time at all", answered(200, #"{"access_token":"abc","expires_in":0}"#), Token(text: "abc", lifetime: .seconds(300))),
        Desk(
            "for ever", answered(200, #"{"access_token":"abc","expires_in":99999999999}"#),
            Token(text: "abc", lifetime: .seconds(7_776_000))),
        Desk("what breaks a header", answered(200, #"{"access_token":"a\nHost: b"}"#), nil),
        Desk("empty", answered(200, #"{"access_token":""}"#), nil),
        Desk("none", answered(200, #"{"token":"abc"}"#), nil),
        Desk("half", answered(200, #"{"access_token":"abc"#), nil),
        Desk("garbage", answered(200, "<html>"), nil),
        Desk("nothing", answered(200, ""), nil),
        Desk("a wrong secret", answered(401, #"{"error":"invalid_client","access_token":"abc"}"#), nil),
        Desk("out of order", answered(500, ""), nil),
    ]
}
