extension DeliveryReport.Subject {
    /// By the id in a report that carries ours where the gateway took it, and else the gateway's own.
    init(named id: String) { self = Self.isOurs(id) ? .ours(id) : .theirs(id) }

    /// Whether an id is made as `OutgoingMessage.id` is.
    static func isOurs(_ id: String) -> Bool {
        id.utf8.count == 32
            && id.utf8.allSatisfy {
                (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains($0)
            }
    }
}
