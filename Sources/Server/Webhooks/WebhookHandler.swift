import Gateways
import HTTPTypes
import NIOCore
import NIOHTTP1

/// Answers what gateways call right where it comes in, and hands on everything else.
///
/// The way through a stream, a task, a router and back costs as much as a turn does. Whoever stands before it lets in one request at a time
/// (`WebChannel`).
final class WebhookHandler: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    private enum State {
        /// Between two requests, or in one that is not ours.
        case handingOn
        /// In `incoming`.
        case reading
        /// It was answered before it was over; what still comes of it is not looked at.
        case passingOver
    }

    private let webhooks: Webhooks
    private var state = State.handingOn
    private var incoming: Call?
    /// When the body of what comes in has to be here.
    private var deadline = NIODeadline.now()
    /// A request of ours has begun and has no answer yet.
    private var owesAnswer = false
    /// An answer on its way out lets in the next request.
    private var isWriting = false
    /// The other end has said all that it will say; told behind the answer, since whoever hears it closes.
    private var isInputClosed = false
    private var context: ChannelHandlerContext?
    /// Where the socket is; nil in tests that have none.
    private var socketSide: ChannelHandlerContext?
    /// A turn is under way, and reading goes on until something comes.
    private var mayReadOn = false
    private var silence: Silence?
    private var executor: LoopExecutor?
    private var date = DateHeader()
    private lazy var peer = context?.remoteAddress.flatMap { IPAddress($0) }

    init(_ webhooks: Webhooks) { self.webhooks = webhooks }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        socketSide = try? context.pipeline.syncOperations.context(handlerType: HTTPResponseEncoder.self)
        executor = LoopExecutor(context.eventLoop)
        silence = Silence(of: context.channel, longest: TimeAmount(webhooks.limits.silence))
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        (self.context, socketSide) = (nil, nil)
        silence?.end()
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let part = unwrapInboundIn(data)
        let now = NIODeadline.now()
        silence?.heard(part, at: now)
        switch part {
        case .head(let head):
            switch webhooks.destination(of: head) {
            case .elsewhere: context.fireChannelRead(data)
            case .noChannel(let request, let refusal): dismiss(request, WebResponse(refusal))
            case .channel(let call): begin(call, at: now)
            }
        case .body(let piece):
            switch state {
            case .handingOn: context.fireChannelRead(data)
            case .reading: take(piece, at: now)
            case .passingOver: break
            }
        case .end:
            switch state {
            case .handingOn: context.fireChannelRead(data)
            case .reading: answer(context.eventLoop)
            case .passingOver: state = .handingOn
            }
        }
    }

    private func begin(_ call: Call, at now: NIODeadline) {
        if let dismissal = webhooks.dismissal(of: call, from: peer) { return dismiss(call.web, dismissal) }
        if let announced = call.web.headers.only(.contentLength).flatMap({ Int($0) }), announced > webhooks.limits.body {
            incoming = call
            return breakOff(webhooks.limits.tooLarge)
        }
        owesAnswer = true
        state = .reading
        incoming = call
        deadline = now + TimeAmount(webhooks.limits.reading)
    }

    /// The time is looked at with every piece that comes: a silent sender is cut off by the connection's own time limit, a trickling one here,
    /// and neither costs a timer.
    private func take(_ piece: ByteBuffer, at now: NIODeadline) {
        let length = (incoming?.web.body.count ?? 0) + piece.readableBytes
        guard length <= webhooks.limits.body else { return breakOff(webhooks.limits.tooLarge) }
        guard now < deadline else { return breakOff(webhooks.limits.tooSlow) }
        incoming?.web.body.append(contentsOf: piece.readableBytesView)
    }

    /// On this loop until the turn has to wait, and again once it is taken.
    private func answer(_ loop: any EventLoop) {
        state = .handingOn
        guard let call = incoming.take() else { return }
        mayReadOn = true
        let (webhooks, handler) = (webhooks, NIOLoopBound(self, eventLoop: loop))
        Task.immediate(executorPreference: executor) {
            let response = await webhooks.answer(call)
            if loop.inEventLoop {
                handler.value.write(response, to: call.web)
            } else {
                loop.execute { handler.value.write(response, to: call.web) }
            }
        }
    }

    private func dismiss(_ request: WebRequest, _ response: WebResponse) {
        owesAnswer = true
        state = .passingOver
        write(response, to: request)
    }

    /// Refuses what comes in before it is all here.
    private func breakOff(_ refusal: Refusal) {
        guard var call = incoming.take() else { return }
        call.web.body = []
        dismiss(call.web, webhooks.answer(unreadable: call, refusal))
        hangUp()
    }

    /// Ends the connection, once the other end has had time to read what was answered.
    private func hangUp() {
        guard let channel = context?.channel else { return }
        channel.eventLoop.scheduleTask(in: TimeAmount(webhooks.limits.farewell)) { channel.close(promise: nil) }
    }

    private func write(_ response: WebResponse, to request: WebRequest) {
        guard let context else { return }
        guard !isWriting else {
            // Its request was let in by the answer that is being written: a thousand of them would be answered inside one another.
            let handler = NIOLoopBound(self, eventLoop: context.eventLoop)
            return context.eventLoop.execute { handler.value.write(response, to: request) }
        }
        isWriting = true
        owesAnswer = false
        mayReadOn = false
        silence?.answered()
        context.write(wrapOutboundOut(.head(head(of: response))), promise: nil)
        if request.method != .head {
            context.write(wrapOutboundOut(.body(.byteBuffer(context.channel.allocator.buffer(string: response.body)))), promise: nil)
        }
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
        isWriting = false
        if request.headers.asksToClose { context.close(mode: .output, promise: nil) }
        if isInputClosed, !owesAnswer { context.fireUserInboundEventTriggered(ChannelEvent.inputClosed) }
    }

    private func head(of response: WebResponse) -> HTTPResponseHead {
        var headers: [(String, String)] = []
        headers.reserveCapacity(4 + response.headers.count)
        headers.append(("Content-Type", response.contentType))
        headers.append(("Cache-Control", "no-store"))
        for field in response.headers { headers.append((field.name.rawName, field.value)) }
        headers.append(("Content-Length", String(response.body.utf8.count)))
        headers.append(("Date", date.words(at: webhooks.now())))
        let status = HTTPResponseStatus(statusCode: response.status.code, reasonPhrase: response.status.reasonPhrase)
        return HTTPResponseHead(version: .http1_1, status: status, headers: HTTPHeaders(headers))
    }

    /// Who lets in one request at a time stops reading while its answer is awaited; to stop and to begin again are two system calls a turn. So
    /// once a turn it is not asked: what is read then waits in its hands, and the next time it does stop.
    func read(context: ChannelHandlerContext) {
        if mayReadOn, let socketSide {
            mayReadOn = false
            socketSide.read()
        } else {
            context.read()
        }
    }

    /// An answer of somebody behind this handler.
    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .end = unwrapOutboundIn(data) { silence?.answered() }
        context.write(data, promise: promise)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        switch state {
        case .reading: breakOff(webhooks.limits.broken)
        case .passingOver: hangUp()
        case .handingOn: context.fireErrorCaught(error)
        }
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        if owesAnswer, case ChannelEvent.inputClosed = event {
            isInputClosed = true
        } else {
            context.fireUserInboundEventTriggered(event)
        }
    }
}

extension HTTPFields {
    /// Whether the connection is to end with the answer: one of a list of words, in small letters or capitals (RFC 9110 §7.6.1).
    fileprivate var asksToClose: Bool {
        guard let words = only(.connection) else { return false }
        return words == "close" || words.lowercased().split(separator: ",").contains { $0.filter { $0 != " " && $0 != "\t" } == "close" }
    }
}
