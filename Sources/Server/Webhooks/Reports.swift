package import Foundation
package import Gateways

/// What takes delivery reports: Delivery's, but in tests.
package protocol Reports: Sendable {
    /// Whether they are durable; a message that nobody knows is no trouble.
    func take(_ reports: [DeliveryReport], on channel: String, arrived: Date) async -> Bool
}

/// Where nothing is ever sent.
package struct NoReports: Reports {
    package init() {}

    package func take(_ reports: [DeliveryReport], on channel: String, arrived: Date) async -> Bool { true }
}
