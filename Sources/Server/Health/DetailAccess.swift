import Gateways

/// Who is told how the service is doing inside: this machine, and who has the token.
struct DetailAccess: Sendable {
    private let token: Secret?

    init(token: String?) { self.token = token.flatMap(Secret.init) }

    func isOpen(to request: WebRequest, from peer: IPAddress?) -> Bool {
        if Caller(peer: peer, headers: request.headers).isLocal { return true }
        guard let token else { return false }
        return Secret.presented(by: request).count { $0.isAmong([token]) } > 0
    }
}
