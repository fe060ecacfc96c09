package import Foundation
import Logging
import Synchronization
package import Texting

/// Tells staff by SMS, at most once an hour of the same thing.
package final class AlarmPhone: Sendable {
    private let number: PhoneNumber
    private let dispatcher: Dispatcher
    private let words: @Sendable (Alarm) -> String
    private let clock: @Sendable () -> Date
    private let limit = Mutex(AlarmLimit())
    private let logger = Logger(label: "passerelle.alarms")

    /// - Parameter words: in the language of staff.
    package init(
        _ number: PhoneNumber, dispatcher: Dispatcher, clock: @escaping @Sendable () -> Date, words: @escaping @Sendable (Alarm) -> String
    ) {
        self.number = number
        self.dispatcher = dispatcher
        self.words = words
        self.clock = clock
    }

    package func tell(_ alarm: Alarm) async {
        // When a day is over everybody knows; a message at midnight would but wake somebody.
        if alarm.cause == .dayIsOver, alarm.state == .over { return }
        guard limit.withLock({ $0.allows(alarm, at: clock()) }) else { return }
        if await !dispatcher.tell(number, words(alarm), avoiding: alarm.channel) {
            logger.error("no gateway took the alarm's SMS", metadata: ["channel": "\(alarm.channel)"])
        }
    }
}
