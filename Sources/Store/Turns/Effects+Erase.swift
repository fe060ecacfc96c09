import Dialogs
import Foundation

extension TurnDesk {
    /// The sign-up of the reference and what belongs to it; the whole person where nothing else is registered.
    func erase(_ reference: Reference?, of taken: TakenTurn, _ contact: Identifier<Kept.Contact>) throws -> Owner {
        if let reference, let id = try signUp(reference, of: contact) {
            let others = try db.int("SELECT count(*) FROM sign_up WHERE contact = ? AND id <> ?", [contact.data, id])
            if others > 0 {
                try eraseSignUp(id, reference, of: contact, at: taken.now)
                try forgetWords(of: taken.conversation)
                return .contact
            }
        } else if try db.int("SELECT count(*) FROM sign_up WHERE contact = ?", [contact.data]) > 0 {
            // Without its reference nothing that was registered goes: a number is no proof of a person.
            return .contact
        }
        checkpoints?.emptyLogSoon()
        try erasures?.append(.number, Data(sealer.key(of: taken.number, taken.realm)), at: taken.now)
        try db.eraseContact(contact.data)
        return .erased
    }

    private func eraseSignUp(_ id: Data, _ reference: Reference, of contact: Identifier<Kept.Contact>, at now: Date) throws {
        try erasures?.append(.reference, sealer.key(of: reference).data, at: now)
        try db.eraseSignUp(id, of: contact.data)
    }
}

extension Connection {
    /// Everything goes with it: recordings, sign-ups, call-backs, what was to be sent. Of its sessions their keys alone stay.
    func eraseContact(_ id: Data) throws {
        try run("UPDATE session SET contact = NULL, recording = NULL, state = 'over' WHERE contact = ?", [id])
        try run("DELETE FROM contact WHERE id = ?", [id])
    }

    /// With the recordings in which it was written, but not the rest of the person.
    func eraseSignUp(_ id: Data, of contact: Data) throws {
        for row in try rows("SELECT recording FROM sign_up_recording WHERE sign_up = ?", [id]) {
            let recording = row[0] as Data
            try run("UPDATE turn SET said = NULL, typed = NULL, shown = NULL, reply = NULL WHERE recording = ?", [recording])
            // A call-back that was asked for in the same talk repeats its answers.
            try run("DELETE FROM callback WHERE contact = ? AND conversation = ?", [contact, recording])
        }
        try run("DELETE FROM sign_up WHERE id = ?", [id])
    }
}
