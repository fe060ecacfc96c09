import Foundation

/// Many people who register at once, each by one dial: all that they answer stands behind the code.
struct Crowd {
    let numbers: [String]

    /// Numbers that nobody has been given: behind +237 67 come seven digits that no test writes.
    init(_ count: Int) {
        numbers = (0..<count).map { "+23767" + String("\(1_000_000 + $0)".suffix(7)) }
    }

    private static let atOnce = 16

    /// Gives each one's reference.
    func register(at service: Service) async throws -> [String: String] {
        let path = Registration.toReview(name: "Awa") + ["6"]
        return try await withThrowingTaskGroup(of: [String: String].self) { group in
            for first in 0..<Self.atOnce {
                group.addTask {
                    var references: [String: String] = [:]
                    for index in stride(from: first, to: numbers.count, by: Self.atOnce) {
                        let (_, end) = try await Session.dial(numbers[index], to: service, path: path)
                        guard case .closed = end, let reference = Registration.reference(in: end) else {
                            throw Screen.Unreadable(description: "no reference: \(end)")
                        }
                        references[numbers[index]] = reference
                    }
                    return references
                }
            }
            return try await group.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
        }
    }
}
