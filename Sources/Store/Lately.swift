/// What was last asked for, by its key: at least `most` of it, at most twice as many.
///
/// A turn asks for nearly the same things as the one before it in its session. They are kept in two halves: what is asked for again moves
/// to the newer one, and once that is full the older one is let go of.
struct Lately<Key: Hashable, Value> {
    private var newer: [Key: Value] = [:]
    private var older: [Key: Value] = [:]
    private let most: Int

    init(most: Int) { self.most = most }

    /// For good: whoever takes it may change it without a copy.
    mutating func take(_ key: Key) -> Value? { newer.removeValue(forKey: key) ?? older.removeValue(forKey: key) }

    subscript(key: Key) -> Value? {
        mutating get {
            if let value = newer[key] { return value }
            guard let value = older[key] else { return nil }
            self[key] = value
            return value
        }
        set {
            if newValue != nil && newer.count >= most {
                older = newer
                newer = Dictionary(minimumCapacity: most)
            }
            newer[key] = newValue
            if newValue == nil { older[key] = nil }
        }
    }
}
