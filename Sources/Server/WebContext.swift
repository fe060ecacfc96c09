package import Hummingbird
import NIOCore

/// What a handler has to know of the connection.
package protocol WebContext: RequestContext {
    /// The other end; nil where it has no address of the internet.
    var peer: IPAddress? { get }

    /// Ends the connection, once the other end has had time to read what was answered.
    func hangUp(after delay: Duration)
}

/// The connection as it is; in tests another stands in its place.
struct SocketContext: WebContext {
    var coreContext: CoreRequestContextStorage
    private let channel: any Channel

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        channel = source.channel
    }

    // Computed where it is asked for: most channels prove themselves by a secret.
    var peer: IPAddress? { channel.remoteAddress.flatMap { IPAddress($0) } }

    func hangUp(after delay: Duration) {
        let channel = channel
        channel.eventLoop.scheduleTask(in: TimeAmount(delay)) { channel.close(promise: nil) }
    }
}
