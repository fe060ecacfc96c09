package import Foundation
import Texting

extension Store {
    /// The recordings in the order in which they began, then what we began ourselves.
    package func messages(since: Date?, _ realm: Realm, after: PageKey?) async throws -> Page<ExportedMessage> {
        let sealer = sealer
        return try await read { db in
            let filter = MessageFilter(from: since.from, isTest: realm == .tests, contact: nil)
            let place = MessagePlace(after) ?? .turns(recording: Data(), number: 0)
            switch place {
            case .turns(let recording, let number): return try db.turns(filter, recording, number, sealer)
            case .outbox(let id): return try db.outbox(filter, after: id, sealer)
            }
        }
    }
}

/// Which messages are meant.
struct MessageFilter {
    var from: Int64
    var isTest: Bool
    /// nil: everybody's.
    var contact: Data?
}

/// Where the list of messages goes on: in the recordings, or in the outbox behind them.
enum MessagePlace {
    case turns(recording: Data, number: Int)
    case outbox(after: Data)

    init?(_ key: PageKey?) {
        guard let bytes = key?.bytes, let first = bytes.first else { return nil }
        let rest = bytes.dropFirst()
        if first == 1 {
            self = .outbox(after: Data(rest))
        } else {
            self = .turns(recording: Data(rest.prefix(16)), number: rest.dropFirst(16).reduce(0) { $0 << 8 | Int($1) })
        }
    }

    var key: PageKey {
        switch self {
        case .turns(let recording, let number):
            PageKey(bytes: Data([0]) + recording + Data((0..<4).map { UInt8(truncatingIfNeeded: number >> (8 * (3 - $0))) }))
        case .outbox(let id): PageKey(bytes: Data([1]) + id)
        }
    }
}

extension Connection {
    func turns(_ filter: MessageFilter, _ recording: Data, _ number: Int, _ sealer: Sealer) throws -> Page<ExportedMessage> {
        let rows = try rows(
            """
            SELECT recording, number, at, turn.channel, screen, understood, ends, number_box, turn.parts, answer, said, typed, shown, reply
            FROM turn JOIN recording ON recording.id = recording JOIN contact ON contact.id = contact
            WHERE (recording, number) > (?, ?) AND at >= ? AND is_test = ? AND (?5 IS NULL OR contact.id = ?5)
            ORDER BY recording, number LIMIT ?6
            """, [recording, number, filter.from, filter.isTest, filter.contact, Store.pageRows])
        let next: MessagePlace =
            if rows.count == Store.pageRows, let last = rows.last {
                .turns(recording: last[0], number: last[1])
            } else {
                .outbox(after: Data())
            }
        return Page(items: try rows.flatMap { try ExportedMessage.both(of: $0, sealer) }, next: next.key)
    }

    func outbox(_ filter: MessageFilter, after id: Data, _ sealer: Sealer) throws -> Page<ExportedMessage> {
        let rows = try rows(
            """
            SELECT outbox.id, coalesce(sent, outbox.created), channel, text_box, cause, state, reason, parts, price, number_box
            FROM outbox JOIN contact ON contact.id = contact
            WHERE outbox.id > ? AND outbox.updated >= ? AND is_test = ? AND (?4 IS NULL OR contact.id = ?4)
            ORDER BY outbox.id LIMIT ?5
            """, [id, filter.from, filter.isTest, filter.contact, Store.pageRows])
        var page = try Page(rows, of: Store.pageRows) { try ExportedMessage(outbox: $0, sealer) }
        page.next = page.next.map { MessagePlace.outbox(after: $0.bytes).key }
        return page
    }
}

extension ExportedMessage {
    /// What came, and what was shown for it.
    fileprivate static func both(of row: Row, _ sealer: Sealer) throws -> [ExportedMessage] {
        let phone = try (row[7] as Data?).map { try sealer.number($0) }
        let said = try Said(row, from: 10, sealer)
        let came = ExportedMessage(
            time: Date(milliseconds: row[2]), channel: row[3], direction: .in, phone: phone, text: said.typed, cause: row[5],
            status: "received", reason: nil, parts: nil, price: nil)
        // What left as a message of its own stands in the outbox.
        guard (row[6] as Bool?) != nil, (row[9] as Data?) == nil else { return [came] }
        let left = ExportedMessage(
            time: came.time, channel: came.channel, direction: .out, phone: phone, text: said.shown, cause: row[4], status: "answered",
            reason: nil, parts: row[8], price: nil)
        return [came, left]
    }

    fileprivate init(outbox row: Row, _ sealer: Sealer) throws {
        self.init(
            time: Date(milliseconds: row[1]), channel: row[2], direction: .out,
            phone: try (row[9] as Data?).map { try sealer.number($0) }, text: try (row[3] as Data?).map { try sealer.text($0, .message) },
            cause: row[4], status: row[5], reason: row[6], parts: row[7], price: row[8])
    }
}
