import NIOCore
import NIOHTTP1

/// Ends a connection on which nothing came for too long, between two requests or inside one. While an answer is awaited nothing need come.
final class Silence {
    private let longest: TimeAmount
    private let channel: any Channel
    private var heard = NIODeadline.now()
    private var isRequestWhole = false
    private var isAnswered = true
    private var look: Scheduled<Void>?

    /// On the channel's own loop.
    init(of channel: any Channel, longest: TimeAmount) {
        self.channel = channel
        self.longest = longest
        lookAgain(in: longest)
    }

    func heard(_ part: HTTPServerRequestPart, at now: NIODeadline) {
        heard = now
        switch part {
        case .head: (isRequestWhole, isAnswered) = (false, false)
        case .body: break
        case .end: isRequestWhole = true
        }
    }

    /// The answer has been given to the connection whole, if not to the other end.
    func answered() {
        heard = .now()
        isAnswered = true
    }

    func end() { look?.cancel() }

    /// One look in as long as a silence may last, so that a turn needs no timer.
    private func lookAgain(in time: TimeAmount) {
        look = channel.eventLoop.assumeIsolated().scheduleTask(in: time) { self.listen() }
    }

    private func listen() {
        let isAwaited = isRequestWhole && !isAnswered
        let end = isAwaited ? .now() + longest : heard + longest
        if NIODeadline.now() < end { lookAgain(in: end - .now()) } else { channel.close(promise: nil) }
    }
}
