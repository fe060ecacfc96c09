package import Foundation
package import Texting

/// An answer as it was understood.
package enum Answer: Hashable, Sendable, Codable {
    case text(String)
    case number(Decimal)
    case date(CalendarDay)
    case phone(PhoneNumber)
    /// The choice's id.
    case choice(String)
    /// The ids of the choices, in the order of the question.
    case several([String])
    case reference(Reference)
    case skipped
}

/// An answer of the conversation with what a sign-up has to keep of it.
package struct GivenAnswer: Hashable, Sendable, Codable {
    package var answer: Answer
    /// The question as it was shown, then ` / ` and the words chosen: kept for consents alone.
    package var words: String?
    package var at: Date
    /// Whether the question is private, so that no recording may hold it.
    package var isPrivate: Bool

    package init(answer: Answer, words: String?, at: Date, isPrivate: Bool) {
        self.answer = answer
        self.words = words
        self.at = at
        self.isPrivate = isPrivate
    }
}
