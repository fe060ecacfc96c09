/// What a gateway's requests and answers look like, where a channel's configuration says it.
package enum GatewayShape: Equatable, Sendable {
    case ussd(HTTPUSSD.Shape)
    case sms(HTTPSMS.Shape)

    package var ussd: HTTPUSSD.Shape? {
        guard case .ussd(let shape) = self else { return nil }
        return shape
    }

    package var sms: HTTPSMS.Shape? {
        guard case .sms(let shape) = self else { return nil }
        return shape
    }

    /// Whether numbers and words come in addresses, which get into logs.
    package var comesInAddresses: Bool {
        switch self {
        case .ussd(let shape): shape.request.source == .query
        case .sms(let shape): shape.message?.source == .query
        }
    }
}
