import Texting

/// Numbers as people write them in a message.
extension Situation {
    /// The option beside that number: `2`, and where it is no consent also `2.`, `2)` and the line as shown, `2 Non`.
    func numbered(_ written: TypedText) -> ShownOption? {
        if let number = written.optionNumber { return shown(number) }
        guard !asksConsent else { return nil }
        let digits = bare(written.digits)
        if let number = TypedText(digits).optionNumber { return shown(number) }
        let (number, rest) = (digits.prefix { ("0"..."9").contains($0) }, digits.drop { ("0"..."9").contains($0) })
        guard let option = TypedText(String(number)).optionNumber.flatMap(shown),
            case .one = named(TypedText(bare(String(rest))), among: [option])
        else { return nil }
        return option
    }

    /// What is meant without a doubt: by its number, else by its whole words.
    func exactly(_ written: TypedText, among options: [ShownOption]) -> Meant {
        numbered(written).map { .one($0) } ?? named(written, among: options)
    }

    /// What is meant: exactly, else by what it is nearest to.
    func understood(_ written: TypedText, among options: [ShownOption]) -> Meant {
        let exact = exactly(written, among: options)
        return exact == .nothing ? nearest(written, among: options) : exact
    }

    private func shown(_ number: Int) -> ShownOption? {
        session.shown.indices.contains(number - 1) ? session.shown[number - 1] : nil
    }

    /// The answers to a question that takes several, as the numbers that they have on the phone; nil where one piece is none of them.
    func severalNumbered(_ written: TypedText, by understand: (TypedText) -> Meant) -> TypedText? {
        var numbers: [Int] = []
        for piece in written.pieces {
            guard case .one(let option) = understand(piece), let index = session.shown.firstIndex(of: option) else { return nil }
            numbers.append(index + 1)
        }
        return numbers.isEmpty ? nil : TypedText(numbers.map(String.init).joined(separator: " "))
    }
}
