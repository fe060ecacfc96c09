import Foundation

extension StringProtocol {
    /// With each letter and its accents as one character where there is one, so that equal texts have one size.
    var composed: String {
        // Below U+0300 nothing combines, and that is nearly all that is sent.
        unicodeScalars.contains { $0.value >= 0x300 } ? precomposedStringWithCanonicalMapping : String(self)
    }
}
