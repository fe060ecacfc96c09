import Dialogs
import Foundation
import Store
import Texting

/// The words of the live dialogs for what is stored as ids; a field or a choice that is gone keeps its id.
struct Labels {
    private var fields: [String: String] = [:]
    private var choices: [String: [String: String]] = [:]
    /// Fields in the order of the sign-ups that store them.
    private(set) var order: [String] = []

    init(script: Script?, language: Language) {
        guard let script else { return }
        for dialog in script.dialogs.sorted(by: { $0.key < $1.key }).map(\.value) {
            for signUp in dialog.signUps.sorted(by: { $0.key < $1.key }).map(\.value) {
                order += signUp.fields.map(\.id).filter { !order.contains($0) }
            }
            for case .question(let question) in dialog.order.compactMap({ dialog.screens[$0]?.kind }) {
                if let label = question.label { fields[question.save.id] = label.template(language, .sms).raw }
                guard case .choice(let offered) = question.expect else { continue }
                for choice in script.choices(of: offered.source) {
                    choices[question.save.id, default: [:]][choice.id] = choice.words.template(language, .sms).raw
                }
            }
        }
    }

    func heading(_ field: String) -> String { fields[field] ?? field }

    func words(_ answer: Answer, of field: String) -> Cell {
        let known = choices[field] ?? [:]
        return switch answer {
        case .choice(let id): .text(known[id] ?? id)
        case .several(let ids): .list(ids.map { known[$0] ?? $0 })
        default: Cell(answer)
        }
    }
}

extension Cell {
    /// As the contract of `export --format json` has it: a number is a number, several are a list, all else is text.
    init(_ answer: Answer) {
        self =
            switch answer {
            case .text(let text): .text(text)
            case .number(let number): .number(number)
            case .date(let day): .text(day.text)
            case .phone(let number): .text(number.e164)
            case .choice(let id): .text(id)
            case .several(let ids): .list(ids)
            case .reference(let reference): .text(reference.digits)
            case .skipped: .missing
            }
    }
}

extension CalendarDay {
    /// As ISO 8601 has it.
    var text: String {
        let padded = { (number: Int, width: Int) in String(repeating: "0", count: max(0, width - "\(number)".count)) + "\(number)" }
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }
}

extension Date {
    /// RFC 3339 in UTC.
    var text: String { formatted(.iso8601) }
}
