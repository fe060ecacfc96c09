package import Dialogs
import Yams

/// What became of a file that was to be brought into the house form.
package enum Formatted: Equatable, Sendable {
    case text(String)
    /// It can't be read, and so is left alone.
    case left([Finding])
}

/// A file of the dialogs in the house form: two blanks a level, quotes where they are needed, comments in their places, at most one
/// empty line between two entries. It reads the same afterwards, and a second time nothing changes.
package func formatted(_ text: String, file: String) -> Formatted {
    let errors = ParsedFile(text, file: file).findings.filter { $0.severity == .error }
    guard errors.isEmpty else { return .left(errors) }
    let source = SourceText(text, file: file)
    guard let root = compose(source.text) else { return .left([formatFault(file)]) }
    var form = HouseForm(FormattedSource(source, root))
    let result = form.text(of: root)
    // What it says must be what it said. Should this program ever get a file wrong, the author keeps the file.
    guard let after = compose(result), after.saysTheSame(as: root) else { return .left([formatFault(file)]) }
    return .text(result)
}

private func compose(_ text: String) -> Node? { try? Yams.compose(yaml: text, .basic, .default, .utf8) }

private func formatFault(_ file: String) -> Finding {
    Finding(
        .error, "format", at: Place(file: file, line: 1, column: 1),
        what: Bilingual(fr: "ce fichier ne peut pas être mis en forme", en: "this file can't be brought into form"),
        mend: Bilingual(fr: "il reste comme il est", en: "it stays as it is"))
}

extension Node {
    /// Whether both hold the same texts under the same names in the same order, however they are written.
    fileprivate func saysTheSame(as other: Node) -> Bool {
        switch (self, other) {
        case (.scalar(let left), .scalar(let right)):
            return left.string.unicodeScalars.elementsEqual(right.string.unicodeScalars)
        case (.sequence(let left), .sequence(let right)):
            return left.count == right.count && left.indices.allSatisfy { left[$0].saysTheSame(as: right[$0]) }
        case (.mapping(let left), .mapping(let right)):
            let (left, right) = (Array(left), Array(right))
            return left.count == right.count
                && left.indices.allSatisfy {
                    left[$0].key.saysTheSame(as: right[$0].key) && left[$0].value.saysTheSame(as: right[$0].value)
                }
        case (.scalar, _), (.sequence, _), (.mapping, _), (.alias, _): return false
        }
    }
}
