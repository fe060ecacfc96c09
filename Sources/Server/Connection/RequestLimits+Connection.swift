import HummingbirdCore
import NIOCore
import NIOHTTP1

extension RequestLimits {
    /// What Hummingbird is told of them.
    var connection: HTTP1Channel.Configuration {
        HTTP1Channel.Configuration(
            idleTimeout: TimeAmount(silence),
            httpDecoderConfiguration: .init(maxHeaderFieldSize: headers, maxHeaderListSize: headers, maxHeaderFieldCount: headerCount))
    }

    /// The same where we put the connection together ourselves.
    var decoding: NIOHTTPDecoderLimitConfiguration {
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = headers
        limits.maxHeaderListSize = headers
        limits.maxHeaderFieldCount = headerCount
        return limits
    }
}
