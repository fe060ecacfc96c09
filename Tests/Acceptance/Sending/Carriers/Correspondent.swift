import Foundation
import HTTPClient
import HTTPTypes
import Testing

/// Somebody who writes by a gateway and reads what comes back by it.
struct Correspondent: Sendable {
    let number: String
    let gateway: CarrierGateway
    let service: Service
    private var written = 0

    init(number: String, gateway: CarrierGateway, service: Service) {
        (self.number, self.gateway, self.service) = (number, gateway, service)
    }

    /// Writes, brought twice as gateways do, and gives what comes back.
    mutating func say(_ text: String) async throws -> String? {
        written += 1
        let call = gateway.carrier.message(text, from: number, id: "in-\(written)")
        let before = replies.count
        let first = try await service.send(call)
        let second = try await service.send(call)
        guard first.status == .ok, second.status == .ok, first.text == second.text else {
            throw Screen.Unreadable(description: "\(text): \(first.status) \(first.text), then \(second.status) \(second.text)")
        }
        if gateway.carrier.repliesInAnswer { return try gateway.carrier.words(in: first) }
        try await eventually("an answer to \(text)") { replies.count > before }
        guard replies.count == before + 1 else { throw Screen.Unreadable(description: "\(replies.count - before) answers to \(text)") }
        return replies.last
    }

    /// What came as messages of their own, but for the confirmation.
    private var replies: [String] {
        gateway.taken.map(\.message).filter { $0.to == number && !$0.text.contains("est enregistrée") }.map(\.text)
    }

    mutating func register(name: String) async throws -> String {
        var screen = Screen.open("")
        for text in ["INSCRIPTION"] + Registration.toReview(name: name).dropFirst() { screen = .open(try await say(text) ?? "") }
        let accept = try #require(Registration.accept(screen), "no review: \(screen)")
        let end = try await say(accept) ?? ""
        return try #require(Registration.reference(in: .closed(end)), "no reference: \(end)")
    }
}
