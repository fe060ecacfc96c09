package import Foundation

/// A screen that saves what the person answers.
package struct Question: Equatable, Sendable {
    package enum Known: String, Sendable, CaseIterable {
        case ask, offer, skip
    }

    package var ask: Words
    /// The field that the answer is saved in.
    package var save: Field
    package var label: Words?
    package var expect: Expectation
    /// Where the id of the sign-up stands whose reference is expected.
    package var referencePlace: Place?
    /// The words of skipping; nil where the question must be answered.
    package var optional: Words?
    package var known: Known
    package var hint: Words?
    package var isPrivate: Bool
    package var next: Next

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

package struct Choices: Equatable, Sendable {
    package enum Source: Equatable, Sendable {
        case inline([Choice])
        /// A key of `Script.lists`.
        case list(String)
    }

    package var source: Source
    package var place: Place
    /// Set where several may be answered.
    package var several: Several?
    /// Whether the beginning of the words is typed instead of a number; nil: when there are more than 97 options.
    package var find: Bool?

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
}

package struct Choice: Equatable, Sendable {
    package var id: String
    package var place: Place
    package var words: Words
    package var when: Condition?

    package init(id: String, place: Place, words: Words, when: Condition?) {
        self.id = id
        self.place = place
        self.words = words
        self.when = when
    }
}
