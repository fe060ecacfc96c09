/// Signs that mean something in what is read; asked for every byte, so that a hash would cost more than all the rest.
struct ByteSet {
    private var bits: (UInt64, UInt64) = (0, 0)

    /// Of ASCII alone.
    init(_ signs: String) {
        for byte in signs.utf8 {
            if byte < 64 { bits.0 |= 1 << UInt64(byte) } else if byte < 128 { bits.1 |= 1 << UInt64(byte - 64) }
        }
    }

    func contains(_ byte: UInt8) -> Bool {
        if byte < 64 { return bits.0 >> UInt64(byte) & 1 == 1 }
        return byte < 128 && bits.1 >> UInt64(byte - 64) & 1 == 1
    }

    static let blanks = ByteSet(" \t\r\n")
}
