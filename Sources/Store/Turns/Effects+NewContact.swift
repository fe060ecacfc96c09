import Dialogs
import Foundation

extension TurnDesk {
    /// The number is somebody else's now: the old contact keeps what it registered and what it said, without a number. What was counted
    /// goes with the number: a machine that answers us does not begin anew by saying that it is somebody else.
    func moveNumber(of taken: TakenTurn) throws {
        let old = taken.contact
        try endQueued(of: old, reason: .numberMoved, at: taken.now)
        try clearOpening(of: old)
        let row = try db.row("SELECT doubted, minute_from, minute_turns, hour_from, hour_turns FROM contact WHERE id = ?", [old.data])
        let count = row.map { TurnCount(minuteFrom: $0[1], minute: $0[2], hourFrom: $0[3], hour: $0[4]) } ?? .none
        try db.run("UPDATE contact SET number_key = NULL, number_box = NULL WHERE id = ?", [old.data])
        taken.contact = try newContact(of: taken.number, taken.realm, count, at: taken.now)
        if row?[0] ?? false {
            // While a number is doubted its talk holds nothing but the question whose it is.
            try db.run("UPDATE recording SET contact = ? WHERE id = ?", [taken.contact.data, taken.conversation.data])
        } else {
            try db.run("DELETE FROM conversation WHERE id = ?", [taken.conversation.data])
            taken.conversation = newConversation(at: taken.now)
            try beginRecording(of: taken)
        }
    }
}
