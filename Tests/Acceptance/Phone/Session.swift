import Foundation
import HTTPClient

/// A USSD session as Africa's Talking brings it: all that was typed so far comes with each step, joined with stars.
struct Session: Sendable {
    let service: Service
    let number: String
    let id: String
    /// What was typed since the dial.
    private(set) var typed: [String] = []

    /// Dials; `path` is what stands behind the code.
    static func dial(_ number: String, to service: Service, path: [String] = []) async throws -> (Session, Screen) {
        let session = Session(service: service, number: number, id: "ATUid_\(UUID().uuidString.lowercased())", typed: path)
        return (session, try await session.send())
    }

    var text: String { typed.joined(separator: "*") }

    mutating func type(_ answer: String) async throws -> Screen {
        typed.append(answer)
        return try await send()
    }

    /// Types one answer after the other and gives what the last shows; an earlier end is an error.
    mutating func type(all answers: [String]) async throws -> Screen {
        var last = Screen.open("")
        for answer in answers {
            guard last.isOpen else { throw Screen.Unreadable(description: "over before \(answer): \(last)") }
            last = try await type(answer)
        }
        return last
    }

    /// The gateway got no answer in time and brings the step again, or brings an earlier one late.
    func send(text: String? = nil) async throws -> Screen {
        try Screen(try await response(text: text))
    }

    func response(text: String? = nil) async throws(HTTPClient.Failure) -> HTTPClient.Response {
        try await service.post(
            "/channels/ussd/receive",
            [
                "sessionId": id, "phoneNumber": number, "networkCode": "62401", "serviceCode": "*123#", "text": text ?? self.text,
            ])
    }

    /// The gateway's word that the session is over.
    @discardableResult func end(_ status: String) async throws(HTTPClient.Failure) -> HTTPClient.Response {
        try await service.post(
            "/channels/ussd/status",
            [
                "sessionId": id, "phoneNumber": number, "networkCode": "62401", "serviceCode": "*123#", "status": status,
                "durationInMillis": "41213", "hopsCount": "\(typed.count + 1)", "cost": "0", "input": text, "lastAppResponse": "CON",
                "errorMessage": status == "Success" ? "" : "The session timed out", "date": "2026-11-24 09:00:00",
            ])
    }
}
