package import Metrics
import Synchronization

/// What the service counts and times of itself, kept in memory and told as Prometheus reads it.
package final class Measurements: MetricsFactory, Sendable {
    struct Key: Hashable {
        var name: String
        /// Already written as they are told: `channel="ussd",outcome="replied"`.
        var labels: String
    }

    private let instruments = Mutex<[Key: any Instrument]>([:])
    private let prefix: String
    private let help: [String: String]

    /// - Parameters:
    ///   - prefix: what every name begins with, whether its label in the code does or not.
    ///   - help: what a measurement says, by its label without the prefix; without, the label's own words.
    package init(prefix: String = "passerelle", help: [String: String] = [:]) {
        self.prefix = prefix
        self.help = help
    }

    package static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    /// All of it in the text format 0.0.4.
    package func text() -> String {
        Exposition(instruments: instruments.withLock { $0 }).text
    }

    package func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
        instrument(label, "_total", dimensions) { Count(help: $0) }
    }

    package func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
        instrument(label, "", dimensions) { Gauge(help: $0) }
    }

    package func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
        if aggregate { return instrument(label, "", dimensions) { Summary(help: $0) } }
        return instrument(label, "", dimensions) { Gauge(help: $0) }
    }

    package func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
        instrument(label, "_seconds", dimensions) { Histogram(help: $0) }
    }

    package func destroyCounter(_ handler: any CounterHandler) { forget(handler) }
    package func destroyMeter(_ handler: any MeterHandler) { forget(handler) }
    package func destroyRecorder(_ handler: any RecorderHandler) { forget(handler) }
    package func destroyTimer(_ handler: any TimerHandler) { forget(handler) }

    /// The one there is of that name and those dimensions; where another kind of thing has taken them, one that nobody sees.
    private func instrument<Kind: Instrument>(
        _ label: String, _ suffix: String, _ dimensions: [(String, String)], _ make: (String) -> Kind
    ) -> Kind {
        let own = label.hasPrefix(prefix + "_") ? String(label.dropFirst(prefix.count + 1)) : label
        let name = Exposition.name(prefix + "_" + own, suffix)
        let key = Key(name: name, labels: Exposition.labels(dimensions))
        return instruments.withLock { known in
            if let there = known[key] { return there as? Kind ?? make("") }
            let new = make(help[own] ?? own.map { "._-".contains($0) ? " " : String($0) }.joined())
            known[key] = new
            return new
        }
    }

    private func forget(_ handler: AnyObject) {
        instruments.withLock { known in known = known.filter { $0.value !== handler } }
    }
}
