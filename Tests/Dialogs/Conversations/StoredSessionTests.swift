import Dialogs
import Foundation
import Testing
import Texting

struct StoredSessionTests {
    /// With an answer of every kind.
    private static var full: Session {
        var chance = SystemRandomNumberGenerator()
        let answers: [String: Answer] = [
            "nom": .text("Awa « Mbarga » 😀\u{0}"), "age": .number(Decimal(string: "-12.5") ?? 0),
            "ne": .date(CalendarDay(year: -4, month: 12, day: 31)), "tel": .phone(PhoneNumber(e164: "+237670000001")),
            "region": .choice("centre"), "projets": .several(["champ", "boutique"]), "rien": .several([]),
            "numero": .reference(Reference(using: &chance)), "autre": .skipped,
        ]
        return Session(
            language: "fr",
            answers: answers.mapValues {
                GivenAnswer(answer: $0, words: $0 == .choice("centre") ? "D'accord ? / Oui" : nil, at: .now, isPrivate: $0 == .skipped)
            }, touched: .now)
    }

    @Test func `a session that was stored is the same`() throws {
        let session = Self.full
        #expect(try Session(stored: Data(session.stored)) == session)
    }

    @Test func `one that an earlier program stored is read`() throws {
        let session = Self.full
        #expect(try Session(stored: JSONEncoder().encode(session)) == session)
    }

    @Test func `one that was cut anywhere is told, not misread`() {
        let bytes = Self.full.stored
        for length in 0..<bytes.count {
            #expect(throws: (any Error).self, "\(length) bytes") { try Session(stored: Data(bytes.prefix(length))) }
        }
    }

    @Test func `bytes that are none never stop the program`() {
        let bytes = Self.full.stored
        for index in bytes.indices {
            for change in [0x01, 0x80, 0xFF] as [UInt8] {
                var changed = bytes
                changed[index] ^= change
                _ = try? Session(stored: Data(changed))
            }
        }
    }
}
