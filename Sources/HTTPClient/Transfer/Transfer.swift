import CCurl
import HTTPTypes

/// One request under way: its handle, and what has come of it. It never leaves the loop's thread.
final class Transfer {
    let call: Call
    let easy: EasyHandle
    private let lines: HeaderLines
    private var answer: Answer
    private var begun = false
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

    /// Once a connection stands, its first byte may have left: libcurl does not count those that it could not write at the first try.
    var fate: HTTPClient.Fate { begun ? .unknown : .notTaken }

    /// Called when a connection stands and before anything is written to it: whether that may be done.
    ///
    /// libcurl calls it a second time when a kept connection died before any of the answer had come: by itself it sends any request once
    /// more then, a POST too, even if the other end had read it whole. Nothing else turns that off in libcurl.
    func begin() -> Bool {
        if begun, call.request.repetition == .never {
            refusedRepetition = true
            return false
        }
        begun = true
        return true
    }

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
        guard begun else { return .notConnected(words) }
        if answer.isFull { return .tooLarge }
        if refusedRepetition { return .interrupted("The connection was closed before an answer") }
        return code == CURLE_OPERATION_TIMEDOUT ? .timedOut : .interrupted(words)
    }
}
