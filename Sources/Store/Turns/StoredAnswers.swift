import Dialogs
import Foundation
import Texting

/// Whose answers a table holds.
enum AnswerOwner: String {
    case signUp = "sign_up"
    case callback
}

extension Connection {
    func answers(of owner: AnswerOwner, _ id: Data, _ sealer: Sealer) throws -> [String: Answer] {
        let sql: SQL =
            switch owner {
            case .signUp: "SELECT field, kind, clear, box FROM sign_up_answer WHERE sign_up = ?"
            case .callback: "SELECT field, kind, clear, box FROM callback_answer WHERE callback = ?"
            }
        return try rows(sql, [id]).reduce(into: [:]) { answers, row in
            let text: String = if let clear = row[2] as String? { clear } else { try sealer.text(row[3], .answer) }
            guard let kind = AnswerKind(rawValue: row[1]), let answer = kind.answer(from: text) else { throw Sealer.BadBox() }
            answers[row[0] as String] = answer
        }
    }

    func store(_ answers: [String: StoredAnswer], of owner: AnswerOwner, _ id: Data, _ sealer: Sealer) throws {
        let sql: SQL =
            switch owner {
            case .signUp: "INSERT INTO sign_up_answer (sign_up, field, kind, clear, number, box) VALUES (?, ?, ?, ?, ?, ?)"
            case .callback: "INSERT INTO callback_answer (callback, field, kind, clear, number, box) VALUES (?, ?, ?, ?, ?, ?)"
            }
        for (field, stored) in answers.sorted(by: { $0.key < $1.key }) {
            let (kind, text, number) = AnswerKind.written(stored.answer)
            let isClear = kind.isClear && !stored.isPrivate
            try run(
                sql, [id, field, kind.rawValue, isClear ? text : nil, isClear ? number : nil, isClear ? nil : sealer.box(text, .answer)])
        }
    }
}

/// How an answer is written in a column or in a box.
enum AnswerKind: String {
    case text, number, date, phone, choice, several, reference, skipped

    /// What filters ask for is clear; what tells who somebody is, is not.
    var isClear: Bool {
        switch self {
        case .number, .choice, .several, .skipped: true
        case .text, .date, .phone, .reference: false
        }
    }

    static func written(_ answer: Answer) -> (kind: AnswerKind, text: String, number: Double?) {
        switch answer {
        case .text(let text): (.text, text, nil)
        case .number(let number): (.number, "\(number)", NSDecimalNumber(decimal: number).doubleValue)
        case .date(let day): (.date, "\(day.year)-\(day.month)-\(day.day)", nil)
        case .phone(let number): (.phone, number.e164, nil)
        case .choice(let id): (.choice, id, nil)
        // A JSON array, so that `json_each` finds one of several; an id needs no escaping.
        case .several(let ids): (.several, "[" + ids.map { "\"\($0)\"" }.joined(separator: ",") + "]", nil)
        case .reference(let reference): (.reference, reference.digits, nil)
        case .skipped: (.skipped, "", nil)
        }
    }

    func answer(from text: String) -> Answer? {
        switch self {
        case .text: .text(text)
        case .number: Decimal(string: text).map { .number($0) }
        case .date:
            text.split(separator: "-").compactMap { Int($0) }.day.map { .date($0) }
        case .phone: .phone(PhoneNumber(e164: text))
        case .choice: .choice(text)
        case .several: .several(text.dropFirst().dropLast().split(separator: ",").map { String($0.dropFirst().dropLast()) })
        case .reference: Reference(parsing: text).map { .reference($0) }
        case .skipped: .skipped
        }
    }
}

extension [Int] {
    fileprivate var day: CalendarDay? { count == 3 ? CalendarDay(year: self[0], month: self[1], day: self[2]) : nil }
}
