package import Foundation

/// A conversation between two turns. It is stored after every turn and read back before the next, so it must stay small.
package struct Session: Equatable, Sendable, Codable {
    package var language: Language
    package var answers: [String: GivenAnswer]
    /// When the person last did something.
    package var touched: Date

    package init(language: Language, answers: [String: GivenAnswer], touched: Date) {
        self.language = language
        self.answers = answers
        self.touched = touched
    }
}
