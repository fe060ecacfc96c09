/// What one USSD page of a channel may hold.
package struct PageBudget: Hashable, Sendable {
    /// UCS-2 units in one USSD page: 160 octets (3GPP TS 24.080) hold half as many.
    package static let pageUCS2Units = 80

    package var letters: Letters
    /// Units a page: septets, or UCS-2 units (then at most 80).
    package var units: Int

    package init(letters: Letters, units: Int) {
        self.letters = letters
        self.units = units
    }

    /// Whether a page, in the letters that it is sent in, can be shown.
    package func fits(_ page: String) -> Bool {
        fits(Extent(page))
    }

    func fits(_ extent: Extent) -> Bool {
        if let septets = extent.septets { septets <= units } else { extent.utf16Units <= min(units, Self.pageUCS2Units) }
    }
}
