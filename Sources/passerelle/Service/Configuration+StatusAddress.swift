import Foundation
import Gateways
import HTTPClient

extension Configuration {
    /// Where a channel's gateway brings its reports, with the proof of the caller in it; nil where it has no way to us.
    func statusAddress(of channel: ChannelConfiguration) -> String? {
        guard let sending = channel.sending, let base = base(for: channel, calledAt: sending.url) else { return nil }
        let address = "\(base)/channels/\(channel.name)/status"
        guard let secret = channel.secrets.first?.addingPercentEncoding(withAllowedCharacters: .plain) else { return address }
        switch channel.gateway.presents {
        case .inQuery: return address + "?key=\(secret)"
        case .byBasic:
            guard let scheme = address.firstRange(of: "://") else { return address }
            return address.replacingCharacters(in: scheme, with: "://passerelle:\(secret)@")
        }
    }

    private func base(for channel: ChannelConfiguration, calledAt url: String) -> String? {
        let isBeside = Self.isLoopback(HTTPClient.host(of: url) ?? "")
        // A Kannel beside us need not go out into the world to come back, nor speak TLS.
        let isKannelBeside = isBeside && channel.gateway.presents == .byBasic
        if let publicAddress, !isKannelBeside { return publicAddress.hasSuffix("/") ? String(publicAddress.dropLast()) : publicAddress }
        guard listen.port > 0 else { return nil }
        let isEverywhere = ["0.0.0.0", "::"].contains(listen.host)
        if isBeside { return "http://\(isEverywhere ? "127.0.0.1" : Self.bracketed(listen.host)):\(listen.port)" }
        return isEverywhere || Self.isLoopback(listen.host) ? nil : "http://\(Self.bracketed(listen.host)):\(listen.port)"
    }

    static func isLoopback(_ host: String) -> Bool {
        host == "localhost" || host.hasPrefix("127.") || host == "::1" || host == "[::1]"
    }

    private static func bracketed(_ host: String) -> String { host.contains(":") && !host.hasPrefix("[") ? "[\(host)]" : host }
}

extension CharacterSet {
    /// What means itself everywhere in an address (RFC 3986 §2.3).
    fileprivate static let plain = CharacterSet(
        charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}
