import Delivery
import Dialogs
import Foundation
import Gateways
import ServiceLifecycle

/// Who looks on while messages come and go: the trace, and the alarms.
struct Lookout {
    let trace: Trace
    private let configuration: Configuration
    private let notices: AsyncStream<HeardNotice>
    private let noticing: AsyncStream<HeardNotice>.Continuation

    init(_ configuration: Configuration) {
        self.configuration = configuration
        trace = Trace(channels: configuration.tracedChannels, timeZone: configuration.timeZone, clock: configuration.clock)
        (notices, noticing) = AsyncStream.makeStream()
    }

    /// Whoever sends never waits for them.
    var onlookers: Onlookers {
        let (trace, noticing) = (trace, noticing)
        return Onlookers(
            exchange: { trace.record($0) }, notice: { noticing.yield(HeardNotice(notice: $0, channel: $1)) })
    }

    /// - Parameter dispatcher: carries the alarm's SMS.
    func alarms(by dispatcher: Dispatcher) -> Alarms {
        var ways: [Alarms.Way] = []
        if let command = configuration.alarm.command {
            let told = AlarmCommand(command, environment: ProcessInfo.processInfo.environment)
            ways.append { await told.tell($0) }
        }
        if let phone = configuration.alarm.phone {
            let language: Spoken = configuration.languages.first == "fr" ? .french : .english
            let told = AlarmPhone(phone, dispatcher: dispatcher, clock: configuration.clock) { $0.words[language.choice] }
            ways.append { await told.tell($0) }
        }
        let people = configuration.channels.filter { !$0.isForTests }.map(\.name)
        return Alarms(
            channels: configuration.channels.map(\.name), receiving: people, silentAfter: configuration.alarm.silentAfter,
            timeZone: configuration.timeZone, clock: configuration.clock, ways: ways)
    }

    /// A call that nobody proved says nothing of its gateway.
    func watch(_ alarms: Alarms) -> CallWatch {
        let trace = trace
        return { call in
            trace.record(call)
            if case .unproved = call.reading { return }
            alarms.hear(callOn: call.channel, at: call.at)
        }
    }

    func services(_ alarms: Alarms) -> [any Service] {
        [TraceService(trace: trace), AlarmService(alarms: alarms, notices: notices)]
    }
}

/// What a channel's sending came to, on its way to the alarms.
struct HeardNotice: Sendable {
    var notice: ChannelNotice
    var channel: String
}
