/// Makes one input of another, as a broken line, a careless editor or somebody with bad intentions would.
struct Mutation {
    /// What else is read there, to be spliced in.
    var seeds: [[UInt8]]
    /// What means something there.
    var words: [[UInt8]]
    var longest: Int

    func mutated(_ seed: [UInt8], _ dice: inout Dice) -> [UInt8] {
        var bytes = seed
        // Mostly a little, so that what is meant is still nearly there; sometimes a lot.
        let rounds = dice.once(in: 8) ? 1 + dice.below(24) : 1 + dice.below(3)
        for _ in 0..<rounds { mutate(&bytes, &dice) }
        return bytes.count > longest ? Array(bytes[..<longest]) : bytes
    }

    private func mutate(_ bytes: inout [UInt8], _ dice: inout Dice) {
        switch dice.below(14) {
        case 0 where !bytes.isEmpty: bytes[dice.below(bytes.count)] ^= 1 << UInt8(dice.below(8))
        case 1 where !bytes.isEmpty: bytes[dice.below(bytes.count)] = UInt8(dice.below(256))
        case 2, 3: bytes.removeSubrange(range(in: bytes, &dice))
        case 4: bytes.insert(contentsOf: bytes[range(in: bytes, &dice)], at: dice.below(bytes.count + 1))
        case 5: repeatPiece(&bytes, &dice)
        case 6, 7: bytes.insert(contentsOf: word(&dice), at: dice.below(bytes.count + 1))
        case 8, 9: swapToken(&bytes, &dice)
        case 10: splice(&bytes, &dice)
        case 11: bytes.replaceSubrange(range(in: bytes, &dice), with: word(&dice))
        case 12: bytes = Array(bytes[..<dice.below(bytes.count + 1)])
        default: exchange(&bytes, &dice)
        }
    }

    private func word(_ dice: inout Dice) -> [UInt8] {
        words.isEmpty || dice.once(in: 3) ? Nasty.word(&dice) : dice.one(of: words)
    }

    /// Short ones more often than long ones.
    private func range(in bytes: [UInt8], _ dice: inout Dice) -> Range<Int> {
        let start = dice.below(bytes.count + 1)
        let most = dice.once(in: 4) ? bytes.count - start : min(16, bytes.count - start)
        return start..<(start + dice.below(most + 1))
    }

    /// Ten thousand times at most, once in a while.
    private func repeatPiece(_ bytes: inout [UInt8], _ dice: inout Dice) {
        let piece = Array(bytes[range(in: bytes, &dice)].prefix(64))
        guard !piece.isEmpty else { return }
        let most = dice.once(in: 12) ? 10_000 : 20
        let count = min(1 + dice.below(most), max(1, longest / piece.count))
        bytes.insert(contentsOf: repeatElement(piece, count: count).joined(), at: dice.below(bytes.count + 1))
    }

    /// Another word in the place of one of its own.
    private func swapToken(_ bytes: inout [UInt8], _ dice: inout Dice) {
        guard !bytes.isEmpty else { return }
        let middle = dice.below(bytes.count)
        var (start, end) = (middle, middle + 1)
        while start > 0, Self.isWord(bytes[start - 1]) { start -= 1 }
        while end < bytes.count, Self.isWord(bytes[end]) { end += 1 }
        bytes.replaceSubrange(start..<end, with: word(&dice))
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
            true
        default: false
        }
    }

    /// Its beginning and another's end.
    private func splice(_ bytes: inout [UInt8], _ dice: inout Dice) {
        guard !seeds.isEmpty else { return }
        let other = dice.one(of: seeds)
        bytes = Array(bytes[..<dice.below(bytes.count + 1)]) + other[dice.below(other.count + 1)...]
    }

    /// Two pieces change places.
    private func exchange(_ bytes: inout [UInt8], _ dice: inout Dice) {
        let first = range(in: bytes, &dice)
        let piece = Array(bytes[first])
        bytes.removeSubrange(first)
        bytes.insert(contentsOf: piece, at: dice.below(bytes.count + 1))
    }
}
