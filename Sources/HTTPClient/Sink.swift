import HTTPTypes

/// Where libcurl puts what comes in, on the one thread that waits for it.
final class Sink {
    private let sizeLimit: Int
    private(set) var headers = HTTPFields()
    private(set) var body: [UInt8] = []
    private(set) var isFull = false

    init(sizeLimit: Int) { self.sizeLimit = sizeLimit }

    /// Whether there was room for it.
    func take(body bytes: UnsafeRawBufferPointer) -> Bool {
        guard body.count + bytes.count <= sizeLimit else {
            isFull = true
            return false
        }
        body.append(contentsOf: bytes)
        return true
    }

    func take(header bytes: UnsafeRawBufferPointer) {
        let line = String(decoding: bytes, as: UTF8.self)
        guard !line.hasPrefix("HTTP/") else {
            // An interim answer's headers (100, 103) are not the answer's.
            headers = HTTPFields()
            return
        }
        let parts = line.split(separator: ":", maxSplits: 1)
        guard parts.count == 2, let name = HTTPField.Name(String(parts[0])) else { return }
        headers.append(HTTPField(name: name, value: parts[1].filter { !$0.isNewline }.drop { $0 == " " }.description))
    }
}

/// As libcurl calls it for a piece of the body: anything but the number of bytes stops the exchange.
func receiveBody(_ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ sink: UnsafeMutableRawPointer?) -> Int {
    guard let sink else { return 0 }
    let piece = UnsafeRawBufferPointer(start: bytes, count: size * count)
    return Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue().take(body: piece) ? piece.count : 0
}

/// As libcurl calls it for a line of the head.
func receiveHeader(_ bytes: UnsafeMutablePointer<CChar>?, _ size: Int, _ count: Int, _ sink: UnsafeMutableRawPointer?) -> Int {
    guard let sink else { return 0 }
    let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
    Unmanaged<Sink>.fromOpaque(sink).takeUnretainedValue().take(header: line)
    return line.count
}
