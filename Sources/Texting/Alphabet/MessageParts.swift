/// A text cut into the parts that an SMS travels in.
///
/// A part ends before a character that would be cut in two, an escape and its septet or the two halves of a surrogate pair, so that there
/// can be more parts than the units divided by their limit.
package struct MessageParts: Hashable, Sendable {
    package let encoding: MessageSize.Encoding
    package let units: Int
    /// None for an empty text.
    package let texts: [String]

    package init(sms text: String) {
        let text = text.composed
        let extent = Extent(text)
        encoding = extent.septets == nil ? .ucs2 : .gsm7
        units = extent.septets ?? extent.utf16Units
        guard units > encoding.unitsAlone else {
            texts = text.isEmpty ? [] : [text]
            return
        }
        var done: [String] = []
        var part = String.UnicodeScalarView()
        var room = encoding.unitsInPart
        for scalar in text.unicodeScalars {
            let width =
                switch encoding {
                case .gsm7: GSMAlphabet.code(of: scalar)?.septets ?? 1
                case .ucs2: UTF16.width(scalar)
                }
            if width > room {
                done.append(String(part))
                part = String.UnicodeScalarView()
                room = encoding.unitsInPart
            }
            part.append(scalar)
            room -= width
        }
        texts = done + [String(part)]
    }
}
