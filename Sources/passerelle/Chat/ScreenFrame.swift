/// A phone's screen in the terminal.
struct ScreenFrame {
    /// Columns of text: a basic phone shows about half, and then nobody could read it here.
    static let width = 40

    private let text: [String]

    init(_ lines: [String]) { text = lines.flatMap(Self.wrapped) }

    var lines: [String] {
        let bar = String(repeating: "─", count: Self.width + 2)
        let rows = text.map { "│ " + $0 + String(repeating: " ", count: max(0, Self.width - $0.count)) + " │" }
        return ["┌\(bar)┐"] + rows + ["└\(bar)┘"]
    }

    /// Between words; what has none is cut.
    private static func wrapped(_ line: String) -> [String] {
        var rows: [String] = []
        var row = ""
        for word in line.split(separator: " ", omittingEmptySubsequences: false) {
            var word = String(word)
            if !row.isEmpty, row.count + 1 + word.count > width {
                rows.append(row)
                row = ""
            }
            while word.count > width {
                rows.append(String(word.prefix(width)))
                word = String(word.dropFirst(width))
            }
            row += (row.isEmpty ? "" : " ") + word
        }
        return rows + [row]
    }
}
