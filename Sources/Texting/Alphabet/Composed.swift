import Foundation

extension StringProtocol {
    /// With each letter and its accents as one character where there is one, so that equal texts have one size.
    var composed: String {
        // Below U+0300, which UTF-8 begins with 0xCC, nothing combines, and that is nearly all that is sent.
        mayCombine ? precomposedStringWithCanonicalMapping : String(self)
    }

    private var mayCombine: Bool {
        utf8.withContiguousStorageIfAvailable(\.mayCombine) ?? utf8.contains { $0 >= 0xCC }
    }
}

extension UnsafeBufferPointer<UInt8> {
    // Without a way out in the middle, so that many bytes are looked at in one step.
    var mayCombine: Bool { reduce(0) { Swift.max($0, $1) } >= 0xCC }
}
