/// Takes a conversation one input further.
///
/// - Parameters:
///   - session: nil where the contact has no conversation alive.
///   - chance: what references are drawn from; where `Store` finds one taken, the step is simply taken again.
package func step<Chance: RandomNumberGenerator>(
    _ session: Session?, _ input: Input, in script: Script, _ surroundings: Surroundings, chance: inout Chance
) -> Turn {
    var walker = Walker.begin(session, in: script, surroundings)
    return withoutActuallyEscaping({ chance.next() }) { draw in
        walker.chance = Walker.Chance(draw: draw)
        defer { walker.chance = Walker.Chance() }
        return walker.turn(input)
    }
}

extension Walker {
    fileprivate mutating func turn(_ input: Input) -> Turn {
        let screen = situation.session.place?.screen
        switch input {
        case .hungUp:
            invite()
            let record = Record(screen: screen, understood: .hangUp, words: nil, shown: nil)
            return Turn(effects: effects, reply: nil, session: isNew ? nil : situation.session, record: record)
        case .dialled(let path): arrive(.dialled(path))
        case .typed(let text): type(text)
        case .texted(let text):
            arrive(.texted(text))
            nudge()
        }
        let record = Record(
            screen: askedAt ?? screen, understood: understood, words: words, shown: said?.masked,
            reached: endedAt ?? situation.session.place?.screen)
        return Turn(
            effects: effects, reply: said.map { Reply(text: $0.text, ends: $0.ends) },
            session: said?.ends == true ? nil : situation.session, record: record)
    }
}
