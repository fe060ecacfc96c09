extension [Unicode.Scalar] {
    /// Where a quoted text that this line is in the middle of ends; nil where it goes on in the next line.
    ///
    /// A backslash escapes between double quotes, a second quote between single ones (YAML 1.2 §7.3).
    func closing(_ quote: Unicode.Scalar, from start: Int) -> Int? {
        var column = start
        while column < count {
            if quote == "\"", self[column] == "\\" {
                column += 2
            } else if self[column] != quote {
                column += 1
            } else if quote == "'", column + 1 < count, self[column + 1] == quote {
                column += 2
            } else {
                return column
            }
        }
        return nil
    }
}
