import Dialogs
import Foundation
import Testing
import Texting

/// Whatever is typed: no crash, no page too long, a session that is small and read as it was written.
struct AnythingTyped {
    static let scripts: [String: [String: Dialog]] = [
        "the whole way": WholeWay.dialogs, "keys": KeysOnScreens.dialogs, "misses": Misses.dialogs, "resuming": Resuming.dialogs(),
        "reviews": Reviews.dialogs, "known": KnownAnswers.dialogs(.offer, KnownAnswers.yesNo), "references": Referring.dialogs,
        "versions": NewVersions.before, "words": AnsweringByWords.dialogs, "keywords": Keywords.dialogs,
    ]

    static let typed = [
        "", "0", "00", "98", "99", "#0", "#00", "#98", "#99", "1", "1", "1", "2", "2", "3", "4", "5", "6", "7", "8", "11", "Awa", "Awa*Ngo",
        "1 3", "1,2",
        "30", "1234", "3/4/1990", "670000001", "12345678", "f", "zz", "é😀", "عائشة", "٣", "\u{0}\u{1F}", String(repeating: "*", count: 300),
        String(repeating: "a", count: 160), "{{name}}", "join est, 3", "STOP", "menu", "litoral", "oui, est, 1", "retour",
    ]

    @Test(arguments: scripts.keys.sorted()) func `nothing typed does harm`(name: String) throws {
        for seed in 1...8 {
            var dice = Dice(seed: UInt64(seed))
            var phone = Phone(Self.scripts[name] ?? [:], lists: WholeWay.lists)
            try phone.dial()
            for _ in 1...50 {
                switch Int.random(in: 0..<20, using: &dice) {
                case 0: try phone.dial()
                case 1: try phone.dial("1", "2")
                case 2: try phone.hangUp()
                case 3: phone.isNewVersion = true
                case 4: phone.contact.isDoubted = true
                case 5...8: try phone.text(Self.typed.randomElement(using: &dice) ?? "")
                default: try phone.type(Self.typed.randomElement(using: &dice) ?? "")
                }
                guard let turn = phone.last else { continue }
                if let reply = turn.reply {
                    #expect(phone.isMessage || phone.channel.budget.fits(reply.text), "\(reply.text)")
                    #expect(!reply.text.isEmpty && reply.ends == (turn.session == nil))
                }
                #expect((phone.stored?.count ?? 0) < 8192)
                phone.turns.removeAll()
            }
        }
    }
}
