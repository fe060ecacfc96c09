import Dialogs
import Store

/// What is still taken while the disk is full, out of the ballast that was given up for it: whoever wants to be left alone or erased, or
/// wants messages again, and everybody's way there. Whatever else people do they can do later.
enum FullDisk {
    /// The turn is thrown away, and whoever made it is asked to come back.
    struct NoRoom: Error {}

    static func takes(_ turn: Turn, of occasion: TakenTurn.Occasion, in room: Room, on script: Script) -> Bool {
        if room == .enough || turn.effects.contains(where: { $0.isAlwaysTaken }) { return true }
        if turn.effects.contains(where: { $0.isNew }) { return false }
        // By SMS one word does it; on USSD there is a menu to walk through first.
        switch occasion {
        case .message, .hangUp: return false
        case .dial: return room == .short
        case .step: return room == .short && turn.record.reached.map { leads($0.dialog, on: script) } ?? false
        }
    }

    /// The first menu, and the dialogs in which somebody can say so.
    private static func leads(_ dialog: String, on script: Script) -> Bool {
        dialog == script.start || script.dialogs[dialog]?.screens.values.contains { $0.allActions.contains { $0.isAlwaysTaken } } ?? false
    }
}

extension Effect {
    fileprivate var isAlwaysTaken: Bool {
        switch self {
        case .optOut, .optIn, .erase, .newContact: true
        default: false
        }
    }

    /// Something that was not there before, to be kept for long.
    fileprivate var isNew: Bool {
        switch self {
        case .signUp, .callback, .send, .remind, .followUp: true
        default: false
        }
    }
}

extension Action {
    fileprivate var isAlwaysTaken: Bool {
        switch kind {
        case .optOut, .optIn, .erase: true
        default: false
        }
    }
}

extension Screen {
    fileprivate var allActions: [Action] {
        guard case .menu(_, let options) = kind else { return actions }
        return actions + options.flatMap(\.actions)
    }
}
