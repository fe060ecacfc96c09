import Dialogs
import Foundation
import Store
import Synchronization
import Texting

/// A folder that is gone with the test.
final class Scratch: Sendable {
    let folder: URL

    init() throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("passerelle-store-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(at: folder) }

    var database: String { folder.appendingPathComponent("passerelle.sqlite").path }

    func path(_ name: String) -> String { folder.appendingPathComponent(name).path }

    /// Everything in the folder but the key, one file behind the other.
    func bytes() throws -> Data {
        try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension != "key" }
            .reduce(into: Data()) { $0 += try Data(contentsOf: $1) }
    }
}

/// A clock that stands still until it is moved.
final class StandingClock: Sendable {
    private let time: Mutex<Date>

    init(_ start: Date = .start) { time = Mutex(start) }

    var now: Date { time.withLock { $0 } }

    func advance(_ seconds: TimeInterval) { time.withLock { $0 += seconds } }
}

/// Counts from wherever it is asked to.
final class Tally: Sendable {
    private let total = Mutex(0)

    var count: Int { total.withLock { $0 } }

    func add() { total.withLock { $0 += 1 } }
}

extension Date {
    /// 25 November 2026, 08:00 UTC.
    static let start = Date(timeIntervalSince1970: 1_795_593_600)
}

extension Chance {
    /// The same numbers every time (SplitMix64).
    static func seeded(_ seed: UInt64) -> Chance {
        let state = Mutex(seed)
        return Chance {
            state.withLock { state in
                state &+= 0x9E37_79B9_7F4A_7C15
                var mixed = state
                mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
                mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
                return mixed ^ (mixed >> 31)
            }
        }
    }
}

extension PhoneNumber {
    static let awa = PhoneNumber(e164: "+237670000001")
    static let ben = PhoneNumber(e164: "+237670000002")
}

extension Reference {
    static func drawn(_ seed: UInt64) -> Reference {
        var chance = Chance.seeded(seed)
        return Reference(using: &chance)
    }
}

extension Scratch {
    func open(
        _ clock: StandingClock = StandingClock(), limits: StoreLimits = StoreLimits(), retention: Retention = .standard
    ) throws -> Store {
        // The store's clock holds the folder, so that it is there for as long as the store is.
        try Store.open(
            at: database, retention: retention, limits: limits, clock: { withExtendedLifetime(self) { clock.now } }, chance: .seeded(7))
    }
}
