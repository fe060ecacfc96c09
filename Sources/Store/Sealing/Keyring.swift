package import Crypto
import Foundation

/// What makes the data readable: one key that numbers are found by, and keys that boxes are sealed with, each with its number.
package struct Keyring: Sendable {
    let index: SymmetricKey
    let seals: [UInt8: SymmetricKey]
    /// What new boxes are sealed with.
    let current: UInt8

    /// In bytes: AES-256, and as much for HMAC-SHA256.
    private static let keySize = 32

    package init(index: SymmetricKey, seals: [UInt8: SymmetricKey], current: UInt8) {
        self.index = index
        self.seals = seals
        self.current = current
    }

    /// New keys, drawn from the system's randomness that the program hands in.
    package init(drawnFrom chance: Chance) {
        self.init(
            index: SymmetricKey(data: chance.bytes(Self.keySize)), seals: [1: SymmetricKey(data: chance.bytes(Self.keySize))], current: 1)
    }

    /// Reads what `text` writes; nil where it is something else.
    init?(parsing text: String) {
        var index: SymmetricKey?
        var seals: [UInt8: SymmetricKey] = [:]
        for line in text.split(whereSeparator: \.isNewline) where !line.hasPrefix("#") {
            let words = line.split(separator: " ")
            guard let last = words.last, let bytes = Data(hexadecimal: last), bytes.count == Self.keySize else { return nil }
            switch words.first {
            case "index" where words.count == 2: index = SymmetricKey(data: bytes)
            case "seal" where words.count == 3:
                guard let number = UInt8(words[1]) else { return nil }
                seals[number] = SymmetricKey(data: bytes)
            default: return nil
            }
        }
        guard let index, let current = seals.keys.max() else { return nil }
        self.init(index: index, seals: seals, current: current)
    }

    var text: String {
        let head = [
            "# Without this file nothing in the database can be read. Keep a copy, and keep it apart from the backups.",
            "index \(index.hexadecimal)",
        ]
        let seals = seals.sorted { $0.key < $1.key }.map { "seal \($0.key) \($0.value.hexadecimal)" }
        return (head + seals).joined(separator: "\n") + "\n"
    }
}

extension SymmetricKey {
    fileprivate var hexadecimal: String { withUnsafeBytes { Data($0).hexadecimal } }
}

extension Data {
    var hexadecimal: String {
        map { byte in
            let digits = String(byte, radix: 16)
            return digits.count == 1 ? "0" + digits : digits
        }.joined()
    }

    init?(hexadecimal: Substring) {
        var bytes: [UInt8] = []
        var rest = hexadecimal.utf8[...]
        while !rest.isEmpty {
            guard rest.count >= 2, let byte = UInt8(Substring(rest.prefix(2)), radix: 16) else { return nil }
            bytes.append(byte)
            rest = rest.dropFirst(2)
        }
        self.init(bytes)
    }
}
