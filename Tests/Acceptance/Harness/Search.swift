import Foundation

/// Looks through every file of a folder for a text in the forms in which it could lie there.
struct Search {
    private let needles: [(form: String, bytes: Data)]

    init(for text: String) {
        let utf8 = Array(text.utf8)
        let littleEndian = text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
        let bigEndian = text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
        var needles = [("UTF-8", utf8), ("UTF-16LE", littleEndian), ("UTF-16BE", bigEndian)]
        for (form, bytes) in needles {
            let hex = bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            needles.append(("hex of \(form)", Array(hex.utf8)))
            needles.append(("HEX of \(form)", Array(hex.uppercased().utf8)))
            for shift in 0..<3 {
                needles.append(("base64 of \(form), shifted by \(shift)", Self.base64(bytes, shiftedBy: shift)))
            }
        }
        self.needles = needles.map { ($0, Data($1)) }
    }

    /// The letters of base64 that the bytes alone decide, wherever in threes they begin.
    private static func base64(_ bytes: [UInt8], shiftedBy shift: Int) -> [UInt8] {
        let encoded = Array(Data([UInt8](repeating: 0, count: shift) + bytes).base64EncodedString().utf8)
        let first = (shift * 8 + 5) / 6
        let last = (shift + bytes.count) * 8 / 6
        return Array(encoded[first..<last])
    }

    /// Where it was found: file and form.
    func findings(in folders: [URL]) throws -> [String] {
        var findings: [String] = []
        for folder in folders {
            for case let name as String in FileManager.default.enumerator(atPath: folder.path) ?? .init() {
                let file = folder.appending(path: name)
                guard try file.resourceValues(forKeys: [.isRegularFileKey]).isRegularFile == true else { continue }
                let content = try Data(contentsOf: file)
                findings += needles.filter { content.range(of: $0.bytes) != nil }.map { "\(name): \($0.form)" }
            }
        }
        return findings
    }
}
