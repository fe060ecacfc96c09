import DialogFiles
import Dialogs
import Foundation
import Store
import Texting

/// What a database holds of people that was not there before, as lines of a conversation's file.
struct StoredThings {
    /// A sign-up or a call-back as a conversation's file lists it.
    struct Entry: Equatable {
        var line: StoredLine
        /// nil for a call-back.
        var reference: String?

        /// A file may name the reference too.
        func matches(_ expected: StoredLine) -> Bool {
            if line.matches(expected) { return true }
            guard let reference else { return false }
            return StoredLine(kind: line.kind, fields: line.fields + [.init(id: "reference", values: [reference])]).matches(expected)
        }
    }

    /// Changed sign-ups among them.
    let entries: [Entry]

    static let nothing = StoredThings()

    private init() {
        entries = []
    }

    /// - Parameter since: a moment that only the last step has seen.
    init(of store: Store, since: Date) async throws {
        let signUps = try await every { try await store.signUps(since: since, .people, after: $0) }
        let callbacks = try await every { try await store.callbacks(since: since, .people, after: $0) }
        entries =
            signUps.map { Entry(line: $0.line, reference: $0.reference.digits) } + callbacks.map { Entry(line: $0.line, reference: nil) }
    }
}

/// Goes through a list to its end.
private func every<Item>(_ page: (PageKey?) async throws -> Page<Item>) async throws -> [Item] {
    var items: [Item] = []
    var key: PageKey?
    repeat {
        let page = try await page(key)
        items += page.items
        key = page.next
    } while key != nil
    return items
}

extension ExportedSignUp {
    fileprivate var line: StoredLine {
        let status = status == .open ? [] : [StoredLine.Field(id: "status", values: [status.rawValue])]
        return StoredLine(kind: .signUp(signUp), fields: StoredLine.Field.all(answers) + status)
    }
}

extension ExportedCallback {
    fileprivate var line: StoredLine {
        StoredLine(kind: .callback, fields: StoredLine.Field.all(answers, first: timeField))
    }
}

extension StoredLine.Field {
    fileprivate static func all(_ answers: [String: Answer], first: String? = nil) -> [Self] {
        answers.sorted { ($0.key != first ? 1 : 0, $0.key) < ($1.key != first ? 1 : 0, $1.key) }.compactMap { field, answer in
            values(of: answer).map { Self(id: field, values: $0) }
        }
    }

    /// nil for what is not stored as an answer.
    private static func values(of answer: Answer) -> [String]? {
        switch answer {
        case .text(let text): [text]
        case .number(let number): ["\(number)"]
        case .date(let day): [day.text]
        case .phone(let number): [number.e164]
        case .choice(let id): [id]
        case .several(let ids): ids
        case .reference(let reference): [reference.digits]
        case .skipped: nil
        }
    }
}
