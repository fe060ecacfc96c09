/// The calling codes of the world (ITU-T E.164, list of assigned codes). None is the beginning of another.
enum CallingCode {
    /// How many digits the code has that a number with these first three begins with; 0 where none is assigned.
    private static let lengths: [UInt8] = {
        let short = """
            1 7 20 27 30 31 32 33 34 36 39 40 41 43 44 45 46 47 48 49 51 52 53 54 55 56 57 58 60 61 62 63 64 65 66 81 82 84 86 90 91 92 93
            94 95 98
            """
        let long = """
            211 212 213 216 218 22* 23* 24* 250 251 252 253 254 255 256 257 258 26* 290 291 297 298 299 35* 370 371 372 373 374 375 376 377
            378 379 380 381 382 383 385 386 387 389 420 421 423 50* 59* 670 672 673 674 675 676 677 678 679 680 681 682 683 685 686 687 688
            689 690 691 692 800 808 850 852 853 855 856 870 878 880 881 882 883 886 888 960 961 962 963 964 965 966 967 968 970 971 972 973
            974 975 976 977 979 992 993 994 995 996 998
            """
        let codes = (short + " " + long).split(whereSeparator: \.isWhitespace).flatMap { code -> [String] in
            code.hasSuffix("*") ? (0...9).map { code.dropLast() + String($0) } : [String(code)]
        }
        var lengths = [UInt8](repeating: 0, count: 1000)
        for code in codes {
            let scale = code.utf8.count == 1 ? 100 : code.utf8.count == 2 ? 10 : 1
            guard let number = Int(code) else { continue }
            for first in number * scale..<(number + 1) * scale { lengths[first] = UInt8(code.utf8.count) }
        }
        return lengths
    }()

    /// Countries where a number written the national way begins with a 0 that belongs to it: Italy, the Vatican, San Marino, Côte d'Ivoire,
    /// the Congo. Elsewhere a 0 in front is the trunk prefix, and no part of the number.
    private static let keepingZero = ["39", "378", "379", "225", "242"]

    /// The code that a number, in digits, begins with.
    static func beginning(_ digits: some StringProtocol) -> String? {
        var (first, count) = (0, 0)
        for byte in digits.utf8.prefix(3) {
            guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { break }
            first = first * 10 + Int(byte - UInt8(ascii: "0"))
            count += 1
        }
        for _ in count..<3 { first *= 10 }
        let length = Int(lengths[first])
        return length > 0 && length <= count ? String(decoding: digits.utf8.prefix(length), as: UTF8.self) : nil
    }

    static func keepsZero(_ code: String) -> Bool { keepingZero.contains(code) }
}
