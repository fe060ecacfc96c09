package import Foundation

/// What must hold for an option to be shown or a route to be taken. An answer that is missing makes a test false.
package indirect enum Condition: Equatable, Sendable {
    case all([Condition])
    case any([Condition])
    case not(Condition)
    case answer(Field, Test)
    case channel(ChannelKind)
    case language([Language])
    case network([String])
    case signedUp(String, Place)
    case optedOut(Bool)

    package enum Test: Equatable, Sendable {
        case oneOf([String])
        case atLeast(Decimal)
        case atMost(Decimal)
        case before(DateBound)
        case after(DateBound)
        case given(Bool)
    }
}
