import Synchronization

/// A carrier's gateway in this process: it takes what is handed over as documented, and remembers under which id.
final class CarrierGateway: Sendable {
    let carrier: any Carrier
    let fake: FakeGateway
    private let log: Log

    init(_ carrier: any Carrier) throws {
        self.carrier = carrier
        let log = Log()
        self.log = log
        fake = try FakeGateway { Self.act($0, carrier, log) }
    }

    /// Does with a message what it is told to, and takes it where it is told nothing.
    func become(_ act: @escaping @Sendable (Handed) -> FakeGateway.Act?) {
        fake.become { [carrier, log] request in
            carrier.handed(request).flatMap { act($0) } ?? Self.act(request, carrier, log)
        }
    }

    private final class Log: Sendable {
        let taken = Mutex<[(message: Handed, id: String)]>([])
    }

    private static func act(_ request: FakeGateway.Request, _ carrier: any Carrier, _ log: Log) -> FakeGateway.Act {
        guard let message = carrier.handed(request) else { return carrier.other(request) }
        let id = log.taken.withLock { taken in
            taken.append((message, "id-\(taken.count + 1)"))
            return "id-\(taken.count)"
        }
        return carrier.taken(id: id)
    }

    /// Everything taken so far, with the gateway's ids.
    var taken: [(message: Handed, id: String)] { log.taken.withLock { $0 } }

    /// As usual, and a channel `sms` by this gateway, at any hour.
    ///
    /// - Parameter address: as the world knows us; nil for a service on this machine alone, whose other channels need no secret.
    func scratch(at address: String? = Carriers.publicAddress, url: String? = nil) throws -> Scratch {
        let scratch = try Scratch()
        if address != nil { try scratch.replaceConfiguration("cost: gratuit }", with: "cost: gratuit, secret: u }") }
        let lines = ["gateway: \(carrier.kind)", "code: \"8080\"", "cost: gratuit"] + carrier.settings(url ?? fake.address())
        try scratch.replaceConfiguration(
            "outgoing: [{ via: phone }]\n",
            with: "  sms:\n" + lines.map { "    \($0)\n" }.joined()
                + "outgoing: [{ via: sms }]\nquiet: { from: \"00:00\", to: \"00:00\" }\n"
                + (address.map { "public-address: \($0)\n" } ?? ""))
        return scratch
    }
}
