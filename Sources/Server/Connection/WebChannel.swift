import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1
import NIOHTTPTypes
import NIOHTTPTypesHTTP1

/// A connection: what gateways call is answered on its own event loop, all else by Hummingbird's tasks behind it.
///
/// It is Hummingbird's own pipeline with `WebhookHandler` in it, which minds silence instead of Hummingbird's handler: it stands before the
/// parts are made Hummingbird's, which costs as much as to answer a call does. It stands behind the one that knows the end of the service
/// and lets in one request at a time, so that who answers it writes alone.
struct WebChannel: HTTPChannelHandler {
    typealias Value = NIOAsyncChannel<HTTPRequestPart, HTTPResponsePart>

    let responder: HTTPChannelHandler.Responder
    let webhooks: Webhooks

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        channel.eventLoop.makeCompletedFuture {
            let pipeline = channel.pipeline.syncOperations
            try pipeline.configureHTTPServerPipeline(
                withPipeliningAssistance: true, withErrorHandling: false, withOutboundHeaderValidation: false,
                withEncoderConfiguration: .init(),
                withDecoderLimitConfiguration: webhooks.limits.decoding)
            try pipeline.addHandler(WebhookHandler(webhooks))
            try pipeline.addHandler(HTTP1ToHTTPServerCodec(secure: false))
            return try NIOAsyncChannel(wrappingChannelSynchronously: channel, configuration: .init(isOutboundHalfClosureEnabled: true))
        }
    }

    func handle(value: Value, logger: Logger) async { await handleHTTP(asyncChannel: value, logger: logger) }
}
