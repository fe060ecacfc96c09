import HTTPTypes

/// What has come in of an answer.
struct Answer {
    let sizeLimit: Int
    private(set) var headers = HTTPFields()
    private(set) var body: [UInt8] = []
    private var headSize = 0
    private(set) var isFull = false

    init(sizeLimit: Int) { self.sizeLimit = sizeLimit }

    /// Whether there was room for it.
    mutating func take(body bytes: UnsafeRawBufferPointer) -> Bool {
        guard body.count + bytes.count <= sizeLimit else {
            isFull = true
            return false
        }
        body.append(contentsOf: bytes)
        return true
    }

    /// Whether there was room for it.
    mutating func take(header bytes: UnsafeRawBufferPointer) -> Bool {
        headSize += bytes.count
        guard headSize <= Limits.headSize else {
            isFull = true
            return false
        }
        let line = String(decoding: bytes, as: UTF8.self)
        if line.hasPrefix("HTTP/") {
            // An interim answer's headers (100, 103) are not the answer's.
            headers = HTTPFields()
        } else if let colon = line.firstIndex(of: ":"), let name = HTTPField.Name(String(line[..<colon])) {
            let value = line[line.index(after: colon)...].filter { !$0.isNewline }
            headers.append(HTTPField(name: name, value: String(value.drop { $0 == " " })))
        }
        return true
    }
}
