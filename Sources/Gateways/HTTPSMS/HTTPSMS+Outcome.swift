import HTTPTypes
import Texting

extension HTTPSMS.Answer {
    /// What the answer says: by its word where words are described, and else by its status and by whether it has an id.
    func outcome(of answer: OutgoingAnswer) -> SendOutcome {
        let status = answer.status.code
        let isTaken = statuses.isEmpty ? (200..<300).contains(status) : statuses.contains(status)
        let fields = source == .text ? nil : try? RequestFields(answer.body, in: source)
        let id = id.flatMap { self.id(at: $0, fields, answer) }
        let receipt = Receipt(id: id, price: text(at: price, fields).flatMap { Money(parsing: $0) })
        guard !words.isEmpty else {
            // Where an id is waited for, an answer without one is half an answer.
            return isTaken && (self.id == nil || id != nil) ? .accepted(receipt) : SendOutcome(statusOf: answer)
        }
        guard let said = said(in: answer, fields) else { return SendOutcome(statusOf: answer) }
        let word = said.word.asWord
        switch said.verdict {
        case .taken: return isTaken ? .accepted(receipt) : SendOutcome(statusOf: answer)
        case .refused: return .refused(.refused, word: word)
        case .unknownSubscriber: return .refused(.unknownSubscriber, word: word)
        case .blocked: return .refused(.blocked, word: word)
        case .busy: return .notTaken(.busy(for: answer.retryAfter), word: word)
        case .noMoney: return .notTaken(.noMoney, word: word)
        case .refusesUs: return .notTaken(.refusesUs, word: word)
        case nil: return isTaken ? .unknown(word: word) : SendOutcome(statusOf: answer)
        }
    }

    /// The answer's word and what it says; of a text the longest beginning that is described, and else nil, for it may be a sentence.
    private func said(in answer: OutgoingAnswer, _ fields: RequestFields?) -> (word: String, verdict: HTTPSMS.Verdict?)? {
        switch source {
        case .text:
            let body = answer.text
            let known = words.flatMap { verdict, words in words.filter { body.hasPrefix($0) }.map { (word: $0, verdict: verdict) } }
            return known.max { $0.word.count < $1.word.count }.map { ($0.word, $0.verdict) }
        case .json, .xml, .form:
            guard let word = text(at: field, fields) else { return nil }
            return (word, HTTPSMS.Verdict.allCases.first { words[$0]?.contains(word) == true })
        }
    }

    private func text(at field: String?, _ fields: RequestFields?) -> String? { (try? fields?.said(field)) ?? nil }

    private func id(at place: IDPlace, _ fields: RequestFields?, _ answer: OutgoingAnswer) -> String? {
        switch place {
        case .field(let field): return text(at: field, fields)
        case .between(let before, let after):
            let body = answer.text
            guard let mark = before.isEmpty ? body.startIndex..<body.startIndex : body.firstRange(of: before) else { return nil }
            let rest = body[mark.upperBound...]
            if after.isEmpty { return String(rest.prefix { !$0.isWhitespace }).nonEmpty }
            return rest.firstRange(of: after).flatMap { String(rest[..<$0.lowerBound]).nonEmpty }
        }
    }
}

extension RequestFields {
    /// Of an answer's body, whatever its header says of it.
    fileprivate init(_ body: [UInt8], in source: HTTPSMS.Answer.Source) throws(Refusal) {
        switch source {
        case .json: self = .json(try JSONTree(body))
        case .xml: self = .xml(try XMLFields(body))
        case .form, .text: self = .form(try Form(body))
        }
    }
}

extension String {
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}
