import Foundation

/// Whether two pieces of memory hold the same bytes; Swift compares arrays and texts an element at a time.
func isSame(_ one: UnsafeRawBufferPointer, _ other: UnsafeRawBufferPointer) -> Bool {
    guard one.count == other.count else { return false }
    guard let first = one.baseAddress, let second = other.baseAddress else { return true }
    return memcmp(first, second, one.count) == 0
}

func isSame(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    one.withUnsafeBytes { one in other.withUnsafeBytes { isSame(one, $0) } }
}

/// Not what Swift calls equal: an accent may stand in a letter or behind it.
func isSame(_ one: String, _ other: String) -> Bool {
    var (one, other) = (one, other)
    return one.withUTF8 { one in other.withUTF8 { isSame(UnsafeRawBufferPointer(one), UnsafeRawBufferPointer($0)) } }
}
