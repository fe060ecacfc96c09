/// Where something stands in the dialogs' folder, so that a finding can point at it.
package struct Place: Hashable, Sendable, Codable {
    /// The path inside the folder, such as `inscription.yaml`.
    package var file: String
    /// Counted from 1.
    package var line: Int
    /// Counted from 1, in characters.
    package var column: Int

    package init(file: String, line: Int, column: Int) {
        self.file = file
        self.line = line
        self.column = column
    }
}

extension Place: Comparable {
    package static func < (left: Place, right: Place) -> Bool {
        (left.file, left.line, left.column) < (right.file, right.line, right.column)
    }
}
