/// Takes a conversation one input further.
///
/// - Parameters:
///   - session: nil where the contact has no conversation alive.
///   - chance: what references are drawn from; where `Store` finds one taken, the step is simply taken again.
package func step(
    _ session: Session?, _ input: Input, in script: Script, _ surroundings: Surroundings, chance: inout some RandomNumberGenerator
) -> Turn {
    Turn(reply: nil, session: session, effects: [], record: Record(screen: nil, understood: .dial, words: nil, shown: nil))
}
