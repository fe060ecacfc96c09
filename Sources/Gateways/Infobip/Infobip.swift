import HTTPTypes
import Texting

/// SMS through Infobip: JSON with one result or several comes in, messages at one address and reports at the other.
struct Infobip: Gateway {
    var country: Country

    // Incoming fields.
    func read(_ request: WebRequest) throws(Refusal) -> Arrival {
        let results = try results(request)
        // A report that is sent to the wrong address is still one.
        if results.contains(where: { $0.value(at: "status") != nil }) { return .reports(try reports(results)) }
        var messages: [Inbound] = []
        for (index, result) in results.enumerated() {
            let id = try filled("messageId", of: result, at: index)
            let from = try filled("from", of: result, at: index)
            guard let sender = try? PhoneNumber(msisdn: from.withoutPlus, in: "from", country) else {
                continue
            }
            messages.append(
                Inbound(sender: sender, session: id, text: .message(try text(of: result, at: index)), stepKey: id, network: nil))
        }
        return messages.isEmpty ? .noPerson : .messages(messages)
    }

    func readStatus(_ request: WebRequest) throws(Refusal) -> Arrival { .reports(try reports(results(request))) }

    private func results(_ request: WebRequest) throws(Refusal) -> [JSONTree] {
        guard let results = try request.postedTree().items(at: "results") else {
            throw Refusal("The member results is missing, or no list.")
        }
        return results
    }

    /// An SMS has it as one text, one with pictures as pieces of which some are text.
    private func text(of result: JSONTree, at index: Int) throws(Refusal) -> String {
        if let pieces = result.items(at: "message") {
            return pieces.filter { $0.filled("contentType") == "text/plain" }.compactMap { $0.filled("value") }.joined(separator: "\n")
        }
        return try result.text(at: "text") ?? ""
    }

    private func reports(_ results: [JSONTree]) throws(Refusal) -> [DeliveryReport] {
        var reports: [DeliveryReport] = []
        for (index, result) in results.enumerated() {
            let id = try filled("messageId", of: result, at: index)
            guard let report = InfobipStatus.report(result, of: DeliveryReport.Subject(named: id)) else {
                throw Refusal("The member status.groupName of result \(index + 1) is missing or empty.")
            }
            reports.append(report)
        }
        return reports
    }

    private func filled(_ path: String, of result: JSONTree, at index: Int) throws(Refusal) -> String {
        guard let text = result.filled(path) else { throw Refusal("The member \(path) of result \(index + 1) is missing or empty.") }
        return text
    }

    // The answer; Infobip reads no words of it.
    func answer(_ text: String, ends: Bool, to inbound: Inbound) -> WebResponse { acknowledgement }

    var acknowledgement: WebResponse { WebResponse(status: .ok, contentType: "application/json", body: "{}\n") }

    /// It brings again what was not taken with a 2xx.
    func unavailable(_ words: String) -> WebResponse {
        WebResponse(status: .serviceUnavailable, contentType: "application/json", body: "{}\n")
    }
}

extension GatewayKind {
    static let infobip = GatewayKind(
        name: "infobip", use: .service, carries: .sms, replies: .asMessage, settings: [GatewaySetting("api-key", isSecret: true)],
        make: { Infobip(country: $0.country) }, makeSender: { InfobipSender(settings: $0) })
}
