import DialogFiles
import Dialogs
import Foundation
import Testing

struct ChatReadingTests {
    private static let whole = """
        # Awa registers
        channel: ussd
        language: fr
        phone: +237670000001
        at: 2026-11-24 10:30
        seed: 7


        >> *123#
        Bienvenue.
        .
        #0 Retour
        ...
        # she types her name

        > Awa "N'Go"
        \\> plus
        \\# tout
        < sms OIM : 12345678
        < suite
        = sign-up entrepreneuriat: name="Awa \\"N'Go\\"", residence=cm, team=3, needs=[epargne, outils], note="12 mai"
        = callback: time=matin
        ~ 5 min
        >
        ! hang up
        ! deliver again
        ! publish ../plus
        ! crash
        ! ended

        """

    @Test func `every kind of line is read, with its number`() {
        let (chat, findings) = Chat.read(Self.whole, file: "a.chat")
        #expect(findings.isEmpty)
        #expect(chat.header.channel == .ussd)
        #expect(chat.header.language == "fr")
        #expect(chat.header.phone == "+237670000001")
        #expect(chat.header.seed == 7)
        #expect(chat.header.at?.date(in: .gmt) == Date(timeIntervalSince1970: 1_795_516_200))
        #expect(chat.header.places[.phone] == Place(file: "a.chat", line: 4, column: 1))
        let expected: [Chat.Step] = [
            .init(line: 9, .act(.dial("*123#"))),
            .init(line: 10, .expect(.shown("Bienvenue."))),
            .init(line: 11, .expect(.shown(""))),
            .init(line: 12, .expect(.shown("#0 Retour"))),
            .init(line: 13, .expect(.anyLines)),
            .init(line: 16, .act(.type("Awa \"N'Go\""))),
            .init(line: 17, .expect(.shown("> plus"))),
            .init(line: 18, .expect(.shown("# tout"))),
            .init(line: 19, .expect(.sms("OIM : 12345678\nsuite"))),
            .init(
                line: 21,
                .expect(
                    .stored(
                        StoredLine(
                            kind: .signUp("entrepreneuriat"),
                            fields: [
                                .init(id: "name", values: ["Awa \"N'Go\""]), .init(id: "residence", values: ["cm"]),
                                .init(id: "team", values: ["3"]), .init(id: "needs", values: ["epargne", "outils"]),
                                .init(id: "note", values: ["12 mai"]),
                            ])))),
            .init(line: 22, .expect(.stored(StoredLine(kind: .callback, fields: [.init(id: "time", values: ["matin"])])))),
            .init(line: 23, .act(.wait(.seconds(300)))),
            .init(line: 24, .act(.type(""))),
            .init(line: 25, .act(.hangUp)),
            .init(line: 26, .act(.deliverAgain)),
            .init(line: 27, .act(.publish("../plus"))),
            .init(line: 28, .act(.crash)),
            .init(line: 29, .expect(.ended)),
        ]
        #expect(chat.steps == expected)
        #expect(Chat.read("\u{FEFF}" + Self.whole.replacing("\n", with: "\r\n"), file: "a.chat").chat == chat)
    }

    @Test func `what is written is read back the same`() {
        let (chat, _) = Chat.read(Self.whole, file: "a.chat")
        var again = Chat.read(chat.text, file: "a.chat")
        #expect(again.findings.isEmpty)
        #expect(again.chat.steps.map(\.kind) == chat.steps.map(\.kind))
        #expect(again.chat.text == chat.text)
        let lines = [
            "", ".", "...", "\\", "> 1", ">", "<<", "< a", "~", "= x", "! x", "#", "# x", "#0 Retour", " x ", "  ", "key: value", "…",
        ]
        let sms = lines.map { "x\n\($0)" } + lines
        let steps = [Chat.Step(line: 3, .act(.dial("*123#")))] + lines.map { .init(line: 0, .expect(.shown($0))) }
        let typed = lines.flatMap { [Chat.Step(line: 0, .act(.type($0)))] } + sms.map { .init(line: 0, .expect(.sms($0))) }
        again = Chat.read(Chat(header: Chat.Header(), steps: steps + typed).text, file: "a.chat")
        #expect(again.findings.isEmpty)
        #expect(again.chat.steps.map(\.kind) == (steps + typed).map(\.kind))
        let values = ["", "a", "A b", "é", "\"", "\\", "3,5", "a,b", "[", "a\nb", "+237670000001", "=", "#"]
        for value in values {
            let line = StoredLine(kind: .signUp("a"), fields: [.init(id: "x", values: [value]), .init(id: "y", values: [value, value])])
            let text = Chat(header: Chat.Header(seed: 1), steps: [.init(line: 0, .expect(.stored(line)))]).text
            #expect(Chat.read(text, file: "a.chat").chat.steps.map(\.kind) == [.expect(.stored(line))], "\(text)")
        }
    }

