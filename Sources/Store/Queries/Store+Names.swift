import Dialogs
import Foundation

extension Store {
    /// Sign-ups in which every word of `beginning` begins a word of a free text; words of less than three letters are passed over.
    ///
    /// The rows of word starts find the few that may be meant, and only those are opened.
    package func signUps(named beginning: String, _ realm: Realm) async throws -> [ExportedSignUp] {
        let sealer = sealer
        let starts = sealer.nameStarts(of: beginning)
        guard !starts.isEmpty else { return [] }
        let words = Sealer.nameWords(of: beginning)
        return try await read { db in
            let marks = starts.map { _ in "?" }.joined(separator: ", ")
            var arguments: Bindings = Array(starts)
            arguments += [starts.count, realm == .tests]
            let rows = try db.rows(
                """
                \(ExportedSignUp.select)
                WHERE sign_up.id IN (
                    SELECT sign_up FROM name_start WHERE start IN (\(marks)) GROUP BY sign_up HAVING count(*) = ?)
                AND is_test = ? ORDER BY sign_up.id
                """, arguments)
            return try rows.map { try ExportedSignUp($0, db, sealer) }.filter { $0.isNamed(words) }
        }
    }
}

extension ExportedSignUp {
    fileprivate func isNamed(_ words: [String]) -> Bool {
        let own = answers.values.flatMap { answer in
            guard case .text(let text) = answer else { return [String]() }
            return Sealer.nameWords(of: text)
        }
        return words.allSatisfy { word in own.contains { $0.hasPrefix(word) } }
    }
}
