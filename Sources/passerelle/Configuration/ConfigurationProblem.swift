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

extension ConfigurationProblem {
    /// A place in a template that none of those there are is called.
    static func unknownPlace(_ name: String, among names: [String], in setting: String, at place: Place?) -> ConfigurationProblem {
        let known = names.map { "{{\($0)}}" }.joined(separator: ", ")
        let near = nearest(to: name, among: names)
        return ConfigurationProblem(
            at: place,
            fr: "« {{\(name)}} » n'existe pas dans « \(setting) »"
                + (near.map { " ; vouliez-vous dire « {{\($0)}} » ?" } ?? " ; il y a \(known)"),
            en: "there is no “{{\(name)}}” in “\(setting)”" + (near.map { "; did you mean “{{\($0)}}”?" } ?? "; there are \(known)"))
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
