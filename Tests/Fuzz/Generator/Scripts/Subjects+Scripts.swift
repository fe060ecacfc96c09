import Dialogs

extension Subjects {
    /// Scripts that nobody wrote, and people who do what they like with them; an input is no more than what both are drawn from.
    package static let randomScripts = Subject(
        "random scripts", weight: 1, seeds: [], longest: 16, grown: { dice in (0..<8).map { _ in UInt8(dice.below(256)) } }
    ) { bytes in
        var dice = Dice(seed: bytes.reduce(1) { $0 &* 0x100_0000_01B3 ^ UInt64($1) })
        _ = try wander(RandomScript(&dice), &dice)
    }

    /// - Returns: how many turns held; 0 where the check refuses the script.
    package static func wander(_ random: RandomScript, walks: Int = 4, deeds: Int = 40, _ dice: inout Dice) throws -> Int {
        guard let script = random.script else { return 0 }
        var turns = 0
        for walk in 0..<walks {
            var phone = PretendPhone(script, ussd: random.ussd, sms: random.sms, seed: UInt64(walk))
            var done: [Deed] = [.dial([])]
            do {
                try phone.act(.dial([]))
                for _ in 0..<deeds {
                    let deed = Deed.any(&dice)
                    done.append(deed)
                    try phone.act(deed)
                }
            } catch {
                let folder = random.files.sorted { $0.key < $1.key }.map { "=== \($0.key)\n\($0.value)" }.joined()
                throw Violation("\(error)\n  on \(random.ussd.budget) after \(done)\n\(folder)")
            }
            turns += phone.turns
        }
        return turns
    }
}

extension Deed {
    private static let typed = [
        "1", "1", "1", "1", "2", "2", "3", "4", "5", "6", "7", "8", "9", "11", "30", "0", "00", "98", "98", "99", "#0", "#00", "#98", "#99",
        "", "1 3", "1,2,4", "Awa", "Awa*Ngo", "Aïcha",
        "AB123", "A1", "1234B", "3/4/1990", "1990", "4/1990", "670000001", "12345678", "2 500", "2,5", "bc", "b", "matin", "envoyer",
        "passer", "x", "عائشة", "٣", "😀", "{{d0-f1}}", "STOP", "menu",
        "aide", "motd0", "motd1 1, 2", String(repeating: "a", count: 160), String(repeating: "é", count: 40),
        String(repeating: "*", count: 300), "\0\u{1F}",
    ]

    /// What people do, most of it sensible.
    package static func any(_ dice: inout Dice) -> Deed {
        switch dice.below(40) {
        case 0: .dial([])
        case 1: .dial([dice.one(of: typed), dice.one(of: typed)])
        case 2: .hangUp
        case 3: dice.once(in: 3) ? .newVersion : .wait(hours: dice.one(of: [1, 30, 60, 3000]))
        case 4: dice.once(in: 4) ? .doubt : .text(dice.one(of: typed))
        case 5...9: .text(dice.one(of: typed))
        case 10: .type(String(decoding: Nasty.word(&dice), as: UTF8.self))
        default: .type(dice.one(of: typed))
        }
    }
}
