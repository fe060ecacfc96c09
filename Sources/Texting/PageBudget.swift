/// What one USSD page of a channel may hold.
package struct PageBudget: Hashable, Sendable {
    package var letters: Letters
    /// Units a page: septets, or UCS-2 units (then at most 80).
    package var units: Int

    package init(letters: Letters, units: Int) {
        self.letters = letters
        self.units = units
    }
}
