import Foundation
import Synchronization

/// The last that was seen of one channel.
final class TraceRing: Sendable {
    private enum Kept {
        case raw(Sight)
        case lines([String])
    }

    private struct Entry {
        var number: Int
        var at: Date
        var kept: Kept
    }

    private struct State {
        var number = 0
        var proved = Places(TraceRing.places)
        /// Of who had not proved to be the gateway: a stranger's calls push nothing of the gateway's out.
        var unproved = Places(TraceRing.placesOfStrangers)
    }

    /// The newest take the place of the oldest.
    private struct Places {
        var entries: [Entry?]
        var next = 0

        init(_ count: Int) { entries = [Entry?](repeating: nil, count: count) }

        /// Gives back what had its place, so that it is let go outside the lock.
        mutating func put(_ entry: Entry) -> Entry? {
            var place: Entry? = entry
            swap(&entries[next], &place)
            next = (next + 1) % entries.count
            return place
        }

        mutating func replace(_ lines: [Int: [String]], droppingBefore oldest: Date) {
            for index in entries.indices {
                guard let entry = entries[index] else { continue }
                if entry.at < oldest {
                    entries[index] = nil
                } else if let lines = lines[entry.number] {
                    entries[index]?.kept = .lines(lines)
                }
            }
        }
    }

    static let places = 300
    private static let placesOfStrangers = 50

    private let secrets: [Sought]
    private let timeZone: TimeZone
    private let state = Mutex(State())

    init(secrets: [String], timeZone: TimeZone) {
        self.secrets = secrets.compactMap { Sought($0) }
        self.timeZone = timeZone
    }

    func record(_ sight: Sight, isProved: Bool) {
        let at = sight.at
        let old = state.withLock { state in
            state.number += 1
            let entry = Entry(number: state.number, at: at, kept: .raw(sight))
            return isProved ? state.proved.put(entry) : state.unproved.put(entry)
        }
        _ = consume old
    }

    /// Masks what is not masked yet, outside the lock, and drops what is too old; of a task that is cancelled, no more than it has begun.
    func tidy(before oldest: Date) {
        let masked = masked(of: { $0.proved }, since: oldest).merging(masked(of: { $0.unproved }, since: oldest)) { first, _ in first }
        state.withLock { state in
            state.proved.replace(masked, droppingBefore: oldest)
            state.unproved.replace(masked, droppingBefore: oldest)
        }
    }

    private func masked(of places: (State) -> Places, since oldest: Date) -> [Int: [String]] {
        var masked: [Int: [String]] = [:]
        for (place, entry) in state.withLock({ places($0).entries }).enumerated() where !Task.isCancelled {
            guard let entry, entry.at >= oldest, case .raw(let sight) = entry.kept else { continue }
            // Under load most of them have given their place to others by now.
            guard state.withLock({ places($0).entries[place]?.number == entry.number }) else { continue }
            masked[entry.number] = lines(of: sight, entry.number)
        }
        return masked
    }

    func lines(after number: Int) -> [String] {
        let entries = state.withLock { $0.proved.entries + $0.unproved.entries }
        return entries.compactMap { $0 }.filter { $0.number > number }.sorted { $0.number < $1.number }.flatMap { entry in
            switch entry.kept {
            case .raw(let sight): lines(of: sight, entry.number)
            case .lines(let lines): lines
            }
        }
    }

    private func lines(of sight: Sight, _ number: Int) -> [String] {
        var lines = sight.lines(secrets: secrets)
        let style = Date.ISO8601FormatStyle(includingFractionalSeconds: true, timeZone: timeZone)
        lines[0] = "#\(number) \(sight.at.formatted(style)) \(lines[0])"
        return lines
    }
}
