/// Takes a conversation one input further.
///
/// - Parameters:
///   - session: nil where the contact has no conversation alive.
///   - chance: what references are drawn from; where `Store` finds one taken, the step is simply taken again.
package func step<Chance: RandomNumberGenerator>(
    _ session: Session?, _ input: Input, in script: Script, _ surroundings: Surroundings, chance: inout Chance
) -> Turn {
    var walker = Walker(session, in: script, surroundings, chance: chance)
    let turn = walker.turn(session, input)
    if let chanceLeft = walker.chance as? Chance { chance = chanceLeft }
    return turn
}

extension Walker {
    fileprivate mutating func turn(_ old: Session?, _ input: Input) -> Turn {
        let screen = old?.place?.screen
        switch input {
        case .hungUp:
            invite()
            let record = Record(screen: screen, understood: .hangUp, words: nil, shown: nil)
            return Turn(reply: nil, session: old, effects: effects, record: record)
        case .dialled(let path): arrive(.dialled(path), after: old)
        case .typed(let text): type(text, after: old)
        case .texted(let text):
            arrive(.texted(text), after: old)
            nudge()
        }
        return Turn(
            reply: said.map { Reply(text: $0.text, ends: $0.ends) }, session: said?.ends == true ? nil : session, effects: effects,
            record: Record(
                screen: askedAt ?? screen, understood: understood, words: words, shown: said?.masked,
                reached: endedAt ?? session.place?.screen))
    }
}
