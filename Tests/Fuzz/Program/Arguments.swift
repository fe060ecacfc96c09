/// `[COMMAND PLACE…] [--seed N] [--inputs N] [--only SUBJECT] [--well-formed]`
struct Arguments {
    var command: String?
    var seed: UInt64 = 20_261_127
    var inputs = 1_000_000
    var only: String?
    /// The service gets only what an HTTP client could send, as a debug build of it must.
    var isWellFormed = false
    private var rest: [String] = []

    init(_ words: some Sequence<String>) {
        var words = words.makeIterator()
        while let word = words.next() {
            switch word {
            case "--seed": seed = words.next().flatMap { UInt64($0) } ?? seed
            case "--inputs": inputs = words.next().flatMap { Int($0) } ?? inputs
            case "--well-formed": isWellFormed = true
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
