/// Takes a conversation one input further.
///
/// - Parameters:
///   - session: nil where the contact has no conversation alive.
///   - chance: what references are drawn from; where `Store` finds one taken, the step is simply taken again.
package func step<Chance: RandomNumberGenerator>(
    _ session: Session?, _ input: Input, in script: Script, _ surroundings: Surroundings, chance: inout Chance
) -> Turn {
    let screen = session?.place?.screen
    var walker = Walker(session, in: script, surroundings, chance: chance)
    defer { chance = walker.chance }
    switch input {
    case .hungUp:
        walker.invite()
        let record = Record(screen: screen, understood: .hangUp, words: nil, shown: nil)
        return Turn(reply: nil, session: session, effects: walker.effects, record: record)
    case .dialled(let path): walker.arrive(.dialled(path), after: session)
    case .typed(let text): walker.type(text, after: session)
    case .texted(let text):
        walker.arrive(.texted(text), after: session)
        walker.nudge()
    }
    let said = walker.said
    return Turn(
        reply: said.map { Reply(text: $0.text, ends: $0.ends) }, session: said?.ends == true ? nil : walker.session,
        effects: walker.effects,
        record: Record(
            screen: walker.askedAt ?? screen, understood: walker.understood, words: walker.words, shown: said?.masked,
            reached: walker.endedAt ?? walker.session.place?.screen))
}
