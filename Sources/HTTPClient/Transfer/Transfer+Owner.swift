import CCurl

/// libcurl hands the owner back as a bare pointer. It is alive then: the loop holds every transfer that libcurl has.
extension Transfer {
    static func of(_ easy: UnsafeMutableRawPointer) -> Transfer? { passerelle_get_owner(easy).map(at) }

    fileprivate static func at(_ owner: UnsafeMutableRawPointer) -> Transfer {
        Unmanaged<Transfer>.fromOpaque(owner).takeUnretainedValue()
    }
}

extension EasyHandle {
    borrowing func setOwner(_ owner: Transfer) throws(HTTPClient.Failure) {
        try check(passerelle_set_owner(pointer, Unmanaged.passUnretained(owner).toOpaque(), takeBody, takeHeader, begin))
    }
}

/// For a piece of the body: anything but the number of bytes stops the exchange.
private func takeBody(_ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ owner: UnsafeMutableRawPointer?) -> Int {
    guard let owner else { return 0 }
    let piece = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return Transfer.at(owner).take(body: piece) ? piece.count : 0
}

/// For a line of the head: anything but the number of bytes stops the exchange.
private func takeHeader(_ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ owner: UnsafeMutableRawPointer?) -> Int {
    guard let owner else { return 0 }
    let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return Transfer.at(owner).take(header: line) ? line.count : 0
}

/// Before a request is written; the addresses of both ends are of no interest.
private func begin(
    _ owner: UnsafeMutableRawPointer?, _: UnsafeMutablePointer<CChar>?, _: UnsafeMutablePointer<CChar>?, _: Int32, _: Int32
) -> Int32 {
    guard let owner else { return CURL_PREREQFUNC_ABORT }
    return Transfer.at(owner).begin() ? CURL_PREREQFUNC_OK : CURL_PREREQFUNC_ABORT
}
