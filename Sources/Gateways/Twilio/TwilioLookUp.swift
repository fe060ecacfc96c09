import Foundation
import HTTPTypes
import Texting

/// Finds a message of ours among those that Twilio has for its number: it carries no id of ours, so its words and its time must do.
struct TwilioLookUp: LookUp {
    let messages: String
    let headers: HTTPFields

    /// Not narrowed by `DateSent`: what waits there has none yet, and would be missed.
    func request(for message: OutgoingMessage, token: String?) -> OutgoingRequest {
        OutgoingRequest(
            method: .get, address: messages.adding("To", message.to.e164).adding("PageSize", "\(Self.page)"),
            headers: headers)
    }

    private static let page = 100

    func finding(in answer: OutgoingAnswer, of message: OutgoingMessage) -> Finding {
        guard answer.status == .ok, let tree = answer.tree, let listed = tree.items(at: "messages"), let since = Self.birth(of: message.id)
        else { return .unclear }
        let earliest = since.addingTimeInterval(-Self.skew)
        let dates = listed.map { $0.filled("date_created").flatMap(Self.date) }
        guard !dates.contains(nil) else { return .unclear }
        let young = zip(listed, dates.compactMap(\.self)).filter { $0.1 >= earliest }.map(\.0)
        // Newest first.
        if let found = young.first(where: { Self.isOurs($0, message) }), let status = found.filled("status") {
            let price = TwilioStatus.price(found.filled("price"), found.filled("price_unit"))
            return .known(TwilioStatus.report(.ours(message.id), status: status, error: found.filled("error_code"), price: price))
        }
        let isWhole = tree.filled("next_page_uri") == nil || young.count < listed.count
        return isWhole ? .absent : .unclear
    }

    private static func isOurs(_ item: JSONTree, _ message: OutgoingMessage) -> Bool {
        item.filled("direction") != "inbound" && item.filled("to") == message.to.e164
            && (item.filled("body") ?? "").isSame(as: message.text)
    }

    /// Seconds that Twilio's clock and ours may differ by.
    private static let skew: TimeInterval = 300

    /// When the message was made, which its id says (UUIDv7, RFC 9562 §5.7); nil where it is another id.
    private static func birth(of id: String) -> Date? {
        guard DeliveryReport.Subject.isOurs(id), id.dropFirst(12).hasPrefix("7"), let milliseconds = UInt64(id.prefix(12), radix: 16) else {
            return nil
        }
        return Date(timeIntervalSince1970: Double(milliseconds) / 1000)
    }

    /// `Thu, 24 Aug 2023 05:01:45 +0000` (RFC 2822, always UTC there).
    private static func date(_ text: String) -> Date? {
        guard let match = text.wholeMatch(of: /[A-Za-z]{3}, ([0-9]{1,2}) ([A-Za-z]{3}) ([0-9]{4}) ([0-9]{2}):([0-9]{2}):([0-9]{2}) \+0000/),
            let month = months.firstIndex(of: String(match.2))
        else { return nil }
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar.date(
            from: DateComponents(
                year: Int(match.3), month: month + 1, day: Int(match.1), hour: Int(match.4), minute: Int(match.5), second: Int(match.6)))
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}

extension String {
    /// But for the blanks at its ends, which are not always kept.
    fileprivate func isSame(as other: String) -> Bool {
        trimmingCharacters(in: .whitespacesAndNewlines) == other.trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
