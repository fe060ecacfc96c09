/// The country whose numbers are written without a calling code.
package struct Country: Hashable, Sendable {
    /// Digits alone: `237`.
    package var callingCode: String

    package init(callingCode: String) { self.callingCode = callingCode }
}
