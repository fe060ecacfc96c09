import HTTPTypes
import Texting

/// USSD over HTTP as a channel's configuration describes it: Comviva Flares, and others that have no folder of their own.
package struct HTTPUSSD: Gateway {
    var shape: Shape
    /// What is dialled; what stands behind it is a path through the dialogs.
    var code: String?
    var country: Country

    // Incoming fields.
    package func read(_ request: WebRequest) throws(Refusal) -> Arrival {
        let fields = try RequestFields(request, in: shape.request.source)
        let session = try fields.filled(shape.request.session)
        if let ending = shape.ending, let word = try fields.text(ending.field), ending.words.contains(word) {
            let number = try fields.said(shape.request.number)
            guard let number else { return .sessionEnd(SessionEnd(sender: nil, session: session, cause: .dropped)) }
            return .sessionEnd(SessionEnd(sender: try sender(number), session: session, cause: .dropped))
        }
        let sender = try sender(fields.filled(shape.request.number))
        let text = try text(fields)
        return .message(
            Inbound(
                sender: sender, session: session, text: text, stepKey: try key(of: text, in: session, fields),
                network: try fields.said(shape.request.network)))
    }

    private func sender(_ number: String) throws(Refusal) -> PhoneNumber {
        try PhoneNumber(msisdn: number, in: "The request's field \(shape.request.number)", country)
    }

    private func key(of text: Inbound.Text, in session: String, _ fields: RequestFields) throws(Refusal) -> String? {
        if let step = try fields.said(shape.request.step) { return stepKey(session: session, step: step) }
        guard case .cumulative(let all) = text else { return nil }
        return stepKey(session: session, step: all)
    }

    private func text(_ fields: RequestFields) throws(Refusal) -> Inbound.Text {
        let codes = [code, try fields.said(shape.request.code)]
        if case .word(let field, let words) = shape.beginning, let word = try fields.text(field), words.contains(word) {
            return .begin(path: ServiceCode.path(in: try fields.said(shape.request.text) ?? "", behind: codes))
        }
        let text = try fields.present(shape.request.text)
        switch (shape.request.typed, shape.beginning) {
        case (.cumulative, .textIsCode): return .cumulative(ServiceCode.typed(in: text, behind: codes))
        case (.cumulative, .textIsEmpty), (.cumulative, .word): return .cumulative(text)
        case (.last, .textIsCode): return ServiceCode.known(in: text, behind: codes).map { .begin(path: $0) } ?? .last(text)
        case (.last, .textIsEmpty): return text.isEmpty ? .begin(path: []) : .last(text)
        case (.last, .word): return .last(text)
        }
    }

    // The answer.
    package func answer(_ text: String, ends: Bool, to inbound: Inbound) -> WebResponse {
        screen(text, ends: ends, session: inbound.session, number: inbound.sender.e164)
    }

    package var acknowledgement: WebResponse {
        WebResponse(status: .ok, contentType: shape.answer.type.contentType, body: shape.ending?.answer ?? "")
    }

    /// A gateway shows an error of HTTP in its own words, so even our trouble is a last screen.
    package func unavailable(_ words: String) -> WebResponse { screen(words, ends: true, session: "", number: "") }

    private func screen(_ text: String, ends: Bool, session: String, number: String) -> WebResponse {
        let mark = ends ? shape.answer.end.last : shape.answer.end.more
        let body = shape.answer.body.filled(as: shape.answer.type) { place in
            switch place {
            case .literal(let literal): literal
            case .text: text
            case .session: session
            case .number: number
            case .digits: String(number.drop { $0 == "+" })
            case .code: code ?? ""
            case .end: mark
            }
        }
        var headers = HTTPFields()
        if let header = shape.answer.end.header { headers[header] = mark }
        return WebResponse(status: .ok, contentType: shape.answer.type.contentType, body: body, headers: headers)
    }
}
