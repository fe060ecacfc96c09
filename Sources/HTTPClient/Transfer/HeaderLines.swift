import CCurl
import HTTPTypes

/// A request's headers as libcurl wants them: a list that it reads while the request goes out.
struct HeaderLines: ~Copyable {
    private(set) var first: UnsafeMutablePointer<curl_slist>?

    init(_ request: HTTPClient.Request) {
        for field in request.headers {
            // A name with a semicolon is how curl writes an empty value.
            append(field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)")
        }
        // What curl would add by itself: a wait of a second before large bodies, and a form's type for any body.
        append("Expect:")
        if request.headers[.contentType] == nil { append("Content-Type:") }
    }

    deinit { curl_slist_free_all(first) }

    private mutating func append(_ line: String) {
        // Nil where there is no memory: the list stays what it was.
        if let longer = curl_slist_append(first, line) { first = longer }
    }
}
