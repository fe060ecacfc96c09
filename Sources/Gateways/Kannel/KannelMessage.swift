import HTTPTypes

/// An SMS as Kannel hands it over.
struct KannelMessage: Equatable, Sendable {
    /// As the SMS centre writes it: a number, or a name in letters.
    var sender: String
    /// An SMS without words is still a message.
    var text: String
    /// Kannel's own id (`%I`), the same on every retry, also after Kannel was started anew.
    var id: String?
    /// When the SMS centre had it, in the gateway's own form.
    var time: String?

    /// By `post-url`: the body, `X-Kannel-From`, `X-Kannel-Time`, and `?id=%I`.
    init(posted request: WebRequest) throws(Refusal) {
        guard request.headers[.contentEncoding] == nil else {
            throw Refusal("This address takes a body as it is, without a Content-Encoding.")
        }
        guard let sender = request.kannel("From"), !sender.isEmpty else {
            throw Refusal("The header X-Kannel-From is missing or empty; the service in kannel.conf must say send-sender = true.")
        }
        self.sender = sender
        text = try request.kannelCharset().text(request.body)
        id = request.queryValue("id").filled
        time = request.kannel("Time").filled
    }

    /// By `get-url`: `sender=%p`, `message=%a` (or `%b`, which leaves blanks alone), `ts=%T`, `id=%I`, `charset=%C`, `coding=%c`.
    init(asked request: WebRequest) throws(Refusal) {
        let query = try KannelQuery(request.query)
        guard let sender = query.text("sender").filled else {
            throw Refusal("The address says nothing for sender; the service in kannel.conf must say sender=%p.")
        }
        guard let message = query["message"] else {
            throw Refusal("The address says nothing for message; the service in kannel.conf must say message=%a.")
        }
        self.sender = sender
        text = Charset(named: query.text("charset").filled, coding: query.text("coding")).text(message)
        id = query.text("id").filled
        time = query.text("ts").filled
    }
}

extension Charset {
    /// - Parameter coding: 0 is GSM 03.38, which Kannel hands over as UTF-8; 1 bytes; 2 UCS-2.
    fileprivate init(named name: String?, coding: String?) {
        let named = Charset(named: name)
        self = named == .unknown && coding == "2" ? .utf16BigEndian : named
    }
}

extension WebRequest {
    func kannel(_ name: String) -> String? { HTTPField.Name("X-Kannel-" + name).flatMap { headers[$0] } }

    /// As the content type says it; Kannel writes `text/plain; charset="UTF-16BE"`, and `application/octet-stream` for bytes.
    fileprivate func kannelCharset() throws(Refusal) -> Charset {
        let parts = (headers[.contentType] ?? "").lowercased().split(separator: ";").map { $0.filter { $0 != " " && $0 != "\"" } }
        if let type = parts.first, !["text/plain", "application/octet-stream"].contains(type) {
            throw Refusal("This address takes text/plain, as a post-url of kannel.conf sends it.")
        }
        let named = parts.dropFirst().first { $0.hasPrefix("charset=") }.map { String($0.dropFirst("charset=".count)) }
        return Charset(named: named ?? kannel("Charset"), coding: kannel("Coding"))
    }
}
