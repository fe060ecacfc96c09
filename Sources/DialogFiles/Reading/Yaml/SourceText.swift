import Dialogs

/// A file as lines of scalars, with which places are counted as a person counts them.
struct SourceText {
    /// More than any dialog can need: one of fifty screens has 15,000 bytes.
    static let longestInBytes = 1_000_000

    let file: String
    var lines: [[Unicode.Scalar]]
    /// For lines with more than ASCII, the column of each scalar in characters; counted once, as a line may hold a whole file.
    private let columns: [[Int]]

    /// Takes any system's line ends, and leaves out the mark that some editors put at the front.
    init(_ text: String, file: String) {
        self.file = file
        var lines: [[Unicode.Scalar]] = []
        var line: [Unicode.Scalar] = []
        var last: Unicode.Scalar = " "
        for (offset, scalar) in text.unicodeScalars.enumerated() {
            switch scalar {
            case "\u{FEFF}" where offset == 0: break
            case "\n" where last == "\r": break
            case "\n", "\r":
                lines.append(line)
                line = []
            default: line.append(scalar)
            }
            last = scalar
        }
        lines.append(line)
        self.lines = lines
        columns = lines.map(Self.columns)
    }

    private static func columns(of line: [Unicode.Scalar]) -> [Int] {
        guard line.contains(where: { !$0.isASCII }) else { return [] }
        var columns: [Int] = []
        columns.reserveCapacity(line.count)
        for (offset, character) in String(String.UnicodeScalarView(line)).enumerated() {
            for _ in character.unicodeScalars { columns.append(offset + 1) }
        }
        return columns
    }

    var text: String {
        var scalars = String.UnicodeScalarView()
        for line in lines {
            scalars.append(contentsOf: line)
            scalars.append("\n")
        }
        return String(scalars)
    }

    /// - Parameters: both counted from 0, the column in scalars.
    func place(_ line: Int, _ column: Int) -> Place {
        guard lines.indices.contains(line) else { return Place(file: file, line: max(1, min(line + 1, lines.count)), column: 1) }
        let known = columns[line]
        if known.isEmpty { return Place(file: file, line: line + 1, column: column + 1) }
        return Place(file: file, line: line + 1, column: known.indices.contains(column) ? known[column] : (known.last ?? 0) + 1)
    }

    func scalar(_ line: Int, _ column: Int) -> Unicode.Scalar? {
        lines.indices.contains(line) && lines[line].indices.contains(column) ? lines[line][column] : nil
    }

    /// A private sign that the text does not hold, to stand for something else while it is parsed.
    func unusedScalar(apartFrom used: Set<Unicode.Scalar>) -> Unicode.Scalar {
        let first: UInt32 = 0xE000
        let candidates = (first..<first + 0x1900).lazy.compactMap(Unicode.Scalar.init)
        return candidates.first { candidate in !used.contains(candidate) && !lines.contains { $0.contains(candidate) } } ?? "\u{E000}"
    }
}

extension Unicode.Scalar {
    var isBlank: Bool { self == " " || self == "\t" }
    /// A blank at which no line is broken.
    var isHardBlank: Bool { self == "\u{A0}" || self == "\u{202F}" }
}
