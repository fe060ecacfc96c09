import CCurl

/// One of libcurl's handles for one request.
struct EasyHandle: ~Copyable {
    let pointer: UnsafeMutableRawPointer
    private let count: HandleCount

    init(count: HandleCount) throws(HTTPClient.Failure) {
        guard let pointer = curl_easy_init() else { throw .unusable("libcurl made no handle") }
        self.pointer = pointer
        self.count = count
        count.addMade()
    }

    deinit {
        curl_easy_cleanup(pointer)
        count.addFreed()
    }

    borrowing func set(_ option: CURLoption, _ text: String) throws(HTTPClient.Failure) {
        try check(passerelle_set_text(pointer, option, text))
    }

    borrowing func set(_ option: CURLoption, _ value: Int) throws(HTTPClient.Failure) {
        try check(passerelle_set_long(pointer, option, value))
    }

    borrowing func set(_ option: CURLoption, _ duration: Duration) throws(HTTPClient.Failure) {
        // Zero would be no limit at all.
        try set(option, max(1, Int(duration / .milliseconds(1))))
    }

    borrowing func check(_ code: CURLcode) throws(HTTPClient.Failure) {
        guard code == CURLE_OK else { throw .unusable(String(cString: curl_easy_strerror(code))) }
    }
}