    @Test(arguments: ["[a, b]", "[b,a]", "a, b", "a b", "b,a", "\"a\", b"]) func `several answers may be written with brackets or without`(
        values: String
    ) {
        let (chat, _) = Chat.read(">> *1#\n= sign-up x: y=\(values), z=c\n", file: "a.chat")
        let expected = StoredLine(kind: .signUp("x"), fields: [.init(id: "z", values: ["c"]), .init(id: "y", values: ["a", "b"])])
        guard case .expect(.stored(let line))? = chat.steps.last?.kind else {
            Issue.record("it was not read")
            return
        }
        #expect(line.matches(expected))
    }

    struct Header: CustomTestStringConvertible {
        var testDescription: String
        var text: String
    }

    static let headers = [
        Header(testDescription: "a header", text: "channel: sms\n\n>> *1#\nOui\n"),
        Header(testDescription: "quotes", text: "channel: \"sms\"\n\n>> *1#\nOui\n"),
        Header(testDescription: "comments and empty lines before it", text: "# a\n\n# b\nchannel: sms\n\n>> *1#\nOui\n"),
        Header(testDescription: "comments inside it", text: "channel: sms\n# a\n\n\n>> *1#\nOui"),
    ]

    @Test(arguments: headers) func `the header ends at the first empty line`(header: Header) {
        let (chat, findings) = Chat.read(header.text, file: "a.chat")
        #expect(findings.isEmpty)
        #expect(chat.header.channel == .sms)
        #expect(chat.steps.map(\.kind) == [.act(.dial("*1#")), .expect(.shown("Oui"))])
    }

    @Test func `a conversation needs no header`() {
        let (chat, findings) = Chat.read(">> *123#\nOui : non\n", file: "a.chat")
        #expect(findings.isEmpty)
        #expect(chat.header == Chat.Header())
        #expect(chat.steps.map(\.kind) == [.act(.dial("*123#")), .expect(.shown("Oui : non"))])
    }

    struct Fault: CustomTestStringConvertible {
        var testDescription: String
        var line: String
        var expected: String

        init(_ label: String, _ line: String, _ expected: String) {
            testDescription = label
            self.line = line
            self.expected = expected
        }
    }

    static let headerFaults = [
        Fault("a misspelt key", "chanel: ussd", "1:1 chat-header"),
        Fault("an unknown channel", "channel: fax", "1:10 chat-header"),
        Fault("no value", "language:", "1:10 chat-header"),
        Fault("a day that does not exist", "at: 2026-02-30 10:00", "1:5 chat-header"),
        Fault("a seed that is no number", "seed: -1", "1:7 chat-header"),
        Fault("a key twice", "seed: 1\nseed: 1", "2:1 chat-header"),
        Fault("a line without a key", "language: fr\nBonjour", "2:1 chat-header"),
    ]

    static let lineFaults = [
        Fault("no duration", "~ bientôt", "1:3 chat-line"),
        Fault("an unknown trouble", "! hangup", "1:3 chat-line"),
        Fault("publish without a folder", "! publish", "1:3 chat-line"),
        Fault("something else that arrives", "< mail a", "1:1 chat-line"),
        Fault("stored what", "= signup x: a=b", "1:3 chat-stored"),
        Fault("stored whose", "= sign-up", "1:10 chat-stored"),
        Fault("a field without a value", "= sign-up x: a", "1:14 chat-stored"),
        Fault("no comma", "= sign-up x: a=b c=d", "1:18 chat-stored"),
        Fault("an open quote", "= sign-up x: a=\"b", "1:16 chat-stored"),
        Fault("an open bracket", "= sign-up x: a=[b", "1:18 chat-stored"),
    ]

    @Test(arguments: headerFaults) func `a header that can't be read is told with its place`(fault: Fault) {
        let (chat, findings) = Chat.read(fault.line + "\n\n>> *123#\nOui\n", file: "a.chat")
        #expect(findings.map { "\($0.place.line):\($0.place.column) \($0.kind)" } == [fault.expected])
        #expect(chat.steps.count == 2)
    }

    @Test(arguments: lineFaults) func `a line that can't be read is told with its place`(fault: Fault) {
        let (chat, findings) = Chat.read(">> *123#\n" + fault.line + "\nOui\n", file: "a.chat")
        let expected = fault.expected.replacing("1:", with: "2:", maxReplacements: 1)
        #expect(findings.map { "\($0.place.line):\($0.place.column) \($0.kind)" } == [expected])
        #expect(chat.steps.count == 2)
    }
}
