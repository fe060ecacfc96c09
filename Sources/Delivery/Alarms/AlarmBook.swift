package import Foundation

/// Decides what staff hear of the channels: each trouble once, and once that it is over.
///
/// A gateway that fails, works and fails again rings neither time after time nor not at all: that it works is told at once, and a relapse
/// within ten minutes only when it still fails ten minutes later; from then on it must have worked for ten before it is told to be over.
package struct AlarmBook {
    /// A trouble that can come and go with every message.
    private struct Trouble {
        enum State {
            /// Staff know.
            case begun
            /// The same, but it has come back before: that it is over is told when it has been for a while.
            case begunAgain
            /// Staff were told that it is over, just now.
            case over
            /// It came back since, which staff were not told.
            case relapsed(since: Date)
        }

        var state: State
        var word: String
        /// nil while it fails.
        var works: Date?
    }

    private struct Channel {
        var troubles: [Alarm.Cause: Trouble] = [:]
        /// The day that is spent, or mostly so, as staff were told.
        var dayOver: String?
        var warnedOn: String?
        /// When something last came in; nil where the channel receives nothing, or nobody wants to know.
        var heard: Date?
        var isSilent = false
    }

    /// So long a gateway has to work before its trouble is forgotten.
    static let calm = TimeInterval(600)

    private var channels: [String: Channel] = [:]
    private let silentAfter: TimeInterval?
    private let day: (Date) -> String

    /// - Parameters:
    ///   - receiving: the channels that something comes in by.
    ///   - silentAfter: how long one of them may be silent; nil where nobody wants to know.
    ///   - day: the service's own.
    package init(receiving: [String], silentAfter: Duration?, start: Date, day: @escaping (Date) -> String) {
        self.silentAfter = silentAfter.map { TimeInterval($0.components.seconds) }
        self.day = day
        if silentAfter != nil { for name in receiving { channels[name] = Channel(heard: start) } }
    }

    /// What follows from what a channel's gateway did.
    package mutating func hear(_ notice: ChannelNotice, on name: String, at now: Date) -> [Alarm] {
        var channel = channels[name] ?? Channel()
        defer { channels[name] = channel }
        switch notice {
        case .refuses(let word): return Self.fail(.refuses, word, &channel, at: now).map { Alarm(name, .begun, .refuses, $0) }
        case .noMoney(let word): return Self.fail(.noMoney, word, &channel, at: now).map { Alarm(name, .begun, .noMoney, $0) }
        case .fails(let word): return Self.fail(.fails, word, &channel, at: now).map { Alarm(name, .begun, .fails, $0) }
        case .works: return Self.work(&channel, at: now).map { Alarm(name, .over, $0, $1) }
        case .spent(let share):
            let today = day(now)
            guard channel.warnedOn != today, channel.dayOver != today else { return [] }
            channel.warnedOn = today
            return [Alarm(name, .begun, .spent, "\(Int(share * 100)) %")]
        case .dayIsOver:
            let today = day(now)
            guard channel.dayOver != today else { return [] }
            channel.dayOver = today
            return [Alarm(name, .begun, .dayIsOver, "")]
        }
    }

    /// Something came in by a channel.
    package mutating func hear(callOn name: String, at now: Date) -> [Alarm] {
        guard channels[name]?.heard != nil else { return [] }
        channels[name]?.heard = now
        guard channels[name]?.isSilent == true else { return [] }
        channels[name]?.isSilent = false
        return [Alarm(name, .over, .silent, "")]
    }

    /// What follows from time alone.
    package mutating func look(at now: Date) -> [Alarm] {
        channels.keys.sorted().flatMap { name -> [Alarm] in
            var channel = channels[name] ?? Channel()
            defer { channels[name] = channel }
            var alarms = Self.settle(&channel, at: now).map { Alarm(name, $0, $1, $2) }
            if let over = channel.dayOver, over != day(now) {
                channel.dayOver = nil
                alarms.append(Alarm(name, .over, .dayIsOver, ""))
            }
            if let heard = channel.heard, let silentAfter, !channel.isSilent, now.timeIntervalSince(heard) >= silentAfter {
                channel.isSilent = true
                alarms.append(Alarm(name, .begun, .silent, ""))
            }
            return alarms
        }
    }

    /// Whether something is wrong with it now, whether staff were told or not.
    package func isTroubled(_ name: String) -> Bool {
        guard let channel = channels[name] else { return false }
        return channel.isSilent || channel.dayOver != nil || channel.troubles.values.contains { $0.works == nil }
    }

    /// The word where staff are to be told.
    private static func fail(_ cause: Alarm.Cause, _ word: String, _ channel: inout Channel, at now: Date) -> [String] {
        guard var trouble = channel.troubles[cause] else {
            channel.troubles[cause] = Trouble(state: .begun, word: word)
            return [word]
        }
        var isTold = false
        switch trouble.state {
        case .over: trouble.state = .relapsed(since: now)
        case .relapsed(let since) where now.timeIntervalSince(since) >= calm:
            trouble.state = .begunAgain
            isTold = true
        case .begun, .begunAgain, .relapsed: break
        }
        trouble.word = word
        trouble.works = nil
        channel.troubles[cause] = trouble
        return isTold ? [word] : []
    }

    private static func work(_ channel: inout Channel, at now: Date) -> [(Alarm.Cause, String)] {
        channel.troubles.keys.sorted { $0.rawValue < $1.rawValue }.compactMap { cause in
            guard var trouble = channel.troubles[cause] else { return nil }
            defer { channel.troubles[cause] = trouble }
            trouble.works = trouble.works ?? now
            guard case .begun = trouble.state else { return nil }
            trouble.state = .over
            return (cause, trouble.word)
        }
    }

    private static func settle(_ channel: inout Channel, at now: Date) -> [(Alarm.State, Alarm.Cause, String)] {
        channel.troubles.keys.sorted { $0.rawValue < $1.rawValue }.compactMap { cause in
            guard let trouble = channel.troubles[cause] else { return nil }
            let isCalm = trouble.works.map { now.timeIntervalSince($0) >= calm } ?? false
            switch trouble.state {
            case .begun: return nil
            case .over:
                if isCalm { channel.troubles[cause] = nil }
                return nil
            case .relapsed(let since):
                if isCalm {
                    channel.troubles[cause] = nil
                } else if trouble.works == nil, now.timeIntervalSince(since) >= calm {
                    channel.troubles[cause]?.state = .begunAgain
                    return (.begun, cause, trouble.word)
                }
                return nil
            case .begunAgain:
                guard isCalm else { return nil }
                channel.troubles[cause] = nil
                return (.over, cause, trouble.word)
            }
        }
    }
}

extension Alarm {
    fileprivate init(_ channel: String, _ state: State, _ cause: Cause, _ word: String) {
        self.init(channel: channel, state: state, cause: cause, word: word)
    }
}
