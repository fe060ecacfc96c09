import Foundation

/// Calls other programs over HTTP, by TCP or by a Unix socket.
///
/// It stands on libcurl, since URLSession on Linux crashes where requests are cancelled while others run. One thread of its own does all
/// the waiting; connections are kept and used again. A request under way holds the client, so that one that is let go has none.
package final class HTTPClient: Sendable {
    private let limits: Limits
    private let hosts: Set<String>?
    private let proxies: Proxies
    private let mailbox: Mailbox
    private let count = HandleCount()

    /// - Parameters:
    ///   - timeLimit: How long a whole exchange may take, connecting included.
    ///   - connectLimit: How long looking up the name, connecting and agreeing on TLS may take together.
    ///   - sizeLimit: Bytes of an answer's body that are taken; more is `Failure.tooLarge`.
    ///   - hosts: The only ones that are called by TCP; nil: any.
    ///   - authorities: A file of certificates (PEM) to trust instead of the system's.
    ///   - environment: Where the proxy variables are looked for.
    package init(
        timeLimit: Duration = .seconds(15), connectLimit: Duration = .seconds(10), sizeLimit: Int = 16 * 1024 * 1024,
        hosts: Set<String>? = nil, authorities: String? = nil, environment: [String: String] = ProcessInfo.processInfo.environment
    ) {
        limits = Limits(whole: timeLimit, connecting: connectLimit, size: sizeLimit, authorities: authorities)
        self.hosts = hosts.map { Set($0.map { $0.lowercased() }) }
        proxies = Proxies(environment)
        let multi = MultiHandle()
        let mailbox = Mailbox(waking: multi)
        self.mailbox = mailbox
        guard let multi else { return }
        let (limits, count) = (limits, count)
        let thread = Thread { Loop(multi: multi, mailbox: mailbox, limits: limits, count: count).run() }
        thread.name = "http-client"
        thread.start()
    }

    deinit { mailbox.post(.stop(nil)) }

    /// Sends it and waits for the whole answer, whatever its status: a redirect is an answer too.
    ///
    /// A cancelled task gets `Failure.cancelled` at once, and its connection is closed; what has left can't be called back.
    package func send(_ request: Request) async throws(Failure) -> Response {
        let way = try way(of: request)
        let ticket = Ticket()
        let mailbox = mailbox
        let result: Result<Response, Failure> = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let call = Call(request: request, way: way, ticket: ticket, continuation: continuation)
                if !mailbox.post(.begin(call)) { call.end(.failure(.stopped)) }
            }
        } onCancel: {
            ticket.withdraw()
            mailbox.post(.withdraw(ticket))
        }
        return try result.get()
    }

    /// Takes no more requests and waits until those under way have ended, at most for their time limit.
    package func stop() async {
        await withCheckedContinuation { continuation in
            if !mailbox.post(.stop(continuation)) { continuation.resume() }
        }
    }

    /// How many of libcurl's handles for one request were made, and how many of them are freed: the same when nothing is under way.
    package var handles: (made: Int, freed: Int) { (count.made, count.freed) }

    /// The host that an address names, as it is called; nil where it is no address.
    package static func host(of address: String) -> String? { try? Address(parsing: address).host }

    private func way(of request: Request) throws(Failure) -> Way {
        let address = try Address(parsing: request.address)
        if let socket = request.socket { return .socket(orLink: socket) }
        if let hosts, !hosts.contains(address.host) { throw .notAllowed(host: address.host) }
        return proxies.way(to: address)
    }
}
