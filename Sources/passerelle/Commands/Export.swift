import ArgumentParser
import Dialogs
import Foundation
import Store

/// `passerelle export sign-ups`: what was gathered, for a spreadsheet or another program.
struct Export: AsyncParsableCommand {
    enum What: String, CaseIterable, ExpressibleByArgument {
        case signUps = "sign-ups"
        case callbacks, contacts, messages, usage
    }

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case csv, json
    }

    static let configuration = CommandConfiguration(
        abstract: "Writes out sign-ups, call-backs, contacts, messages or usage.",
        discussion: """
            CSV has the labels and words of the live dialogs (--ids: their ids), and `;` where LANG is French; JSON has ids.
            Example: passerelle export sign-ups --since 2026-11-01 > sign-ups.csv
            """)

    @Argument(help: "sign-ups, callbacks, contacts, messages or usage.")
    var what: What

    @Option(help: "csv or json.")
    var format = Format.csv

    @Option(help: "Only what is not older: 2026-11-01, or 2026-11-01T08:00:00Z.")
    var since: String?

    @Option(help: "usage: of a month (2026-11) by channel and network, to hold against the operator's bill.")
    var month: String?

    @Flag(help: "Only what was done on a channel for tests.")
    var tests = false

    @Flag(help: "CSV with ids in place of labels and words.")
    var ids = false

    @OptionGroup var config: ConfigurationOption

    func validate() throws {
        if month != nil, what != .usage { throw ValidationError("--month goes with `passerelle export usage`.") }
    }

    func run() async throws {
        let configuration = try config.read()
        let store = try configuration.storeToRead()
        let from = try since.map { try configuration.moment($0) }
        let realm: Realm = tests ? .tests : .people
        switch format {
        case .json:
            var separator = "["
            try await rows(of: store, configuration, since: from, realm) { row in
                Terminal.result(separator + (try row.json()), terminator: "")
                separator = ",\n"
            }
            Terminal.result(separator == "[" ? "[]" : "]")
        case .csv: try await csv(store, configuration, since: from, realm)
        }
        if !tests, month == nil { try await tellTests(store, since: from) }
    }

    private func csv(_ store: Store, _ configuration: Configuration, since: Date?, _ realm: Realm) async throws {
        let labels = ids ? Labels(script: nil, language: "fr") : try await configuration.labels(in: store)
        var seen: Set<String> = []
        var names: [String] = []
        try await rows(of: store, configuration, since: since, realm) { row in
            seen.formUnion(row.answers.keys)
            if names.isEmpty { names = row.columns.map(\.name) }
        }
        let fields = labels.order.filter(seen.contains) + seen.subtracting(labels.order).sorted()
        let csv = CSV(separator: Bilingual.Choice.ofThisTerminal == .french ? ";" : ",")
        if names.isEmpty { names = month == nil ? what.columns : Bill.columns }
        Terminal.result(CSV.byteOrderMark + csv.line((names + fields.map(labels.heading)).map(Cell.text)), terminator: "")
        try await rows(of: store, configuration, since: since, realm) { row in
            let answers = fields.map { field in row.answers[field].map { labels.words($0, of: field) } ?? .missing }
            Terminal.result(csv.line(row.columns.map(\.cell) + answers), terminator: "")
        }
    }

    private func rows(
        of store: Store, _ configuration: Configuration, since: Date?, _ realm: Realm, _ body: (Row) throws -> Void
    ) async throws {
        switch what {
        case .signUps:
            try await pages {
                try await store.signUps(since: since, realm, after: $0)
            } each: {
                try body(Row($0))
            }
        case .callbacks:
            try await pages {
                try await store.callbacks(since: since, realm, after: $0)
            } each: {
                try body(Row($0))
            }
        case .contacts:
            try await pages {
                try await store.contacts(since: since, realm, after: $0)
            } each: {
                try body(Row($0))
            }
        case .messages:
            try await pages {
                try await store.messages(since: since, realm, after: $0)
            } each: {
                try body(Row($0))
            }
        case .usage where month != nil:
            for row in try await bill(of: month ?? "", store, configuration, realm) { try body(row) }
        case .usage: for usage in try await store.usage(since: since, realm) { try body(Row(usage)) }
        }
    }

    private func pages<Item>(_ page: (PageKey?) async throws -> Page<Item>, each: (Item) throws -> Void) async throws {
        var key: PageKey?
        repeat {
            let found = try await page(key)
            for item in found.items { try each(item) }
            key = found.next
        } while key != nil
    }

    private func tellTests(_ store: Store, since: Date?) async throws {
        guard let count = try await store.testsLeftOut(since: since)[what.rawValue], count > 0 else { return }
        Terminal.say(
            Bilingual(fr: "\(count) essais laissés de côté (--tests les montre)", en: "\(count) tests left out (--tests shows them)"))
    }
}

extension Export.What {
    /// The columns of an export without a row.
    fileprivate var columns: [String] {
        switch self {
        case .signUps: ["reference", "sign-up", "phone", "language", "status", "created", "updated", "consent.given", "consent.words"]
        case .callbacks: ["phone", "language", "status", "created", "time-field"]
        case .contacts: ["phone", "language", "created", "seen", "sign-ups", "open-callbacks", "stopped"]
        case .messages: ["time", "channel", "direction", "phone", "text", "cause", "status", "reason", "parts", "price"]
        case .usage: ["day", "channel", "conversations", "turns", "misses", "sign-ups", "callbacks"]
        }
    }
}
