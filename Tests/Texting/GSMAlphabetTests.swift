import Testing
import Texting

@Suite struct `GSM 03.38` {
    /// 3GPP TS 23.038 §6.2.1, written out by its character numbers rather than by its characters, so that the table is not tested with itself.
    static let places: [UInt32] = [
        0x40, 0xA3, 0x24, 0xA5, 0xE8, 0xE9, 0xF9, 0xEC, 0xF2, 0xC7, 0x0A, 0xD8, 0xF8, 0x0D, 0xC5, 0xE5,
        0x394, 0x5F, 0x3A6, 0x393, 0x39B, 0x3A9, 0x3A0, 0x3A8, 0x3A3, 0x398, 0x39E, 0x1B, 0xC6, 0xE6, 0xDF, 0xC9,
        0x20, 0x21, 0x22, 0x23, 0xA4, 0x25, 0x26, 0x27, 0x28, 0x29, 0x2A, 0x2B, 0x2C, 0x2D, 0x2E, 0x2F,
        0x30, 0x31, 0x32, 0x33, 0x34, 0x35, 0x36, 0x37, 0x38, 0x39, 0x3A, 0x3B, 0x3C, 0x3D, 0x3E, 0x3F,
        0xA1, 0x41, 0x42, 0x43, 0x44, 0x45, 0x46, 0x47, 0x48, 0x49, 0x4A, 0x4B, 0x4C, 0x4D, 0x4E, 0x4F,
        0x50, 0x51, 0x52, 0x53, 0x54, 0x55, 0x56, 0x57, 0x58, 0x59, 0x5A, 0xC4, 0xD6, 0xD1, 0xDC, 0xA7,
        0xBF, 0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x6A, 0x6B, 0x6C, 0x6D, 0x6E, 0x6F,
        0x70, 0x71, 0x72, 0x73, 0x74, 0x75, 0x76, 0x77, 0x78, 0x79, 0x7A, 0xE4, 0xF6, 0xF1, 0xFC, 0xE0,
    ]

    static let extensions: [(septet: UInt8, scalar: UInt32)] = [
        (0x0A, 0x0C), (0x14, 0x5E), (0x28, 0x7B), (0x29, 0x7D), (0x2F, 0x5C), (0x3C, 0x5B), (0x3D, 0x7E), (0x3E, 0x5D), (0x40, 0x7C),
        (0x65, 0x20AC),
    ]

    @Test func `has 128 places and 10 extensions`() {
        #expect(Self.places.count == 128)
        #expect(Self.extensions.count == 10)
    }

    @Test(arguments: 0..<128) func `a place reads the same both ways`(place: Int) throws {
        let text = String(try #require(Unicode.Scalar(Self.places[place])))
        guard place != Int(GSMAlphabet.escape) else {
            #expect(GSMAlphabet.encode(text) == nil, "the escape is no character")
            return
        }
        #expect(GSMAlphabet.encode(text) == [UInt8(place)])
        #expect(Array(GSMAlphabet.decode([UInt8(place)]).unicodeScalars) == Array(text.unicodeScalars))
    }

    @Test(arguments: extensions.map(\.septet)) func `an extension reads the same both ways`(septet: UInt8) throws {
        let entry = try #require(Self.extensions.first { $0.septet == septet })
        let text = String(try #require(Unicode.Scalar(entry.scalar)))
        #expect(GSMAlphabet.encode(text) == [0x1B, septet])
        #expect(GSMAlphabet.decode([0x1B, septet]) == text)
    }

    @Test func `no other character of the first thousand is in the alphabet`() {
        let known = Set(Self.places + Self.extensions.map(\.scalar)).subtracting([0x1B])
        let encoded = (0..<1000).filter { number in
            Unicode.Scalar(UInt32(number)).flatMap { GSMAlphabet.code(of: $0) } != nil
        }
        #expect(Set(encoded.map(UInt32.init)) == known.filter { $0 < 1000 })
    }

    struct Received: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let septets: [UInt8]
        let text: String
    }

    @Test(arguments: [
        Received(testDescription: "an empty place of the extension table is read in the alphabet", septets: [0x1B, 0x41], text: "A"),
        Received(testDescription: "an escape at the end is a blank", septets: [0x41, 0x1B], text: "A "),
        Received(testDescription: "two escapes are a blank", septets: [0x1B, 0x1B, 0x42], text: " B"),
        Received(testDescription: "the high bit is passed over", septets: [0xC1], text: "A"),
        Received(testDescription: "nothing is nothing", septets: [], text: ""),
    ])
    func `a receiver makes the best of what it gets`(received: Received) {
        #expect(GSMAlphabet.decode(received.septets) == received.text)
    }

    @Test func `letters and their accents apart are encoded like the letter`() {
        #expect(GSMAlphabet.encode("e\u{301}") == [0x05])
        #expect(GSMAlphabet.encode("e\u{302}") == nil)
    }
}
