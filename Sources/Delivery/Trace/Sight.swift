import Foundation
import Gateways

/// What was seen of a channel: a request with its answer, as long as it has to be.
struct Sight: Sendable {
    enum What: Sendable {
        case ours(Exchange)
        case theirs(AnsweredCall)
    }

    let what: What
    /// Bytes of the two bodies, before they were cut.
    let (asked, answered): (Int, Int)

    /// Of a body so much is shown.
    static let shown = 4096
    /// So much more is kept until it is masked: what begins before the cut must be recognised.
    private static let overlap = 512

    init(_ exchange: Exchange) {
        var exchange = exchange
        asked = exchange.request.body.count
        Self.cut(&exchange.request.body)
        if case .answered(var answer) = exchange.end {
            answered = answer.body.count
            Self.cut(&answer.body)
            exchange.end = .answered(answer)
        } else {
            answered = 0
        }
        what = .ours(exchange)
    }

    init(_ call: AnsweredCall) {
        asked = call.request.body.count
        answered = call.response.body.utf8.count
        guard asked > Self.shown + Self.overlap else {
            what = .theirs(call)
            return
        }
        var request = call.request
        Self.cut(&request.body)
        what = .theirs(
            AnsweredCall(
                channel: call.channel, at: call.at, path: call.path, request: request, reading: call.reading, response: call.response))
    }

    var at: Date {
        switch what {
        case .ours(let exchange): exchange.at
        case .theirs(let call): call.at
        }
    }

    private static func cut(_ body: inout [UInt8]) {
        if body.count > shown + overlap { body = Array(body.prefix(shown + overlap)) }
    }
}
