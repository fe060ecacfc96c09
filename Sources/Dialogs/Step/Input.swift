/// What the person did. A dial and an empty answer look alike on the wire; `Gateways` and `Conversations` tell them apart, and nobody else.
package enum Input: Equatable, Sendable {
    /// A new session; `path` is what was dialled behind the code: `*123*2*1#` gives `["2", "1"]`.
    case dialled(path: [String])
    /// One answer, exactly as typed.
    case typed(String)
    case hungUp
}
