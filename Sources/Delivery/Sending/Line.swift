import Conversations
import Foundation
import Gateways
import Logging
import Store
import Synchronization
import Texting

/// Everything that leaves by one channel: takes what is due, hands it over at the channel's pace, and leaves a gateway that fails alone.
final class Line: Sendable {
    let channel: OutgoingChannel
    let waker = Waker()
    private let office: Office
    private let handover: Handover?
    private let state: Mutex<State>
    private let logger = Logger(label: "passerelle.delivery")

    private struct State {
        var pace: Pace
        var circuit = Circuit()
        var flying = 0
        var warnedOn: String?
        var overOn: String?
        /// Whether all that waits here is to take another way, where there is one.
        var needsDetour = false
    }

    /// Requests at a time: more only wait for each other.
    private static let mostFlights = 64
    /// Decided in one slice of the writer's time, which must be over in less than 5 ms.
    private static let slice = 12
    /// It looks at the clock again after this, which may have been moved.
    private static let longestSleep = Duration.seconds(30)

    init(_ channel: OutgoingChannel, in office: Office) {
        self.channel = channel
        self.office = office
        handover =
            switch channel.way {
            case .gateway(let sender):
                Handover(sender, channel: channel.name, call: office.call, clock: office.clock, onlookers: office.onlookers)
            case .screen: nil
            }
        state = Mutex(State(pace: Pace(rate: channel.budget.rate, at: .now)))
    }

    /// Also while one message may try: else nothing ever would.
    var isOpenForNew: Bool { state.withLock { $0.circuit.allowance(at: .now) > 0 } }

    /// Which of what waits here is to take another way now; nil while its gateway works.
    func takeDetour() -> ClosedRange<Int>? {
        state.withLock { state in
            defer { state.needsDetour = false }
            if state.needsDetour { return MessageClass.answer.rank...MessageClass.reminder.rank }
            // Somebody waits for an answer, and it comes with its channel.
            return state.circuit.allowance(at: .now) == 0 ? MessageClass.answer.rank...MessageClass.answer.rank : nil
        }
    }

    /// Until the office closes; what is on its way then is waited for.
    func run() async {
        await withDiscardingTaskGroup { group in
            while !office.isClosed {
                let sleep = await takeOff(&group)
                if office.isClosed { break }
                await waker.wait(atMost: sleep)
            }
        }
    }

    /// Sends what may leave now; returns how long nothing more will.
    private func takeOff(_ group: inout DiscardingTaskGroup) async -> Duration {
        while !office.isClosed {
            let allowed = allowance()
            guard allowed.all > 0 else { return pauseBeforeMore() }
            let result: Claim.Result
            do {
                result = try await claim(all: min(allowed.all, Self.slice), begun: min(allowed.begun, Self.slice))
            } catch {
                logger.error("the outbox could not be read", metadata: ["channel": "\(channel.name)", "why": "\(type(of: error))"])
                return .seconds(1)
            }
            guard result.seen > 0 else { return await sleepUntilDue(after: result.at, withoutBegun: allowed.begun == 0) }
            begin(result.flights)
            for flight in result.flights {
                group.addTask {
                    await self.fly(flight)
                    self.landed()
                }
            }
        }
        return .zero
    }

    private func allowance() -> (all: Int, begun: Int) {
        state.withLock { state in
            let now = ContinuousClock.now
            let open = min(state.circuit.allowance(at: now), Self.mostFlights - state.flying)
            let allowed = state.pace.allowance(at: now)
            return (min(open, allowed.all), min(open, allowed.begun))
        }
    }

    private func begin(_ flights: [Flight]) {
        guard !flights.isEmpty else { return }
        state.withLock { state in
            state.flying += flights.count
            state.pace.spend(flights.count, begun: flights.count { $0.rank.isBegun })
            state.circuit.sent(at: .now)
        }
    }

    private func landed() {
        state.withLock { $0.flying -= 1 }
        waker.ring()
    }

    private func pauseBeforeMore() -> Duration {
        state.withLock { state in
            if let until = state.circuit.until, until > .now { return min(until - .now, Self.longestSleep) }
            if state.circuit.allowance(at: .now) == 0 || state.flying >= Self.mostFlights { return Self.longestSleep }
            return state.pace.wait(forBegun: false)
        }
    }

