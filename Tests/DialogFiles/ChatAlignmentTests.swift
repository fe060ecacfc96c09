import DialogFiles
import Testing

struct ChatAlignmentTests {
    struct Case: CustomTestStringConvertible {
        var testDescription: String
        var expected: String
        var came: String
        var rows: String

        init(_ label: String, _ expected: String, _ came: String, _ rows: String) {
            testDescription = label
            self.expected = expected
            self.came = came
            self.rows = rows
        }
    }

    static let cases = [
        Case("nothing of nothing", "", "", ""),
        Case("the same", "a b", "a b", "a b"),
        Case("one is missing", "a b c", "a c", "a -b c"),
        Case("one too many", "a c", "a b c", "a +b c"),
        Case("another", "a b", "a c", "a -b +c"),
        Case("all missing", "a b", "", "-a -b"),
        Case("all unexpected", "", "a b", "+a +b"),
        Case("any lines, none", "a *", "a", "a"),
        Case("any lines, some", "a * d", "a b c d", "a b c d"),
        Case("any lines in front", "* d", "a b d", "a b d"),
        Case("any lines do not swallow what must come", "a * d", "a b c", "a b c -d"),
        Case("twice the same line", "* a", "a b a", "a b a"),
    ]

    @Test(arguments: cases) func `what came is laid beside what was expected`(case: Case) {
        let expected = `case`.expected.split(separator: " ").map { $0 == "*" ? nil : String($0) }
        let alignment = Alignment(expected: expected, came: `case`.came.split(separator: " ").map(String.init))
        let rows = alignment.rows.map { row in
            switch row {
            case .same(let line): line
            case .missing(let line, _): "-" + line
            case .extra(let line): "+" + line
            }
        }
        #expect(rows.joined(separator: " ") == `case`.rows)
        #expect(alignment.differs == `case`.rows.contains { "+-".contains($0) })
    }

    @Test func `stored lines are alike whatever the order of their fields`() {
        let one = StoredLine(kind: .signUp("a"), fields: [.init(id: "x", values: ["1"]), .init(id: "y", values: ["2"])])
        let other = StoredLine(kind: .signUp("a"), fields: [.init(id: "y", values: ["2"]), .init(id: "x", values: ["1"])])
        #expect(one.matches(other))
        #expect(!one.matches(StoredLine(kind: .signUp("b"), fields: one.fields)))
        #expect(!one.matches(StoredLine(kind: .signUp("a"), fields: [one.fields[0]])))
        #expect(!one.matches(StoredLine(kind: .signUp("a"), fields: one.fields + one.fields)))
    }
}
