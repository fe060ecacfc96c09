import Foundation
import Texting

extension ByteWriter {
    mutating func write(_ frame: Frame) {
        write(frame.screen)
        write(frame.calls) { $0.write($1) }
        write(frame.pace == .passing)
    }

    /// Piece by piece: to hand an answer on with all that is kept of it would copy it.
    mutating func write(_ given: Few<GivenAnswer>) {
        write(given.names.count)
        for index in given.names.indices {
            write(given.names[index])
            write(given.values[index].answer)
            write(given.values[index].words) { $0.write($1) }
            write(given.values[index].at)
            write(given.values[index].isPrivate)
        }
    }

    mutating func write(_ pending: Session.Pending) {
        switch pending {
        case .dialled(let path):
            write(true)
            write(path) { $0.write($1) }
        case .texted(let text):
            write(false)
            write(text)
        }
    }

    mutating func write(_ told: Session.Told) {
        write(told.signUp)
        write(told.reference.digits)
        write(told.hidden) { $0.write($1) { $0.write($1) } }
    }

    private mutating func write(_ answer: Answer) {
        switch answer {
        case .text(let text): write(AnswerCode.text, text)
        case .number(let number): write(AnswerCode.number, "\(number)")
        case .date(let day):
            write(AnswerCode.date.rawValue)
            // Zigzag, as a year may be before the first.
            write(day.year << 1 ^ day.year >> (Int.bitWidth - 1))
            write(day.month)
            write(day.day)
        case .phone(let number): write(AnswerCode.phone, number.e164)
        case .choice(let id): write(AnswerCode.choice, id)
        case .several(let ids):
            write(AnswerCode.several.rawValue)
            write(ids) { $0.write($1) }
        case .reference(let reference): write(AnswerCode.reference, reference.digits)
        case .skipped: write(AnswerCode.skipped.rawValue)
        }
    }

    private mutating func write(_ code: AnswerCode, _ text: String) {
        write(code.rawValue)
        write(text)
    }
}

/// Never renumbered: conversations are stored with them.
private enum AnswerCode: UInt8 {
    case text = 1, number, date, phone, choice, several, reference, skipped
}

extension ByteReader {
    mutating func named<Name: RawRepresentable<String>>() throws -> Name {
        guard let name = Name(rawValue: try text()) else { throw Damaged() }
        return name
    }

    mutating func frame() throws -> Frame {
        Frame(screen: try address(), calls: try list { try $0.address() }, pace: try flag() ? .passing : .stepping)
    }

    mutating func reference() throws -> Reference {
        guard let reference = Reference(parsing: try text()) else { throw Damaged() }
        return reference
    }

    mutating func givenAnswer() throws -> GivenAnswer {
        GivenAnswer(answer: try answer(), words: try optional { try $0.text() }, at: try time(), isPrivate: try flag())
    }

    mutating func pending() throws -> Session.Pending {
        try flag() ? .dialled(try list { try $0.text() }) : .texted(try text())
    }

    mutating func told() throws -> Session.Told {
        Session.Told(
            signUp: try text(), reference: try reference(), hidden: try optional { Set(try $0.list { try $0.text() }) })
    }

    private mutating func answer() throws -> Answer {
        guard let code = AnswerCode(rawValue: try byte()) else { throw Damaged() }
        switch code {
        case .text: return .text(try text())
        case .number:
            guard let number = Decimal(string: try text()) else { throw Damaged() }
            return .number(number)
        case .date:
            let year = try number()
            return .date(CalendarDay(year: Int(UInt(bitPattern: year) >> 1) ^ -(year & 1), month: try number(), day: try number()))
        case .phone: return .phone(PhoneNumber(e164: try text()))
        case .choice: return .choice(try text())
        case .several: return .several(try list { try $0.text() })
        case .reference: return .reference(try reference())
        case .skipped: return .skipped
        }
    }
}
