import Dialogs
import Foundation
import Store

extension Configuration {
    /// The database for a command that reads, beside a service that may run.
    func storeToRead() throws -> Store {
        do throws(StoreProblem) {
            return try Store.openToRead(at: database)
        } catch {
            throw CannotRun(error.words.words)
        }
    }

    /// A day in the configured time zone, or a moment as RFC 3339 writes it.
    func moment(_ text: String) throws -> Date {
        if let moment = try? Date(text, strategy: .iso8601) { return moment }
        let day = Date.ISO8601FormatStyle(timeZone: timeZone).year().month().day()
        if let moment = try? Date(text, strategy: day) { return moment }
        throw CannotRun(
            fr: "« \(text) » n'est pas une date ; écrivez 2026-11-01 ou 2026-11-01T08:00:00Z",
            en: "“\(text)” is no date; write 2026-11-01 or 2026-11-01T08:00:00Z")
    }

    /// The labels and words of the live dialogs, in the language of the terminal where they have it.
    func labels(in store: Store) async throws -> Labels {
        guard let live = try await store.liveVersion() else { return Labels(script: nil, language: "fr") }
        let asked: Language = Bilingual.Choice.ofThisTerminal == .french ? "fr" : "en"
        let language = languages.contains(asked) ? asked : languages.first ?? "fr"
        return Labels(script: try? scriptSettings.compile(try await store.files(of: live)), language: language)
    }
}
