import HummingbirdCore
import NIOCore

extension RequestLimits {
    /// What Hummingbird is told of them.
    var connection: HTTP1Channel.Configuration {
        HTTP1Channel.Configuration(
            idleTimeout: TimeAmount(silence),
            httpDecoderConfiguration: .init(maxHeaderFieldSize: headers, maxHeaderListSize: headers, maxHeaderFieldCount: headerCount))
    }
}
