import HTTPTypes
import Texting

/// SMS over HTTP as a channel's configuration describes it, for a gateway that has no folder of its own.
package struct HTTPSMS: Gateway {
    var shape: Shape
    /// What people write to.
    var code: String?
    var country: Country

    // Incoming fields.
    package func read(_ request: WebRequest) throws(Refusal) -> Arrival {
        guard let message = shape.message else { throw Refusal("This channel's configuration describes no message that comes in.") }
        let fields = try RequestFields(request, in: message.source)
        guard message.list != nil else {
            guard let inbound = try inbound(fields, message) else { return .noPerson }
            return .message(inbound)
        }
        var inbounds: [Inbound] = []
        for fields in try fields.each(in: message.list) {
            if let inbound = try inbound(fields, message) { inbounds.append(inbound) }
        }
        return inbounds.isEmpty ? .noPerson : .messages(inbounds)
    }

    /// nil where a sender in letters or a short code wrote.
    private func inbound(_ fields: RequestFields, _ message: Message) throws(Refusal) -> Inbound? {
        let number = try fields.filled(message.number)
        let text = try fields.present(message.text)
        guard let sender = try? PhoneNumber(msisdn: number, in: message.number, country) else { return nil }
        return Inbound(
            sms: text, from: sender, id: try fields.said(message.id), time: try fields.said(message.time),
            network: try fields.said(message.network))
    }

    package func readStatus(_ request: WebRequest) throws(Refusal) -> Arrival {
        guard let report = shape.report else { throw Refusal("This channel's configuration describes no report.") }
        let fields = try RequestFields(request, in: report.source)
        let ours = request.queryValue(Report.ownField).filled
        var reports: [DeliveryReport] = []
        for fields in try fields.each(in: report.list) { reports.append(try self.report(fields, report, ours: ours)) }
        return .reports(reports)
    }

    private func report(_ fields: RequestFields, _ report: Report, ours: String?) throws(Refusal) -> DeliveryReport {
        let subject: DeliveryReport.Subject
        if let ours = try fields.said(report.ours) ?? ours {
            subject = .ours(ours)
        } else if let theirs = try fields.said(report.id) {
            subject = .theirs(theirs)
        } else {
            let names = [report.ours, report.id].compactMap(\.self).joined(separator: " or ")
            throw Refusal("The request says nothing for \(names.isEmpty ? Report.ownField : names), so it is known of no message.")
        }
        let word = try fields.filled(report.status)
        let fate = Fate.allCases.first { report.words[$0]?.contains(word) == true } ?? .onItsWay
        return DeliveryReport(
            subject, fate.state, word: word.asWord, price: try fields.said(report.price).flatMap { Money(parsing: $0) })
    }

    // The answer.
    package func answer(_ text: String, ends: Bool, to inbound: Inbound) -> WebResponse {
        guard case .inAnswer(let body) = shape.reply.words, !text.isEmpty else { return acknowledgement }
        let filled = body.filled(
            { place in
                switch place {
                case .text: text
                case .to: inbound.sender.e164
                case .digits: String(inbound.sender.e164.drop { $0 == "+" })
                case .from: code ?? ""
                case .id: inbound.stepKey == nil ? "" : inbound.session
                case .encoding, .statusAddress, .username, .password, .apiKey, .token, .basic: ""
                }
            }, escaped: shape.reply.type.escaped)
        return WebResponse(status: .ok, contentType: shape.reply.type.contentType, body: filled)
    }

    package var acknowledgement: WebResponse {
        WebResponse(status: .ok, contentType: shape.reply.type.contentType, body: shape.reply.nothing)
    }

    /// Nothing that could be taken for words to send on.
    package func unavailable(_ words: String) -> WebResponse {
        WebResponse(status: .serviceUnavailable, contentType: shape.reply.type.contentType, body: shape.reply.nothing)
    }
}
