import Gateways
import HTTPTypes
import Testing
import Texting

@Suite struct `SMS over HTTP, sending` {
    struct Request: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var sending: @Sendable () throws -> HTTPSMS.Sending
        var url: String
        var text: String
        var wire: String

        init(
            _ label: String, url: String = "https://sms.example", _ sending: @escaping @Sendable () throws -> HTTPSMS.Sending, text: String,
            _ wire: String
        ) {
            (testDescription, self.sending, self.url, self.text, self.wire) = (label, sending, url, text, wire)
        }
    }

    private static let byStatus = HTTPSMS.Answer(source: .text)
    private static let values = ["username": "mine", "password": "p:w", "api-key": "k&1", "token": "geheim"]

    private static func sending(
        _ method: HTTPSMS.Sending.Method = .post, path: String = "", headers: KeyValuePairs<String, String> = [:],
        _ type: HTTPUSSD.AnswerType? = nil, _ body: String = ""
    ) throws -> HTTPSMS.Sending {
        HTTPSMS.Sending(
            method: method, path: try SMSShapes.template(path),
            headers: try headers.map {
                HTTPSMS.Sending.Header(name: try #require(HTTPField.Name($0.key)), value: try SMSShapes.template($0.value))
            },
            body: try type.map { HTTPSMS.Sending.Body(type: $0, template: try SMSShapes.template(body)) },
            encoding: HTTPSMS.Sending.Encoding(gsm: "0", unicode: "8"), answer: byStatus)
    }

    private static let status = "https%3A%2F%2Fpasserelle.example%2Fchannels%2Fsms%2Fstatus%3Fkey%3Dgeheim%26passerelle%3D\(ourID)"

    static let requests = [
        Request(
            "by query", url: "https://sms.example/send",
            { try sending(.get, path: "?key={{api-key}}&to={{to}}&from={{from}}&text={{text}}&dcs={{encoding}}&dlr={{status-address}}") },
            text: "Où, là & [5 €]?",
            "GET https://sms.example/send?key=k%261&to=%2B237670000001&from=MINPMEESA&text=O%C3%B9%2C%20l%C3%A0%20%26%20%5B5%20%E2%82%AC%5D%3F&dcs=0&dlr=\(status)\n\n"
        ),
        Request(
            "a query behind a query", url: "https://sms.example/send?v=2", { try sending(.get, path: "?to={{digits}}&text={{text}}") },
            text: "a",
            "GET https://sms.example/send?v=2&to=237670000001&text=a\n\n"),
        Request(
            "a number in the path, and one slash", url: "https://sms.example/",
            { try sending(path: "/to/{{to}}", .form, "text={{text}}&id={{id}}") }, text: "a=b&c+d%\n",
            """
            POST https://sms.example/to/%2B237670000001
            Content-Type: application/x-www-form-urlencoded

            text=a%3Db%26c%2Bd%25%0A&id=\(ourID)
            """),
        Request(
            "JSON",
            {
                try sending(
                    path: "/v1", headers: ["Authorization": "Bearer {{token}}"], .json,
                    #"{"to":{{digits}},"text":"{{text}}","dcs":{{encoding}}}"#)
            },
            text: "\"نعم\"\\\n",
            """
            POST https://sms.example/v1
            Authorization: Bearer geheim
            Content-Type: application/json

            {"to":237670000001,"text":"\\"نعم\\"\\\\\\n","dcs":8}
            """),
        Request(
            "XML",
            {
                try sending(
                    .put, headers: ["Authorization": "Basic {{basic}}"], .textXML,
                    "<sms to='{{to}}' dlr='{{status-address}}'>{{text}}</sms>")
            },
            text: "<b> & 'c' ✓",
            """
            PUT https://sms.example
            Authorization: Basic bWluZTpwOnc=
            Content-Type: text/xml; charset=utf-8

            <sms to='+237670000001' dlr='https://passerelle.example/channels/sms/status?key=geheim&amp;passerelle=\(ourID)'>&lt;b&gt; &amp; &#39;c&#39; ✓</sms>
            """),
        Request(
            "a content type of its own",
            {
                try sending(
                    headers: ["Content-Type": "application/vnd.sms+json"], .json, #"{"t":"{{text}}","n":"{{username}} {{password}}"}"#)
            },
            text: "a",
            """
            POST https://sms.example
            Content-Type: application/vnd.sms+json

            {"t":"a","n":"mine p:w"}
            """),
    ]

    @Test(arguments: requests) func `a request is to the byte`(_ row: Request) throws {
        let sender = try sender(row.sending(), url: row.url, Self.values)
        #expect(wire(sender.request(for: outgoing(row.text), token: nil)) == row.wire)
    }

    @Test func `without an address of ours its place is empty`() throws {
        let sender = try sender(Self.sending(.get, path: "?dlr={{status-address}}&text={{text}}"))
        #expect(sender.request(for: outgoing("a", status: nil), token: nil).address == "https://sms.example?dlr=&text=a")
    }

    @Test func `a place that is not known is named`() {
        #expect(throws: HTTPSMS.Template.UnknownPlace(name: "number")) { try HTTPSMS.Template(parsing: "{{to}} {{number}}") }
    }

    struct Answered: CustomTestStringConvertible, Sendable {
        var testDescription: String
        var answer: HTTPSMS.Answer
        var said: OutgoingAnswer
        var outcome: SendOutcome

        init(_ label: String, _ answer: HTTPSMS.Answer, _ said: OutgoingAnswer, _ outcome: SendOutcome) {
            (testDescription, self.answer, self.said, self.outcome) = (label, answer, said, outcome)
        }
    }

    private static let words: [HTTPSMS.Verdict: [String]] = [
        .taken: ["0", "11"], .refused: ["2"], .unknownSubscriber: ["27"], .blocked: ["29"], .busy: ["1"], .noMoney: ["9"],
        .refusesUs: ["4"],
    ]
    private static let jsonWords = HTTPSMS.Answer(
        source: .json, field: "m.0.status", words: words, id: .field("m.0.id"), price: "m.0.price")
    private static let jsonID = HTTPSMS.Answer(source: .json, statuses: [200, 202], id: .field("id"))
    private static let xmlWords = HTTPSMS.Answer(source: .xml, field: "r/@code", words: words, id: .field("r/id"))
    private static let text = HTTPSMS.Answer(
        source: .text, words: [.taken: ["OK"], .noMoney: ["ERR 9"], .refused: ["ERR"]], id: .between("OK: ", ""))
    private static let textBetween = HTTPSMS.Answer(source: .text, id: .between("[", "]"))

    private static func status(_ status: String) -> OutgoingAnswer { answered(.ok, #"{"m":[{"status":"\#(status)","id":"x1"}]}"#) }

    static let answers = [
        Answered("by its status", byStatus, answered(.ok, "whatever"), .accepted(Receipt())),
        Answered("by its status, 500", byStatus, answered(.internalServerError, ""), .unknown(word: "500")),
        Answered("by its status, 401", byStatus, answered(.unauthorized, ""), .notTaken(.refusesUs, word: "401")),
        Answered("by its status, no money", byStatus, answered(402, ""), .notTaken(.noMoney, word: "402")),
        Answered(
            "by its status, too fast", byStatus, answered(.tooManyRequests, "", retryIn30), .notTaken(.busy(for: .seconds(30)), word: "429")
        ),
        Answered("by its status, 503", byStatus, answered(.serviceUnavailable, ""), .unknown(word: "503")),
        Answered("by an id", jsonID, answered(.accepted, #"{"id":17}"#), .accepted(Receipt(id: "17"))),
        Answered("a 2xx that is not the one", jsonID, answered(.created, #"{"id":17}"#), .unknown(word: "201")),
        Answered("an id waited for in vain", jsonID, answered(.ok, "{}"), .unknown(word: "200")),
        Answered("half an answer", jsonID, answered(.ok, #"{"id":1"#), .unknown(word: "200")),
        Answered("taken", jsonWords, status("0"), .accepted(Receipt(id: "x1"))),
        Answered(
            "a word that is a number, and a price", jsonWords, answered(.ok, #"{"m":[{"status":0,"id":"x1","price":"XAF 12.5"}]}"#),
            .accepted(Receipt(id: "x1", price: Money(parsing: "XAF 12.5")))),
        Answered("taken without an id", jsonWords, answered(.ok, #"{"m":[{"status":"11"}]}"#), .accepted(Receipt())),
        Answered("refused", jsonWords, status("2"), .refused(.refused, word: "2")),
        Answered("nobody's number", jsonWords, status("27"), .refused(.unknownSubscriber, word: "27")),
        Answered("a blocked person", jsonWords, status("29"), .refused(.blocked, word: "29")),
        Answered("too fast", jsonWords, status("1"), .notTaken(.busy(for: nil), word: "1")),
        Answered("no money", jsonWords, status("9"), .notTaken(.noMoney, word: "9")),
        Answered("a wrong key", jsonWords, status("4"), .notTaken(.refusesUs, word: "4")),
        Answered("a word that is not known", jsonWords, status("+237"), .unknown(word: "-237")),
        Answered("no word", jsonWords, answered(.ok, "{}"), .unknown(word: "200")),
        Answered("garbage", jsonWords, answered(.ok, "<html>"), .unknown(word: "200")),
        Answered(
            "a word with an error's status", jsonWords, answered(.badRequest, #"{"m":[{"status":"29"}]}"#), .refused(.blocked, word: "29")),
        Answered("taken, with an error's status", jsonWords, answered(.badGateway, #"{"m":[{"status":"0"}]}"#), .unknown(word: "502")),
        Answered(
            "an unknown word with an error's status", jsonWords, answered(.badRequest, #"{"m":[{"status":"3"}]}"#),
            .refused(.refused, word: "400")),
        Answered("XML", xmlWords, answered(.ok, #"<r code="0"><id>x1</id></r>"#), .accepted(Receipt(id: "x1"))),
        Answered("XML that refuses", xmlWords, answered(.ok, #"<r code="2"/>"#), .refused(.refused, word: "2")),
        Answered("half XML", xmlWords, answered(.ok, #"<r code="0">"#), .unknown(word: "200")),
        Answered("a text", text, answered(.ok, "OK: x1\n"), .accepted(Receipt(id: "x1"))),
        Answered("a text without an id", text, answered(.ok, "OK"), .accepted(Receipt())),
        Answered("the longest beginning", text, answered(.ok, "ERR 9 for +237670000001"), .notTaken(.noMoney, word: "ERR-9")),
        Answered("the shorter beginning", text, answered(.ok, "ERR 8 for +237670000001"), .refused(.refused, word: "ERR")),
        Answered("another text", text, answered(.ok, "Bonjour +237670000001"), .unknown(word: "200")),
        Answered("an id between signs", textBetween, answered(.ok, "sent [x 1] to you"), .accepted(Receipt(id: "x 1"))),
        Answered("an id that is not closed", textBetween, answered(.ok, "sent [x 1"), .unknown(word: "200")),
        Answered("a form", HTTPSMS.Answer(source: .form, id: .field("id")), answered(.ok, "id=x%201&a=b"), .accepted(Receipt(id: "x 1"))),
    ]

    @Test(arguments: answers) func `an answer is understood as it is described`(_ row: Answered) throws {
        var sending = try Self.sending()
        sending.answer = row.answer
        #expect(try sender(sending).outcome(of: row.said) == row.outcome)
    }
}
