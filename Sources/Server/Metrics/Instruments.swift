import Metrics
import Synchronization

/// One series of numbers.
protocol Instrument: AnyObject, Sendable {
    /// As the text format names it: `counter`, `gauge`, `summary`, `histogram`.
    static var type: String { get }
    var help: String { get }
    /// What it holds now: what the name gets behind it, a further label, and the number.
    var samples: [Sample] { get }
}

struct Sample: Equatable {
    var suffix = ""
    var label: String?
    var value: String
}

/// What only grows.
final class Count: Instrument, CounterHandler {
    static let type = "counter"
    let help: String
    private let value = Atomic<Int64>(0)

    init(help: String) { self.help = help }

    func increment(by amount: Int64) { value.wrappingAdd(amount, ordering: .relaxed) }
    func reset() { value.store(0, ordering: .relaxed) }
    var samples: [Sample] { [Sample(value: "\(value.load(ordering: .relaxed))")] }
}

/// What goes up and down.
final class Gauge: Instrument, MeterHandler, RecorderHandler {
    static let type = "gauge"
    let help: String
    private let value = Mutex(0.0)

    init(help: String) { self.help = help }

    func set(_ new: Int64) { set(Double(new)) }
    func set(_ new: Double) { value.withLock { $0 = new } }
    func increment(by amount: Double) { value.withLock { $0 += amount } }
    func decrement(by amount: Double) { value.withLock { $0 -= amount } }
    func record(_ new: Int64) { set(Double(new)) }
    func record(_ new: Double) { set(new) }
    var samples: [Sample] { [Sample(value: Exposition.number(value.withLock { $0 }))] }
}

/// How many there were, and how much in all.
final class Summary: Instrument, RecorderHandler {
    static let type = "summary"
    let help: String
    private let seen = Mutex((count: 0, sum: 0.0))

    init(help: String) { self.help = help }

    func record(_ new: Int64) { record(Double(new)) }
    func record(_ new: Double) {
        seen.withLock {
            $0.count += 1
            $0.sum += new
        }
    }

    var samples: [Sample] {
        let now = seen.withLock { $0 }
        return [Sample(suffix: "_sum", value: Exposition.number(now.sum)), Sample(suffix: "_count", value: "\(now.count)")]
    }
}

/// How long things took.
final class Histogram: Instrument, TimerHandler {
    /// Seconds. A person on a USSD screen waits for the answer; past 2.5 s a turn is not begun any more.
    static let bounds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

    static let type = "histogram"
    let help: String
    private let seen = Mutex((counts: [Int](repeating: 0, count: bounds.count + 1), sum: 0.0))

    init(help: String) { self.help = help }

    func recordNanoseconds(_ duration: Int64) {
        let seconds = Double(duration) / 1e9
        let bucket = Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count
        seen.withLock {
            $0.counts[bucket] += 1
            $0.sum += seconds
        }
    }

    var samples: [Sample] {
        let now = seen.withLock { $0 }
        var below = 0
        var samples: [Sample] = []
        for (bound, count) in zip(Self.bounds.map { Exposition.number($0) } + ["+Inf"], now.counts) {
            below += count
            samples.append(Sample(suffix: "_bucket", label: "le=\"\(bound)\"", value: "\(below)"))
        }
        return samples + [Sample(suffix: "_sum", value: Exposition.number(now.sum)), Sample(suffix: "_count", value: "\(below)")]
    }
}
