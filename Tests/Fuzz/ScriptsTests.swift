import Foundation
import Fuzzing
import Testing

/// Any script that the check lets pass, and any inputs.
@Suite struct `Scripts that nobody wrote` {
    private static let seed: UInt64 = 20_261_127

    @Test func `are talked to within their pages, in sessions that are stored and read as they were`() throws {
        var dice = Dice(seed: Self.seed)
        let wanted = Int(ProcessInfo.processInfo.environment["FUZZ_SCRIPTS"] ?? "") ?? 12
        var (passed, made, turns) = (0, 0, 0)
        var refusals: [String: Int] = [:]
        while passed < wanted, made < wanted * 8 {
            made += 1
            let random = RandomScript(&dice)
            for kind in random.refusals { refusals[kind, default: 0] += 1 }
            guard random.isSound else { continue }
            passed += 1
            turns += try Subjects.wander(random, &dice)
        }
        print(
            "fuzz: \(passed) of \(made) scripts pass the check, \(turns) turns, seed \(Self.seed); refused for \(refusals.sorted { $0.key < $1.key })"
        )
        #expect(passed == wanted, "too few of the scripts are any good: \(refusals)")
        #expect(turns > wanted * 100)
    }
}
