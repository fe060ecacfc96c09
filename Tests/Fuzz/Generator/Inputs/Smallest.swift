/// A small input that fails as a large one does: pieces are left out, large ones first, as long as it still fails.
///
/// - Parameter tries: how often it may be looked at.
package func smallest(of input: [UInt8], tries: Int, where fails: ([UInt8]) -> Bool) -> [UInt8] {
    var best = input
    var left = tries
    var piece = max(1, best.count / 2)
    while true {
        var start = 0
        var isSmaller = false
        while start < best.count, left > 0 {
            var candidate = best
            candidate.removeSubrange(start..<min(start + piece, best.count))
            left -= 1
            if fails(candidate) {
                best = candidate
                isSmaller = true
            } else {
                start += piece
            }
        }
        if left < 1 || piece == 1 && !isSmaller { return best }
        if !isSmaller || piece > best.count { piece = max(1, min(piece, best.count) / 2) }
    }
}
