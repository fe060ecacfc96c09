import Dialogs

/// What is wrong with the configuration, where, and the way out.
struct ConfigurationProblem: Error, Equatable, CustomStringConvertible {
    var place: Place?
    var sentence: Bilingual

    init(at place: Place?, fr: String, en: String) {
        self.place = place
        sentence = Bilingual(fr: fr, en: en)
    }

    var description: String {
        let words = sentence[.ofThisTerminal]
        return place.map { "\($0.file):\($0.line):\($0.column): \(words)" } ?? words
    }
}

/// Every problem of the configuration at once.
struct ConfigurationProblems: Error, CustomStringConvertible {
    var problems: [ConfigurationProblem]

    var description: String { problems.map(\.description).joined(separator: "\n") }
}

extension ConfigurationProblem {
    /// As the file has them; those without a place first.
    var order: Place { place ?? Place(file: "", line: 0, column: 0) }
}
