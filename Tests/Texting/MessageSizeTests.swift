import Testing
import Texting

@Suite struct `The size of an SMS` {
    struct Case: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let text: String
        let encoding: MessageSize.Encoding
        let units: Int
        let parts: [Int]

        init(_ label: String, _ text: String, _ encoding: MessageSize.Encoding, _ units: Int, parts: [Int]) {
            testDescription = label
            self.text = text
            self.encoding = encoding
            self.units = units
            self.parts = parts
        }
    }

    private static func a(_ count: Int) -> String { String(repeating: "a", count: count) }
    private static func ê(_ count: Int) -> String { String(repeating: "ê", count: count) }

    /// `parts`: the letters of each part.
    static let cases = [
        Case("nothing", "", .gsm7, 0, parts: []),
        Case("160 septets are one part", a(160), .gsm7, 160, parts: [160]),
        Case("161 are two", a(161), .gsm7, 161, parts: [153, 8]),
        Case("306 are two", a(306), .gsm7, 306, parts: [153, 153]),
        Case("307 are three", a(307), .gsm7, 307, parts: [153, 153, 1]),
        Case("80 escape pairs are one part", String(repeating: "€", count: 80), .gsm7, 160, parts: [80]),
        Case("an escape pair over the edge of 160", a(159) + "€", .gsm7, 161, parts: [153, 7]),
        Case("an escape pair over the edge of a part goes to the next", a(152) + "€" + a(8), .gsm7, 162, parts: [152, 9]),
        Case("which can make one part more than the division", a(152) + "€" + a(152), .gsm7, 306, parts: [152, 152, 1]),
        Case("escape pairs alone leave a septet of each part empty", String(repeating: "€", count: 153), .gsm7, 306, parts: [76, 76, 1]),
        Case("70 UCS-2 units are one part", ê(70), .ucs2, 70, parts: [70]),
        Case("71 are two", ê(71), .ucs2, 71, parts: [67, 4]),
        Case("134 are two", ê(134), .ucs2, 134, parts: [67, 67]),
        Case("135 are three", ê(135), .ucs2, 135, parts: [67, 67, 1]),
        Case("one letter outside makes all UCS-2", a(69) + "ê", .ucs2, 70, parts: [70]),
        Case("a surrogate pair over the edge of 70", ê(69) + "😀", .ucs2, 71, parts: [67, 3]),
        Case("a surrogate pair over the edge of a part goes to the next", ê(66) + "😀" + ê(4), .ucs2, 72, parts: [66, 5]),
        Case("which can make one part more than the division", ê(66) + "😀" + ê(66), .ucs2, 134, parts: [66, 66, 1]),
        Case("French letters of GSM are one septet each", "é è à ù É Ç", .gsm7, 11, parts: [11]),
        Case("a small c with its cedilla is not in GSM", "ça", .ucs2, 2, parts: [2]),
        Case("an accent apart counts with its letter", "Accord donne\u{301}", .gsm7, 12, parts: [12]),
        Case("Arabic", "مرحبا", .ucs2, 5, parts: [5]),
        Case("line breaks", "a\nb", .gsm7, 3, parts: [3]),
        Case("a tabulator is not in GSM", "a\tb", .ucs2, 3, parts: [3]),
        Case("nor is the grave accent alone", "`", .ucs2, 1, parts: [1]),
    ]

    @Test(arguments: cases) func `is counted`(row: Case) {
        let size = MessageSize(sms: row.text)
        #expect(size.encoding == row.encoding)
        #expect(size.units == row.units)
        #expect(size.parts == max(1, row.parts.count))
    }

    @Test(arguments: cases) func `and cut into whole letters`(row: Case) {
        let parts = MessageParts(sms: row.text)
        #expect(parts.texts.map(\.unicodeScalars.count) == row.parts.map { $0 })
        #expect(parts.texts.joined() == row.text)
        if parts.texts.count > 1 {
            for part in parts.texts {
                let units = row.encoding == .gsm7 ? GSMAlphabet.encode(part)?.count : part.utf16.count
                #expect(units.map { $0 <= row.encoding.unitsInPart } == true)
            }
        }
    }

    @Test func `has the names that the command line shows`() {
        #expect(MessageSize.Encoding.allCases.map(\.rawValue) == ["gsm-7", "ucs-2"])
    }
}
