import Conversations
import Dialogs
import Foundation
import Fuzzing
import Gateways
import Store
import Synchronization
import Testing
import Texting

/// What a turn leaves comes back from the store as it was, whatever was typed.
@Suite struct `Sessions in the store` {
    private static let seed: UInt64 = 20_261_127

    /// What the last turn left, and what came back otherwise.
    private final class Witness: Sendable {
        private struct State {
            var last: Session?
            var turns = 0
            var faults: [String] = []
        }

        private let state = Mutex(State())

        var turns: Int { state.withLock { $0.turns } }
        var faults: [String] { state.withLock { $0.faults } }

        func step(_ session: Session?, _ input: Input, _ script: Script, _ surroundings: Surroundings, _ chance: inout Chance) -> Turn {
            let turn = Dialogs.step(session, input, in: script, surroundings, chance: &chance)
            state.withLock { state in
                if session != state.last { state.faults.append("another session comes back before \(input)") }
                state.turns += 1
                state.last = turn.session
            }
            return turn
        }
    }

    @Test func `come back as they left`() async throws {
        var dice = Dice(seed: Self.seed)
        var turns = 0
        var scripts = 0
        while scripts < 6 {
            let random = RandomScript(&dice)
            guard let script = random.script else { continue }
            scripts += 1
            let witness = Witness()
            let now = Mutex(Date(timeIntervalSince1970: 1_795_593_600))
            let drawn = Mutex(Dice(seed: Self.seed))
            let chance = Chance { drawn.withLock { $0.next() } }
            let store = try Store.inMemory(clock: { now.withLock { $0 } }, chance: chance)
            let taker = TurnTaker(
                store: store, scripts: ScriptShelf(compile: { _ in script }),
                settings: TurnTaker.Settings(country: Country(callingCode: "237"), timeZone: .gmt, words: script.words, language: "fr"),
                chance: chance,
                step: { witness.step($0, $1, $2, $3, &$4) })
            let version = try await store.publish(random.files, by: "test", at: now.withLock { $0 })
            try await store.makeLive(version, by: "test", at: now.withLock { $0 }, takingOver: .atNextSession)
            try await walk(taker, random, now: now, &dice)
            for fault in witness.faults.prefix(2) { Issue.record("\(fault): \(random.files)") }
            turns += witness.turns
            await store.close()
        }
        print("fuzz: \(turns) turns through the store, seed \(Self.seed)")
        #expect(turns > 300)
    }

    /// One person, who dials, types and texts.
    private func walk(_ taker: TurnTaker, _ random: RandomScript, now: borrowing Mutex<Date>, _ dice: inout Dice) async throws {
        let ussd = ChannelSettings(gateway: "africas-talking-ussd", facts: random.ussd, isTest: false)
        let sms = ChannelSettings(gateway: "kannel", facts: random.sms, isTest: false)
        var session = 0
        for step in 0..<80 {
            // So slowly that nobody is cut off.
            now.withLock { $0 += 20 }
            let text: Inbound.Text
            var channel = ussd
            switch Deed.any(&dice) {
            case .dial(let path):
                session += 1
                text = .begin(path: path)
            case .type(let typed): text = .last(typed)
            case .text(let words):
                channel = sms
                text = .message(words)
            default: continue
            }
            if session == 0 { session = 1 }
            let id = channel === ussd ? "S\(session)" : "M\(step)"
            let inbound = Inbound(
                sender: PhoneNumber(e164: "+237670000001"), session: id, text: text, stepKey: "\(id)-\(step)", network: nil)
            switch await taker.take(inbound, on: channel, arrived: now.withLock { $0 }) {
            case .reply(let reply):
                if channel === ussd { #expect(random.ussd.budget.fits(reply.text)) }
                if reply.ends { session += 1 }
            case .none: break
            case let other: Issue.record("\(other) to \(text)")
            }
        }
    }
}
