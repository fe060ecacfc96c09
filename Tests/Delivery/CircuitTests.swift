import Delivery
import Testing

struct CircuitTests {
    enum Event: Sendable {
        case fails, busy(Int), refuses, works, sends, spared
        case passes(Int)
    }

    struct Case: CustomTestStringConvertible {
        var label: String
        var events: [Event]
        /// nil: all it likes.
        var allowance: Int?
        /// Seconds until it is looked at again.
        var until: Int?
        var testDescription: String { label }
    }

    private static let opened = [Event](repeating: .fails, count: Circuit.limit)

    static let cases = [
        Case(label: "as long as it works", events: [.works], allowance: nil),
        Case(label: "some failures are none", events: [.fails, .fails, .fails, .fails], allowance: nil),
        Case(label: "failures that are not in a row", events: [.fails, .fails, .fails, .fails, .works, .fails], allowance: nil),
        Case(label: "failures in a row open it", events: opened, allowance: 0, until: 5),
        Case(label: "what failed beside them does not leave it alone for longer", events: opened + opened, allowance: 0, until: 5),
        Case(label: "then one message tries", events: opened + [.passes(5)], allowance: 1, until: 0),
        Case(label: "and no second one beside it", events: opened + [.passes(5), .sends], allowance: 0),
        Case(label: "it closes when that one works", events: opened + [.passes(5), .sends, .works], allowance: nil),
        Case(label: "it pauses for longer when that one fails", events: opened + [.passes(5), .sends, .fails], allowance: 0, until: 10),
        Case(
            label: "it never pauses for longer than five minutes",
            events: opened + (0..<9).flatMap { _ in [Event.passes(300), .sends, .fails] }, allowance: 0, until: 300),
        Case(label: "another tries where that one did not leave", events: opened + [.passes(5), .sends, .spared], allowance: 1, until: 0),
        Case(label: "a gateway that says for how long is left alone at once", events: [.busy(30)], allowance: 0, until: 30),
        Case(label: "the longer of two waits counts", events: [.busy(30), .busy(60), .busy(10)], allowance: 0, until: 60),
        Case(
            label: "what it asked for is no failure to grow by", events: [.busy(1), .passes(1), .sends, .refuses], allowance: 0, until: 60),
        Case(label: "who refuses us is left alone for a minute", events: [.refuses], allowance: 0, until: 60),
        Case(label: "and for longer when it still does", events: [.refuses, .passes(60), .sends, .refuses], allowance: 0, until: 60),
        Case(label: "what is spared while nothing tries changes nothing", events: opened + [.spared], allowance: 0, until: 5),
    ]

    @Test(arguments: cases)
    func `a gateway that fails is left alone`(_ row: Case) {
        var now = ContinuousClock.now
        var circuit = Circuit()
        for event in row.events {
            switch event {
            case .fails: circuit.failed(at: now)
            case .busy(let seconds): circuit.failed(wait: .seconds(seconds), at: now)
            case .refuses: circuit.failed(isStanding: true, at: now)
            case .works: circuit.worked()
            case .sends: circuit.sent(at: now)
            case .spared: circuit.spared(at: now)
            case .passes(let seconds): now += .seconds(seconds)
            }
        }
        #expect(circuit.allowance(at: now) == row.allowance ?? .max)
        #expect(circuit.until == row.until.map { now + .seconds($0) })
    }
}

struct PaceTests {
    struct Case: CustomTestStringConvertible {
        var rate: Int
        /// Of what we begin alone, and of answers alone, in ten seconds.
        var begun: ClosedRange<Int>
        var all: ClosedRange<Int>
        var testDescription: String { "\(rate) a second" }
    }

    @Test(arguments: [
        Case(rate: 1, begun: 9...10, all: 10...11), Case(rate: 10, begun: 89...91, all: 99...101),
        Case(rate: 1_000, begun: 8_900...9_050, all: 9_900...10_050), Case(rate: 0, begun: 9...10, all: 10...11),
    ])
    func `what we begin leaves a tenth of the rate to answers`(_ row: Case) {
        for isBegun in [true, false] {
            var now = ContinuousClock.now
            let start = now
            var pace = Pace(rate: row.rate, at: now)
            var count = 0
            while now < start + .seconds(10) {
                let allowed = pace.allowance(at: now)
                let sent = isBegun ? allowed.begun : allowed.all
                pace.spend(sent, begun: isBegun ? sent : 0)
                count += sent
                now += pace.wait(forBegun: isBegun)
            }
            #expect((isBegun ? row.begun : row.all).contains(count))
        }
    }

    @Test func `while a campaign takes all it may, an answer waits for one message at most`() {
        var now = ContinuousClock.now
        var pace = Pace(rate: 10, at: now)
        for _ in 0..<100 {
            let allowed = pace.allowance(at: now)
            pace.spend(allowed.begun, begun: allowed.begun)
            #expect(pace.wait(forBegun: false) <= .milliseconds(100))
            now += pace.wait(forBegun: true)
        }
    }
}
