import Gateways
import HTTPTypes
import Testing
import Texting

/// The half that sends, by its name in the catalogue, so that every test goes through it as the service does.
func sender(_ name: String, url: String, from: String? = "8080", _ values: [String: String] = [:]) throws -> any Sender {
    let make = try #require(Catalogue.kind(named: name)?.makeSender)
    return make(SenderSettings(url: url, sender: from, country: cameroon, values: values))
}

/// An id as ours are.
let ourID = "0191e1807d6070000aded7d8b151cbd5"

func outgoing(_ text: String, status: String? = "https://passerelle.example/channels/sms/status?key=geheim") -> OutgoingMessage {
    OutgoingMessage(id: ourID, to: awa, text: text, statusAddress: status)
}

func answered(_ status: HTTPResponse.Status, _ body: String, _ headers: HTTPFields = [:]) -> OutgoingAnswer {
    OutgoingAnswer(status: status, headers: headers, body: Array(body.utf8))
}

let retryIn30: HTTPFields = HTTPField.Name("Retry-After").map { [$0: "30"] } ?? [:]

/// A whole request as it goes over the wire, its headers by name.
func wire(_ request: OutgoingRequest) -> String {
    let headers = request.headers.map { "\($0.name): \($0.value)" }.sorted()
    return (["\(request.method) \(request.address)"] + headers + ["", String(decoding: request.body, as: UTF8.self)]).joined(
        separator: "\n")
}

/// What a gateway says to a message, and what it comes to.
struct Said: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var answer: OutgoingAnswer
    var outcome: SendOutcome

    init(_ label: String, _ answer: OutgoingAnswer, _ outcome: SendOutcome) {
        (testDescription, self.answer, self.outcome) = (label, answer, outcome)
    }
}

/// A request that tells what became of messages.
struct Told: CustomTestStringConvertible, Sendable {
    var testDescription: String
    var request: WebRequest
    var reports: [DeliveryReport]

    init(_ label: String, _ request: WebRequest, _ reports: DeliveryReport...) {
        (testDescription, self.request, self.reports) = (label, request, reports)
    }
}

/// The refusal that reading a report ends in; nil where it is taken.
func refusalOfReport(_ request: WebRequest, by gateway: any Gateway) -> Refusal? {
    do throws(Refusal) {
        _ = try gateway.readStatus(request)
        return nil
    } catch {
        return error
    }
}
