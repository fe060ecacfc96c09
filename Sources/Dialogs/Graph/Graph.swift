/// The dialogs as a picture, in the language of Graphviz: a box a file, a node a screen, an arrow wherever a person can go.
package func graph(_ script: Script) -> String {
    var drawing = Drawing(script)
    for (number, name) in script.dialogs.keys.sorted().enumerated() { drawing.add(dialog: name, number: number) }
    drawing.addArrows()
    return drawing.text
}

private struct Drawing {
    /// Letters of a screen's words that its node shows.
    private static let longestWords = 60
    private static let longestArrow = 24
    /// Letters to a line.
    private static let width = 26

    let script: Script
    private var lines: [String] = [
        "digraph passerelle {",
        "  rankdir=LR;",
        "  ranksep=0.7;",
        "  nodesep=0.25;",
        "  graph [fontname=\"Helvetica\", fontsize=13, labeljust=l, style=\"rounded\", color=\"#b8c4ce\", bgcolor=\"white\"];",
        "  node [fontname=\"Helvetica\", fontsize=10, shape=box, style=\"rounded,filled\", fillcolor=\"white\", color=\"#55636f\", margin=\"0.12,0.06\"];",
        "  edge [fontname=\"Helvetica\", fontsize=9, color=\"#7a8894\", fontcolor=\"#3d4a55\", arrowsize=0.7];",
        "  \"()\" [shape=circle, width=0.2, label=\"\", fillcolor=\"#1f2d3a\"];",
    ]

    init(_ script: Script) { self.script = script }

    var text: String { (lines + ["}", ""]).joined(separator: "\n") }

    mutating func add(dialog name: String, number: Int) {
        guard let dialog = script.dialogs[name] else { return }
        lines.append("  subgraph cluster_\(number) {")
        lines.append("    label=\(quoted(name));")
        for id in dialog.order {
            guard let screen = dialog.screens[id] else { continue }
            let label = ([id] + words(of: screen)).joined(separator: "\n")
            lines.append("    \(quoted("\(name)/\(id)")) [label=\(quoted(label)), \(screen.look)];")
        }
        lines.append("  }")
    }

    mutating func addArrows() {
        if let first = script.dialogs[script.start]?.start { arrow(from: "()", to: "\(script.start)/\(first)", "", .plain) }
        for (name, dialog) in script.dialogs.sorted(by: { $0.key < $1.key }) {
            let opened = "\(name)/\(dialog.start)"
            if let keywords = dialog.keywords[script.source], !keywords.isEmpty {
                arrow(from: "()", to: opened, "SMS " + keywords.joined(separator: ", "), .dashed)
            }
            for (id, reminder) in dialog.reminders.sorted(by: { $0.key < $1.key }) {
                if let target = reminder.opens { arrow(from: "()", target, in: name, id, .dashed) }
            }
        }
        for (address, screen) in script.allScreens {
            for way in ways(out: screen) { arrow(from: address.description, way.target, in: address.dialog, way.label, way.line) }
        }
    }

    private struct Way {
        var target: Target
        var label: String
        var line: Line = .plain
    }

    private enum Line: String {
        case plain = "solid"
        case dashed, dotted
    }

    private func ways(out screen: Screen) -> [Way] {
        switch screen.kind {
        case .menu(_, let options):
            return options.map { Way(target: $0.next, label: source($0.words), line: $0.when == nil ? .plain : .dotted) }
        case .page(_, let next): return [Way(target: next, label: "")]
        case .review(let review): return [Way(target: review.next, label: source(review.accept))]
        case .route(let route):
            return route.cases.map { Way(target: $0.next, label: $0.when.short, line: .dotted) } + [
                Way(target: route.otherwise, label: route.cases.isEmpty ? "" : "sinon", line: .dotted)
            ]
        case .call(let target, let next):
            return [Way(target: target, label: "appelle", line: .dashed)] + (next.map { [Way(target: $0, label: "puis")] } ?? [])
        case .end: return []
        case .question(let question): return ways(out: question)
        }
    }

    private func ways(out question: Question) -> [Way] {
        guard case .byChoice(let byID, let skipped, let otherwise) = question.next else {
            return question.next.targets.map { Way(target: $0, label: "") }
        }
        var labels: [(target: Target, words: [String])] = []
        var choices: [Choice] = []
        if case .choice(let offered) = question.expect { choices = script.choices(of: offered.source) }
        for (id, target) in byID.sorted(by: { $0.value.place < $1.value.place }) {
            let words = choices.first { $0.id == id }.map { source($0.words) } ?? id
            labels.append((target, [words]))
        }
        if let skipped { labels.append((skipped, [question.optional.map { source($0) } ?? "passer"])) }
        if let otherwise { labels.append((otherwise, ["sinon"])) }
        return labels.map { Way(target: $0.target, label: $0.words.joined(separator: ", ")) }
    }

    /// A `return` leads to no node of its own: the call's own arrow `puis` goes on from there.
    private mutating func arrow(from: String, _ target: Target, in dialog: String, _ label: String, _ line: Line) {
        guard let address = script.address(of: target, in: dialog), script.screen(at: address) != nil else { return }
        arrow(from: from, to: address.description, label, line)
    }

    private mutating func arrow(from: String, to: String, _ label: String, _ line: Line) {
        var looks = label.isEmpty ? [] : ["label=\(quoted(shortened(label, to: Self.longestArrow)))"]
        if line != .plain { looks.append("style=\(line.rawValue)") }
        let look = looks.isEmpty ? "" : " [\(looks.joined(separator: ", "))]"
        lines.append("  \(quoted(from)) -> \(quoted(to))\(look);")
    }

    private func words(of screen: Screen) -> [String] {
        guard let words = screen.texts.first else { return [] }
        return wrapped(shortened(source(words), to: Self.longestWords))
    }

    private func source(_ words: Words) -> String { words.source.ussd.raw }

    private func shortened(_ text: String, to length: Int) -> String {
        guard text.count > length else { return text }
        let cut = text.prefix(length)
        let end = cut.lastIndex(of: " ") ?? cut.endIndex
        return cut[..<end] + " …"
    }

    private func wrapped(_ text: String) -> [String] {
        text.split(whereSeparator: \.isWhitespace).reduce(into: [String]()) { lines, word in
            if let last = lines.last, last.count + word.count < Self.width {
                lines[lines.count - 1] = "\(last) \(word)"
            } else {
                lines.append(String(word))
            }
        }
    }

    private func quoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        return "\"\(escaped)\""
    }
}
