import Foundation
import HTTPClient
import HTTPTypes

/// Africa's Talking: a form, with all that was typed so far.
struct AfricasTalkingLine: Line {
    let number: String
    private let session = UUID().uuidString
    private var typed: [String] = []

    init(number: String) { self.number = number }

    mutating func begin(path: [String]) -> Call {
        typed = path
        return call
    }

    mutating func type(_ answer: String) -> Call {
        typed.append(answer)
        return call
    }

    private var call: Call {
        .form(
            "/channels/africa/receive",
            [
                "sessionId": session, "phoneNumber": number, "networkCode": "62401", "serviceCode": "*123#",
                "text": typed.joined(separator: "*"),
            ])
    }

    func screen(_ response: HTTPClient.Response) throws -> Screen { try Screen(response) }
}

/// MTN: JSON with the last answer, and nothing to know a retry by.
struct MTNLine: Line {
    let number: String
    private let session = UUID().uuidString

    init(number: String) { self.number = number }

    func begin(path: [String]) -> Call { call("0", "*" + (["123"] + path).joined(separator: "*") + "#") }
    func type(_ answer: String) -> Call { call("1", answer) }

    private func call(_ type: String, _ text: String) -> Call {
        .json(
            "/channels/mtn/receive",
            [
                "sessionId": session, "messageType": type, "msisdn": String(number.dropFirst()), "serviceCode": "*123#",
                "ussdString": text, "cellId": "62401-1",
            ])
    }

    private struct Answer: Decodable {
        struct Data: Decodable {
            let inboundResponse: String
            let userInputRequired: Bool
        }
        let statusCode: String
        let data: Data
    }

    func screen(_ response: HTTPClient.Response) throws -> Screen {
        let answer = try response.json(Answer.self)
        guard answer.statusCode == "0000" else { throw Screen.Unreadable(description: "not 0000: \(response.text)") }
        return answer.data.userInputRequired ? .open(answer.data.inboundResponse) : .closed(answer.data.inboundResponse)
    }
}

/// Hubtel: JSON with the last answer and its place in the session.
struct HubtelLine: Line {
    let number: String
    private let session = UUID().uuidString
    private var sequence = 0

    init(number: String) { self.number = number }

    mutating func begin(path: [String]) -> Call { call("Initiation", "*" + (["123"] + path).joined(separator: "*") + "#") }
    mutating func type(_ answer: String) -> Call { call("Response", answer) }

    private mutating func call(_ type: String, _ text: String) -> Call {
        sequence += 1
        return .json(
            "/channels/hubtel/receive",
            [
                "SessionId": session, "Type": type, "Mobile": String(number.dropFirst()), "ServiceCode": "*123#",
                "Message": text, "Operator": "mtn", "Sequence": "\(sequence)", "ClientState": "",
            ])
    }

    private struct Answer: Decodable {
        let type: String
        let message: String

        enum CodingKeys: String, CodingKey {
            case type = "Type"
            case message = "Message"
        }
    }

    func screen(_ response: HTTPClient.Response) throws -> Screen {
        let answer = try response.json(Answer.self)
        switch answer.type {
        case "Response": return .open(answer.message)
        case "Release": return .closed(answer.message)
        default: throw Screen.Unreadable(description: "neither Response nor Release: \(response.text)")
        }
    }
}

/// Comviva Flares by `http-ussd`: everything in the address, and a header that says whether the session goes on.
struct FlaresLine: Line {
    let number: String
    private let session = UUID().uuidString

    init(number: String) { self.number = number }

    func begin(path: [String]) -> Call { call((["123"] + path).joined(separator: "*")) }
    func type(_ answer: String) -> Call { call(answer) }

    private func call(_ input: String) -> Call {
        let query = Call.encoded(["SESSION_ID": session, "MSISDN": String(number.dropFirst()), "INPUT": input])
        return Call(method: .get, path: "/channels/flares/receive?\(query)")
    }

    func screen(_ response: HTTPClient.Response) throws -> Screen {
        switch HTTPField.Name("Freeflow").flatMap({ response.headers[$0] }) {
        case "FC" where response.status == .ok: return .open(response.text)
        case "FB" where response.status == .ok: return .closed(response.text)
        case let word: throw Screen.Unreadable(description: "\(response.status), Freeflow \(word ?? "nothing"): \(response.text)")
        }
    }
}
