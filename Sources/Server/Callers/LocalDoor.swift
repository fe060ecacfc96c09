package import Gateways
import HTTPTypes
package import Hummingbird

/// Lets in a browser on this machine, and nobody else: for what is staff's, until there are staff with a name and a password.
package struct LocalDoor: Sendable {
    private let ownHosts: Set<String>
    private let isPublic: Bool

    /// - Parameters:
    ///   - host: where the service listens.
    ///   - isPublic: whether it has a public address, so that a request from this machine may be anybody's.
    package init(listeningAt host: String, isPublic: Bool) {
        ownHosts = ["localhost", "127.0.0.1", "::1", host.lowercased()]
        self.isPublic = isPublic
    }

    /// nil for who may come in.
    package func refusal(of request: Request, _ context: some WebContext) -> Refusal? {
        if isPublic {
            return Refusal(.forbidden, "The phone on the screen is for trying things out, and closed where public-address is set.")
        }
        guard Caller(peer: context.peer, headers: request.headers).isLocal else {
            return Refusal(.forbidden, "The phone on the screen is open to this machine's own browser alone.")
        }
        let authority = request.head.authority
        return refusalOfStrangeHost(authority) ?? Self.refusalOfForeignPage(request.headers, of: authority)
    }

    /// A name that somebody else makes point to this machine gives their page the rights of ours (DNS rebinding); its name tells it.
    func refusalOfStrangeHost(_ authority: String?) -> Refusal? {
        // What has no Host is no browser.
        guard let authority else { return nil }
        guard ownHosts.contains(Self.host(in: authority)) else {
            return Refusal(.forbidden, "This is open under this machine's own name alone: localhost, or the address that it listens at.")
        }
        return nil
    }

    /// A gateway sends no Origin, and our own pages send ours: any other is somebody else's page in a browser on this machine.
    static func refusalOfForeignPage(_ headers: HTTPFields, of authority: String?) -> Refusal? {
        guard let origin = headers.only(.origin) else { return nil }
        guard let authority, origin == "http://\(authority)" || origin == "https://\(authority)" else {
            return Refusal(.forbidden, "This is not open to the pages of another site.")
        }
        return nil
    }

    /// The name without the port: `[::1]:8080` is `::1`.
    private static func host(in authority: String) -> String {
        let name = authority.hasPrefix("[") ? authority.dropFirst().prefix { $0 != "]" } : authority.prefix { $0 != ":" }
        return name.lowercased()
    }
}
