import Dialogs
import Store

extension TurnDesk {
    /// How often a step is taken again with new chance, because a reference that it drew is another's; one in ten million draws.
    private static let draws = 10

    struct NoReferenceLeft: Error {}

    func turn(
        _ taker: TurnTaker, _ session: Session?, _ input: Input, in script: Script, _ surroundings: Surroundings
    ) throws -> Turn {
        var chance = taker.chance
        for _ in 0..<Self.draws {
            let turn = taker.step(session, input, script, surroundings, &chance)
            if try !turn.effects.contains(where: { try takesAnother($0) }) { return turn }
        }
        throw NoReferenceLeft()
    }

    private func takesAnother(_ effect: Effect) throws -> Bool {
        guard case .signUp(let draft) = effect, !draft.updates else { return false }
        return try isTaken(draft.reference)
    }
}
