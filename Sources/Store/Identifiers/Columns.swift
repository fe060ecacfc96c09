import Foundation

extension Date {
    /// How a time is stored: milliseconds since 1970, in UTC.
    var milliseconds: Int64 { Int64((timeIntervalSince1970 * 1000).rounded()) }

    init(milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }
}

extension Duration {
    var milliseconds: Int64 { components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000 }
}

extension Identifier {
    var data: Data { uuid.data }

    init(_ data: Data) { self.init(UUID(bytes: data)) }
}
