package import Foundation
package import Texting

extension Store {
    /// Everything that is kept of a number, trials on the phone on the screen too.
    package func person(_ number: PhoneNumber) async throws -> Person {
        let sealer = sealer
        return try await read { db in
            var person = Person(phone: number, contacts: [], signUps: [], callbacks: [], messages: [], optedOut: nil)
            for realm in [Realm.people, .tests] {
                let key = sealer.key(of: number, realm)
                if let row = try db.row("SELECT since FROM suppressed WHERE number_key = ?", [key]) {
                    person.optedOut = Date(milliseconds: row[0])
                }
                guard let row = try db.row("\(ExportedContact.select) WHERE number_key = ?", [key]) else { continue }
                try person.add(row, isTest: realm == .tests, db, sealer)
            }
            return person
        }
    }

    /// What staff do on a person's wish; true where something was there. What the person said of being written to stays.
    package func erase(_ number: PhoneNumber, at now: Date) async throws -> [Identifier<Kept.Contact>] {
        let sealer = sealer
        let erasures = erasures
        let checkpoints = checkpoints
        return try await write { db in
            let keys = [Realm.people, .tests].map { sealer.key(of: number, $0) }
            let found = try keys.compactMap { key in
                try db.row("SELECT id FROM contact WHERE number_key = ?", [key]).map { (key: key, id: $0[0] as Data) }
            }
            for (key, id) in found {
                try erasures?.append(.number, Data(key), at: now)
                try db.eraseContact(id)
                checkpoints?.emptyLogSoon()
            }
            return found.map { Identifier($0.id) }
        }
    }
}

extension Person {
    fileprivate mutating func add(_ contact: Row, isTest: Bool, _ db: Connection, _ sealer: Sealer) throws {
        let id = contact[0] as Data
        contacts.append(try ExportedContact(contact, sealer))
        signUps += try db.rows("\(ExportedSignUp.select) WHERE sign_up.contact = ? ORDER BY sign_up.id", [id])
            .map { try ExportedSignUp($0, db, sealer) }
        callbacks += try db.rows("\(ExportedCallback.select) WHERE callback.contact = ? ORDER BY callback.id", [id])
            .map { try ExportedCallback($0, db, sealer) }
        let filter = MessageFilter(from: Int64.min, isTest: isTest, contact: id)
        var place: MessagePlace? = .turns(recording: Data(), number: 0)
        while let here = place {
            let page =
                switch here {
                case .turns(let recording, let number): try db.turns(filter, recording, number, sealer)
                case .outbox(let after): try db.outbox(filter, after: after, sealer)
                }
            messages += page.items
            place = MessagePlace(page.next)
        }
    }
}