    /// What was due and did not leave is held back, and whoever lets it go rings.
    private func sleepUntilDue(after moment: Date, withoutBegun: Bool) async -> Duration {
        if withoutBegun { return state.withLock { $0.pace.wait(forBegun: true) } }
        let name = channel.name
        guard let next = try? await office.store.nextDue(on: name, after: moment) else { return Self.longestSleep }
        return min(.seconds(max(0, next.timeIntervalSince(office.clock()))), Self.longestSleep)
    }

    /// Decides what leaves now and writes it down.
    func claim(all: Int, begun: Int) async throws -> Claim.Result {
        let (office, channel) = (office, channel)
        let found = Mutex(Claim.Result(at: .distantPast))
        try await office.store.upkeep { desk in
            let claim = Claim(
                desk: desk, scripts: office.scripts, settings: office.settings, channel: channel, now: office.clock(),
                claimed: ContinuousClock.now)
            let result = try claim.take(all: all, begun: begun)
            found.withLock { $0 = result }
            return false
        }
        let result = found.withLock { $0 }
        tell(result)
        return result
    }

    /// Hands one message over and writes down what became of it.
    func fly(_ flight: Flight) async {
        guard office.flights.begin(flight) else {
            state.withLock { $0.circuit.spared(at: .now) }
            return await office.settler.settle(Settlement(leaving: flight, on: channel.name, at: office.clock()))
        }
        guard let handover else {
            await office.settler.settle(Settlement(arriving: flight, on: channel.name, at: office.clock()))
            return office.flights.end(flight)
        }
        let task = Task { await handover.send(flight.message) }
        office.flights.carry(flight, cancellingBy: { task.cancel() })
        let outcome = await task.value
        // From here on nothing of it is on its way any more: whoever says STOP need not wait for the disk.
        office.flights.end(flight)
        // What was broken off because somebody left says nothing of the gateway.
        if task.isCancelled { state.withLock { $0.circuit.spared(at: .now) } } else { note(outcome) }
        office.metrics.count(outcome, on: channel.name)
        await office.settler.settle(Settlement(of: flight, outcome, on: channel.name, office.settings, at: office.clock()))
    }

    /// Whether the gateway took an SMS that is no message of the outbox.
    func tell(_ number: PhoneNumber, _ words: String) async -> Bool {
        guard let handover else { return false }
        let id = office.store.idOfMessage(at: office.clock()).travelling
        let outcome = await handover.send(OutgoingMessage(id: id, to: number, text: channel.settings.fittedSMS(words), statusAddress: nil))
        office.metrics.count(outcome, on: channel.name)
        guard case .accepted = outcome else { return false }
        return true
    }

    /// What the gateway says of a message that is in doubt.
    func lookUp(_ message: OutgoingMessage) async -> Finding { await handover?.lookUp(message) ?? .unclear }

    private func note(_ outcome: SendOutcome) {
        let (before, after) = state.withLock { state in
            let (before, left) = (state.circuit.isOpen, state.circuit.until)
            switch outcome {
            case .accepted, .refused: state.circuit.worked()
            case .notTaken(.busy(let wait), _): state.circuit.failed(wait: wait, at: .now)
            case .notTaken(.refusesUs, _), .notTaken(.noMoney, _): state.circuit.failed(isStanding: true, at: .now)
            case .unknown: state.circuit.failed(at: .now)
            }
            // It was left alone just now, for the first time or once more.
            if left == nil, state.circuit.until != nil { state.needsDetour = true }
            return (before, state.circuit.isOpen)
        }
        switch outcome {
        case .accepted, .refused: if before || office.isTroubled(channel.name) { office.notice(.works, on: channel.name) }
        case .notTaken(.refusesUs, let word): office.notice(.refuses(word: word), on: channel.name)
        case .notTaken(.noMoney, let word): office.notice(.noMoney(word: word), on: channel.name)
        case .notTaken(.busy, let word), .unknown(let word): if after { office.notice(.fails(word: word), on: channel.name) }
        }
        if after { office.store.bell.ring() }
    }

    /// Once a day each.
    private func tell(_ result: Claim.Result) {
        if result.isMisled { office.store.bell.ring() }
        let day = office.settings.day(of: result.at)
        if result.isDayOver, isFirst(\.overOn, on: day) { office.notice(.dayIsOver, on: channel.name) }
        if result.spentOfDay >= DailyLimit.warning, isFirst(\.warnedOn, on: day) {
            office.notice(.spent(result.spentOfDay), on: channel.name)
        }
    }

    private func isFirst(_ told: WritableKeyPath<State, String?>, on day: String) -> Bool {
        state.withLock { state in
            defer { state[keyPath: told] = day }
            return state[keyPath: told] != day
        }
    }
}
