package import Foundation

/// Whose sign-ups staff write to: what one sign-up must meet. An answer that is missing makes a test false, as in a dialog's conditions.
package indirect enum Audience: Hashable, Sendable, Codable {
    case all([Audience])
    case any([Audience])
    case not(Audience)
    /// The choice was taken, alone or as one of several.
    case chose(field: String, id: String)
    case number(field: String, Comparison, Decimal)
    case given(field: String)
    case signUp(String)
    case status(KnownSignUp.Status)
    case language(Language)
    /// From the first moment on, and before the second.
    case time(Time, from: Date?, before: Date?)

    package enum Comparison: String, Sendable, Codable, CaseIterable {
        case equal = "="
        case unequal = "!="
        case atLeast = ">="
        case atMost = "<="
        case more = ">"
        case less = "<"
    }

    package enum Time: String, Sendable, Codable, CaseIterable {
        case created, updated
    }
}
