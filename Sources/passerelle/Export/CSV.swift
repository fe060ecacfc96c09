import Foundation

/// A table as the spreadsheet programs of an office open it: UTF-8 with a byte-order mark, `;` where the office is French.
struct CSV {
    let separator: Character

    static let byteOrderMark = "\u{FEFF}"

    func line(_ cells: [Cell]) -> String {
        cells.map(field).joined(separator: String(separator)) + "\r\n"
    }

    private func field(_ cell: Cell) -> String {
        switch cell {
        case .missing: ""
        // An office that separates by `;` writes 3,5, and takes 3.5 for a text or for the third of May.
        case .number(let number): separator == ";" ? "\(number)".replacing(".", with: ",") : "\(number)"
        case .list(let items): quoted(harmless(items.joined(separator: ", ")))
        case .text(let text): quoted(harmless(text))
        }
    }

    /// A cell that begins like a formula would be run by the spreadsheet (OWASP, "CSV Injection"): an apostrophe in front makes it text.
    /// A phone number is left alone: a plus and digits compute nothing, and people paste it into a phone.
    private func harmless(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"].contains(first) else {
            return text
        }
        let isPhoneNumber = first == "+" && text.count > 1 && text.dropFirst().allSatisfy { $0.isASCII && $0.isNumber }
        return isPhoneNumber ? text : "'" + text
    }

    private func quoted(_ text: String) -> String {
        let needsQuotes = text.unicodeScalars.contains { ["\"", ",", ";", "\n", "\r", "\t"].contains($0) }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}
