/// The country whose numbers are written without a calling code.
package struct Country: Hashable, Sendable {
    /// Digits alone: `237`.
    package var callingCode: String
    /// Digits of a number without its calling code (E.164 allows 15 with it).
    package var nationalDigits: ClosedRange<Int>

    package init(callingCode: String, nationalDigits: ClosedRange<Int> = 6...14) {
        self.callingCode = callingCode
        self.nationalDigits = nationalDigits
    }
}
