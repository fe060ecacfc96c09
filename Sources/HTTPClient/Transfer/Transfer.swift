import CCurl
import HTTPTypes

/// One request under way: its handle, and what has come of it. It never leaves the loop's thread.
final class Transfer {
    let call: Call
    let easy: EasyHandle
    private let lines: HeaderLines
    private var answer: Answer
    private var begun = false
    /// What was written before the request itself.
    private var writtenBefore = 0
    private var refusedRepetition = false

    init(_ call: Call, within limits: Limits, count: HandleCount) throws(HTTPClient.Failure) {
        self.call = call
        answer = Answer(sizeLimit: limits.size)
        lines = HeaderLines(call.request)
        easy = try EasyHandle(count: count)
        try easy.setCourse(call.way, within: limits)
        try easy.setRequest(call.request, lines)
        try easy.setOwner(self)
    }

    /// Once a connection stands, something may have left.
    var fate: HTTPClient.Fate { begun ? .unknown : .notTaken }

    /// Called when a connection stands and before anything is written to it: whether that may be done.
    ///
    /// libcurl calls it again when a kept connection died before any of the answer had come: by itself it sends any request once more
    /// then, a POST too, even if the other end had read it whole, and nothing in libcurl turns that off. Where the first write failed at
    /// once, nothing was sent, and to begin anew is no repetition.
    func begin() -> Bool {
        if begun, written > writtenBefore, call.request.repetition == .never {
            refusedRepetition = true
            return false
        }
        begun = true
        writtenBefore = written
        return true
    }

    /// Bytes that the system has taken from libcurl for this request, those to a proxy included.
    private var written: Int { passerelle_get_long(easy.pointer, CURLINFO_REQUEST_SIZE) }

    func take(body bytes: UnsafeRawBufferPointer) -> Bool { answer.take(body: bytes) }

    func take(header bytes: UnsafeRawBufferPointer) -> Bool { answer.take(header: bytes) }

    func result(_ code: CURLcode) -> Result<HTTPClient.Response, HTTPClient.Failure> {
        guard code == CURLE_OK else { return .failure(failure(code)) }
        let status = passerelle_get_long(easy.pointer, CURLINFO_RESPONSE_CODE)
        return .success(HTTPClient.Response(status: .init(code: status), headers: answer.headers, body: answer.body))
    }

    private func failure(_ code: CURLcode) -> HTTPClient.Failure {
        // libcurl's own words for the code hold nothing of the address.
        let words = String(cString: curl_easy_strerror(code))
        guard begun, written > writtenBefore || !Self.unwritten.contains(code) else {
            return code == CURLE_PEER_FAILED_VERIFICATION ? .notTrusted : .notConnected(words)
        }
        if answer.isFull { return .tooLarge }
        if refusedRepetition { return .interrupted("The connection was closed before an answer") }
        return code == CURLE_OPERATION_TIMEDOUT ? .timedOut : .interrupted(words)
    }

    /// When libcurl ends with one of these and has counted no byte, a kept connection was dead already and there was no other.
    private static let unwritten = [
        CURLE_SEND_ERROR, CURLE_COULDNT_CONNECT, CURLE_COULDNT_RESOLVE_HOST, CURLE_COULDNT_RESOLVE_PROXY, CURLE_SSL_CONNECT_ERROR,
        CURLE_PEER_FAILED_VERIFICATION,
    ]
}
