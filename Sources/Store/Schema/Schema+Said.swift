extension Schema {
    /// All words of a turn in one box: to seal is a good part of what a turn costs. What was written before stays in boxes of its own.
    static let said = "ALTER TABLE turn ADD COLUMN said BLOB"
}
