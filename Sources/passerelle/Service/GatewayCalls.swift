import Delivery
import Gateways
import HTTPClient

/// Calls the gateways, and nobody else: only hosts that a channel names.
struct GatewayCalls {
    let client: HTTPClient

    /// An answer of a gateway is a few hundred bytes.
    private static let answerSize = 1024 * 1024

    init(_ configuration: Configuration) {
        let addresses = configuration.channels.filter(\.canSend).flatMap { [$0.url].compactMap(\.self) + $0.values.values }
        client = HTTPClient(
            timeLimit: .seconds(15), connectLimit: .seconds(10), sizeLimit: Self.answerSize,
            hosts: Set(addresses.compactMap { $0.contains("://") ? HTTPClient.host(of: $0) : nil }))
    }

    var call: Call {
        let client = client
        return { request in
            do throws(HTTPClient.Failure) {
                let response = try await client.send(
                    HTTPClient.Request(method: request.method, address: request.address, headers: request.headers, body: request.body))
                return .answered(OutgoingAnswer(status: response.status, headers: response.headers, body: response.body))
            } catch .notTrusted {
                return .notTrusted
            } catch {
                switch error.fate {
                case .notTaken: return .notTaken(why: error.code)
                case .unknown: return .unknown(why: error.code)
                }
            }
        }
    }
}

extension HTTPClient.Failure {
    /// Without what libcurl says of it, which may repeat the address.
    fileprivate var code: String {
        switch self {
        case .unusable: "bad-address"
        case .notAllowed: "host-not-configured"
        case .stopped: "stopping"
        case .notConnected: "no-connection"
        case .notTrusted: CallEnd.wrongCertificate
        case .cancelled: "cancelled"
        case .timedOut: "time-out"
        case .interrupted: "interrupted"
        case .tooLarge: "answer-too-large"
        }
    }
}
