/// Bytes as they went over the wire, with marks on what is not shown of them.
struct Masked {
    enum Mark: UInt8 {
        case shown
        /// Shown as `•••`: a secret, a number, a person's words.
        case hidden
        /// Shown as `•••(12)`: nobody knows what it is, but how long it is may say what is wrong.
        case measured
    }

    let bytes: [UInt8]
    private(set) var marks: [Mark]

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        marks = [Mark](repeating: .shown, count: bytes.count)
    }

    /// What was hidden stays hidden, and what was measured is not shown by half.
    mutating func hide(_ range: Range<Int>) {
        for index in range where marks[index] == .shown { marks[index] = .hidden }
    }

    mutating func measure(_ range: Range<Int>) {
        for index in range { marks[index] = .measured }
    }

    /// As a terminal may show it, of the first `limit` bytes; what would move its cursor is a dot.
    func text(of limit: Int = .max) -> String {
        var text = ""
        var plain: [UInt8] = []
        let end = min(limit, bytes.count)
        var index = 0
        func flush() {
            text += String(String(decoding: plain, as: UTF8.self).unicodeScalars.map { Self.shown($0) })
            plain = []
        }
        while index < end {
            guard marks[index] != .shown else {
                plain.append(bytes[index])
                index += 1
                continue
            }
            flush()
            let mark = marks[index]
            let last = marks[index...].firstIndex { $0 != mark } ?? bytes.count
            text += mark == .hidden ? "•••" : "•••(\(last - index))"
            index = last
        }
        flush()
        return text
    }

    private static func shown(_ scalar: Unicode.Scalar) -> Character {
        switch scalar.properties.generalCategory {
        case .control where scalar != "\n" && scalar != "\t", .format, .lineSeparator, .paragraphSeparator: "·"
        default: Character(scalar)
        }
    }
}
