/// What has broken programs before, whatever they read.
enum Nasty {
    static let words: [[UInt8]] =
        [
            "", "\0", "\u{FEFF}", "\u{200B}", "\u{202E}", "\r\n", "\r", "\n\n", "\t", " ", "  ", "\"", "'", "\\", "%", "%00", "%C3%28", "+",
            "&", "=", "*", "#",
            "**", "##", "*#*#", "*123*1#", "0", "00", "98", "99", "-1", "1e999", "0x10", "2147483648", "9223372036854775808",
            "340282366920938463463374607431768211456",
            "0.1e-400", "1,5", "NaN", "null", "true", "[]", "{}", "[[", "}}", "{{", "{{x|", "{{reference}}", "\\{{", "<!--", "-->",
            "<![CDATA[", "]]>", "&#x110000;",
            "&#0;", "&amp;", "<a/>", "é", "e\u{301}", "ß", "œ", "€", "ﬁ", "İ", "ǆ", "عائشة", "٣٤", "हिन्दी", "日本", "😀", "👩🏿‍🌾", "🇨🇲", "\u{301}",
            "\u{10FFFF}",
            "\u{FFFD}", "\u{1B}", "'; DROP TABLE contact; --", "../../etc/passwd", "$(id)", "STOP", "Orange", "8080", "+237670000001",
            "237 6 70 00 00 01",
        ].map { Array($0.utf8) } + [
            // No UTF-8: a lone byte of a pair, too long a form, half a surrogate, above the last place, a byte that never stands.
            [0x80], [0xC3], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xFE, 0xFF], [0xFF, 0xFE],
        ]

    static func word(_ dice: inout Dice) -> [UInt8] { dice.one(of: words) }
}
