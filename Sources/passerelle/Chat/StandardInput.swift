import Foundation

/// Lines of standard input, read byte by byte so that a terminal can go on after Ctrl-D.
enum StandardInput {
    /// Longer than any answer: 64 KiB, as a gateway's body.
    private static let longest = 65_536

    /// nil at the end of the input.
    static func line() -> String? {
        var bytes: [UInt8] = []
        var byte: UInt8 = 0
        while bytes.count < longest {
            let count = read(STDIN_FILENO, &byte, 1)
            if count < 0, errno == EINTR { continue }
            guard count == 1 else { return bytes.isEmpty ? nil : text(bytes) }
            if byte == UInt8(ascii: "\n") { break }
            bytes.append(byte)
        }
        return text(bytes)
    }

    private static func text(_ bytes: [UInt8]) -> String {
        String(decoding: bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes[...], as: UTF8.self)
    }
}
