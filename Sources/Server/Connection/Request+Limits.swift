import Gateways
package import Hummingbird

/// What a request may cost us before it has said anything.
package struct RequestLimits: Sendable {
    /// Bytes of a body; gateways send a few hundred.
    package var body = 64 * 1024
    /// How long a body may take to come in.
    package var reading = Duration.seconds(10)
    /// How long a connection may be silent, between two requests and inside one.
    package var silence = Duration.seconds(30)
    /// Bytes of all header lines.
    package var headers = 16 * 1024
    /// Header lines.
    package var headerCount = 100
    /// How long who is refused in the middle of sending has to read why.
    package var farewell = Duration.seconds(2)

    package init() {}

    var tooLarge: Refusal { Refusal(.contentTooLarge, "The body has more than \(body / 1024) KiB.") }
    var tooSlow: Refusal { Refusal(.requestTimeout, "The request took too long to come in.") }
    var broken: Refusal { Refusal("The request broke off, or its body is no HTTP.") }
}

extension Request {
    /// The whole body.
    ///
    /// The time is looked at with every piece that comes: a silent sender is cut off by the connection's own time limit, a trickling one here,
    /// and neither costs a timer.
    package func wholeBody(within limits: RequestLimits, _ context: some WebContext) async throws -> [UInt8] {
        let clock = ContinuousClock()
        let deadline = clock.now.advanced(by: limits.reading)
        var bytes: [UInt8] = []
        do {
            if let announced = headers[.contentLength].flatMap({ Int($0) }), announced > limits.body { throw limits.tooLarge }
            for try await piece in body {
                guard bytes.count + piece.readableBytes <= limits.body else { throw limits.tooLarge }
                bytes.append(contentsOf: piece.readableBytesView)
                guard clock.now < deadline else { throw limits.tooSlow }
            }
        } catch {
            context.hangUp(after: limits.farewell)
            throw error as? Refusal ?? limits.broken
        }
        return bytes
    }
}
