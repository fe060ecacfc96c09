/// What the usual variables say of proxies.
///
/// They are read here and not by libcurl, which would read them in the middle of a process that may be changing them.
struct Proxies: Equatable, Sendable {
    var http: String?
    var https: String?
    /// Names, domains and networks that are called without, by commas.
    var exceptions: String

    init(_ environment: [String: String]) {
        func first(_ names: String...) -> String? { names.lazy.compactMap { environment[$0] }.first { !$0.isEmpty } }
        // In small letters only: a CGI program's HTTP_PROXY is what a request's `Proxy` header says.
        http = first("http_proxy", "all_proxy", "ALL_PROXY")
        https = first("https_proxy", "HTTPS_PROXY", "all_proxy", "ALL_PROXY")
        exceptions = first("no_proxy", "NO_PROXY") ?? ""
    }

    /// A proxy never sees what goes to this machine.
    func way(to address: Address) -> Way {
        let proxy =
            switch address.scheme {
            case .http: http
            case .https: https
            }
        guard let proxy, !address.isLoopback else { return .direct }
        return .proxy(proxy, except: exceptions)
    }
}
