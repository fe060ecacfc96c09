import CCurl
import Glibc

/// The thread that does all of a client's exchanges at once.
struct Loop {
    let multi: MultiHandle
    let mailbox: Mailbox
    let limits: Limits
    let count: HandleCount
    private var underWay: [ObjectIdentifier: Transfer] = [:]
    private var stopping = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    init(multi: MultiHandle, mailbox: Mailbox, limits: Limits, count: HandleCount) {
        self.multi = multi
        self.mailbox = mailbox
        self.limits = limits
        self.count = count
    }

    consuming func run() {
        Self.ignoreBrokenPipes()
        while !stopping || !underWay.isEmpty {
            for letter in mailbox.collect() { take(letter) }
            if multi.perform() {
                endFinished()
            } else {
                endAll()
            }
            if !stopping || !underWay.isEmpty, !multi.wait() { endAll() }
        }
        for letter in mailbox.close() { take(letter) }
        for continuation in waiting { continuation.resume() }
    }

    private mutating func take(_ letter: Mailbox.Letter) {
        switch letter {
        case .begin(let call): begin(call)
        case .withdraw(let ticket):
            guard let transfer = underWay[ObjectIdentifier(ticket)] else { return }
            end(transfer, .failure(.cancelled(transfer.fate)))
        case .stop(let continuation):
            stopping = true
            if let continuation { waiting.append(continuation) }
        }
    }

    private mutating func begin(_ call: Call) {
        guard !call.ticket.isWithdrawn else { return call.end(.failure(.cancelled(.notTaken))) }
        guard !stopping else { return call.end(.failure(.stopped)) }
        do throws(HTTPClient.Failure) {
            let transfer = try Transfer(call, within: limits, count: count)
            guard multi.add(transfer.easy.pointer) else { throw .unusable("libcurl has no room") }
            underWay[ObjectIdentifier(call.ticket)] = transfer
        } catch {
            call.end(.failure(error))
        }
    }

    private mutating func endFinished() {
        while let (easy, code) = multi.nextEnded() {
            guard let transfer = Transfer.of(easy) else { continue }
            end(transfer, transfer.result(code))
        }
    }

    /// When libcurl itself fails, nothing under way has an end of its own any more.
    private mutating func endAll() {
        for transfer in underWay.values { end(transfer, transfer.result(CURLE_FAILED_INIT)) }
    }

    private mutating func end(_ transfer: Transfer, _ result: Result<HTTPClient.Response, HTTPClient.Failure>) {
        multi.remove(transfer.easy.pointer)
        underWay[ObjectIdentifier(transfer.call.ticket)] = nil
        transfer.call.end(result)
    }

    /// Without signal handlers of libcurl's own, a write to a connection that is gone may be one, and would end the process.
    private static func ignoreBrokenPipes() {
        var signals = sigset_t()
        sigemptyset(&signals)
        sigaddset(&signals, SIGPIPE)
        pthread_sigmask(SIG_BLOCK, &signals, nil)
    }
}
