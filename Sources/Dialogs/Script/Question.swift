package import Foundation

/// A screen that saves what the person answers.
package final class Question: Equatable, Sendable {
    package enum Known: String, Sendable, CaseIterable {
        case ask, offer, skip
    }

    package let ask: Words
    /// The field that the answer is saved in.
    package let save: Field
    package let label: Words?
    package let expect: Expectation
    /// Where the id of the sign-up stands whose reference is expected.
    package let referencePlace: Place?
    /// The words of skipping; nil where the question must be answered.
    package let optional: Words?
    package let known: Known
    package let hint: Words?
    package let isPrivate: Bool
    package let next: Next

    package init(
        ask: Words, save: Field, label: Words?, expect: Expectation, referencePlace: Place? = nil, optional: Words?, known: Known,
        hint: Words?, isPrivate: Bool, next: Next
    ) {
        self.ask = ask
        self.save = save
        self.label = label
        self.expect = expect
        self.referencePlace = referencePlace
        self.optional = optional
        self.known = known
        self.hint = hint
        self.isPrivate = isPrivate
        self.next = next
    }

    package static func == (left: Question, right: Question) -> Bool {
        (left.ask, left.save, left.label, left.expect, left.referencePlace)
            == (right.ask, right.save, right.label, right.expect, right.referencePlace)
            && (left.optional, left.known, left.hint, left.isPrivate, left.next)
                == (right.optional, right.known, right.hint, right.isPrivate, right.next)
    }
}

/// Where a question leads.
package enum Next: Equatable, Sendable {
    case always(Target)
    /// By the choice's id; total, so `otherwise` is there where a choice or the skipping has no entry.
    case byChoice([String: Target], skipped: Target?, otherwise: Target?)
}

/// What a question takes for an answer.
package enum Expectation: Equatable, Sendable {
    case text(TextRule)
    case number(NumberRule)
    case date(DateRule)
    /// A phone number, kept as E.164.
    case phone
    /// The reference of this contact's own sign-up of that id.
    case reference(signUp: String)
    case choice(Choices)
}

package struct TextRule: Hashable, Sendable {
    /// In characters.
    package var min: Int
    package var max: Int
    /// `A` a letter, `9` a digit, anything else itself.
    package var like: String?

    package init(min: Int = 1, max: Int = 160, like: String? = nil) {
        self.min = min
        self.max = max
        self.like = like
    }
}

package struct NumberRule: Hashable, Sendable {
    package var min: Decimal?
    package var max: Decimal?
    /// Digits allowed after the comma.
    package var decimals: Int

    package init(min: Decimal? = nil, max: Decimal? = nil, decimals: Int = 0) {
        self.min = min
        self.max = max
        self.decimals = decimals
    }
}

package struct DateRule: Hashable, Sendable {
    package enum Precision: String, Sendable, CaseIterable {
        case day, month, year
    }

    package var min: DateBound?
    package var max: DateBound?
    package var precision: Precision

    package init(min: DateBound? = nil, max: DateBound? = nil, precision: Precision = .day) {
        self.min = min
        self.max = max
        self.precision = precision
    }
}

/// A day as a dialog writes it: a fixed one, or one counted from today (`today`, `today-18y`).
package enum DateBound: Hashable, Sendable {
    case day(CalendarDay)
    /// Added to today, so negative in the past.
    case fromToday(years: Int, months: Int, days: Int)
}

/// A day of the calendar without a time zone; month and day are 1 where the precision leaves them out.
package struct CalendarDay: Hashable, Sendable, Codable {
    package var year: Int
    package var month: Int
    package var day: Int

    package init(year: Int, month: Int = 1, day: Int = 1) {
        self.year = year
        self.month = month
        self.day = day
    }
}

package final class Choices: Equatable, Sendable {
    package enum Source: Equatable, Sendable {
        case inline([Choice])
        /// A key of `Script.lists`.
        case list(String)
    }

    package let source: Source
    package let place: Place
    /// Set where several may be answered.
    package let several: Several?
    /// Whether the beginning of the words is typed instead of a number; nil: when there are more than 97 options.
    package let find: Bool?

    package struct Several: Hashable, Sendable {
        package var min: Int
        /// nil: as many as there are.
        package var max: Int?

        package init(min: Int, max: Int?) {
            self.min = min
            self.max = max
        }
    }

    package init(source: Source, place: Place, several: Several?, find: Bool?) {
        self.source = source
        self.place = place
        self.several = several
        self.find = find
    }

    package static func == (left: Choices, right: Choices) -> Bool {
        (left.source, left.place, left.several, left.find) == (right.source, right.place, right.several, right.find)
    }
}

package final class Choice: Equatable, Sendable {
    package let id: String
    package let place: Place
    package let words: Words
    package let when: Condition?

    package init(id: String, place: Place, words: Words, when: Condition?) {
        self.id = id
        self.place = place
        self.words = words
        self.when = when
    }

    package static func == (left: Choice, right: Choice) -> Bool {
        (left.id, left.place, left.words, left.when) == (right.id, right.place, right.words, right.when)
    }
}
