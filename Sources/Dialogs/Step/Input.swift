/// What the person did. A dial and an empty answer look alike on the wire; `Gateways` and `Conversations` tell them apart, and nobody else.
package enum Input: Equatable, Sendable {
    /// A new session; `path` is what was dialled behind the code: `*123*2*1#` gives `["2", "1"]`.
    case dialled(path: [String])
    /// One answer within a session, exactly as typed.
    case typed(String)
    /// An SMS, exactly as written: whether it answers anything, the step finds out.
    case texted(String)
    case hungUp
}
