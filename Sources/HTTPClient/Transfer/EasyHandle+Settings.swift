import CCurl
import HTTPTypes

extension EasyHandle {
    /// What holds for every request, and the way that it takes.
    borrowing func setCourse(_ way: Way, within limits: Limits) throws(HTTPClient.Failure) {
        try set(CURLOPT_NOSIGNAL, 1)
        try set(CURLOPT_PROTOCOLS_STR, "http,https")
        try set(CURLOPT_TIMEOUT_MS, limits.whole)
        try set(CURLOPT_CONNECTTIMEOUT_MS, min(limits.connecting, limits.whole))
        try set(CURLOPT_MAXAGE_CONN, Limits.longestIdle)
        try set(CURLOPT_MAXLIFETIME_CONN, Limits.longestLife)
        // Else a request that ends while its name is being looked up stops the loop until the resolver has given up.
        try set(CURLOPT_QUICK_EXIT, 1)
        // HTTP/2 where the other end offers it with TLS.
        try set(CURLOPT_HTTP_VERSION, CURL_HTTP_VERSION_2TLS)
        if let authorities = limits.authorities { try set(CURLOPT_CAINFO, authorities) }
        switch way {
        case .socket(let path):
            try set(CURLOPT_PROXY, "")
            try set(CURLOPT_UNIX_SOCKET_PATH, path)
        case .direct:
            try set(CURLOPT_PROXY, "")
        case .proxy(let address, let exceptions):
            try set(CURLOPT_PROXY, address)
            try set(CURLOPT_NOPROXY, exceptions)
            try set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        }
    }

    borrowing func setRequest(_ request: HTTPClient.Request, _ lines: borrowing HeaderLines) throws(HTTPClient.Failure) {
        try set(CURLOPT_URL, request.address)
        if request.method == .head {
            try set(CURLOPT_NOBODY, 1)
        } else if !request.body.isEmpty || request.method != .get {
            try setBody(request.body)
        }
        try set(CURLOPT_CUSTOMREQUEST, request.method.rawValue)
        try check(passerelle_set_headers(pointer, lines.first))
    }

    private borrowing func setBody(_ body: [UInt8]) throws(HTTPClient.Failure) {
        let code = body.withUnsafeBytes { bytes in
            // An empty array has no address, and without one curl would read the body from standard input.
            if let start = bytes.baseAddress {
                passerelle_set_body(pointer, start, bytes.count)
            } else {
                passerelle_set_body(pointer, "", 0)
            }
        }
        try check(code)
    }
}
