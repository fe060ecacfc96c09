/// `[COMMAND PLACE…] [--seed N] [--inputs N] [--only SUBJECT]`
struct Arguments {
    var command: String?
    var seed: UInt64 = 20_261_127
    var inputs = 1_000_000
    var only: String?
    private var rest: [String] = []

    init(_ words: some Sequence<String>) {
        var words = words.makeIterator()
        while let word = words.next() {
            switch word {
            case "--seed": seed = words.next().flatMap { UInt64($0) } ?? seed
            case "--inputs": inputs = words.next().flatMap { Int($0) } ?? inputs
            case "--only": only = words.next()
            default: if command == nil { command = word } else { rest.append(word) }
            }
        }
    }

    mutating func all() -> [String] {
        defer { rest = [] }
        return rest
    }

    mutating func take() -> String { rest.isEmpty ? "" : rest.removeFirst() }
}
