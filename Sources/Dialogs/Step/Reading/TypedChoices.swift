import Texting

/// Several numbers in one answer: `1 3`, `1,3`, and what else people put between two numbers.
enum TypedChoices {
    private static let joiners: Set<String> = ["et", "and"]
    private static let separators: Set<Character> = [",", ";", ".", "+", "-", "/", "&", "*"]

    static func parse(_ typed: TypedText) -> [Int]? {
        let spaced = typed.digits.map { separators.contains($0) ? " " : $0 }
        var numbers: [Int] = []
        for part in spaced.split(whereSeparator: \.isWhitespace).map({ String($0) }) {
            if let number = TypedText(part).optionNumber {
                if !numbers.contains(number) { numbers.append(number) }
            } else if !joiners.contains(folded(part)) || numbers.isEmpty {
                return nil
            }
        }
        return numbers.isEmpty ? nil : numbers
    }
}
