/// What the way from a dial to a sign-up, or to a call-back, costs the person on one channel.
package struct PathCost: Equatable, Sendable {
    package enum Goal: Hashable, Sendable {
        case signUp(String)
        case callback
    }

    package enum Length: String, Sendable, CaseIterable {
        case shortest, longest
    }

    package var channel: String
    package var goal: Goal
    package var length: Length
    /// Screens shown, the last one included.
    package var screens: Int
    package var keys: Int
    /// SMS that go either way; none by USSD.
    package var messageParts: Int
    /// Reading and typing.
    package var seconds: Int
    /// Steps of 20 s that a network bills a USSD session by; none by SMS.
    package var networkSteps: Int
    /// Where the person stays longest, and how long.
    package var slowestScreen: ScreenAddress
    package var slowestSeconds: Int
    /// Whether a person who reads at a usual pace is cut off there.
    package var exceedsIdle: Bool
    /// Whether the session ends before the goal is reached.
    package var exceedsTotal: Bool
}

/// How fast people read and type, and how networks bill.
enum Pace {
    /// 45 words a minute, read on a small screen (DIALOGS §5).
    static let lettersASecond = 4.3
    static let secondsAKey = 3.0
    static let secondsANetworkStep = 20.0
}

extension Examination {
    /// What each goal of the dialogs costs on a channel, on its shortest and on its longest way.
    package func costs(on channel: Channel, idle: Duration, total: Duration) -> [PathCost] {
        var finder = PathFinder(inspection, channel)
        let idleSeconds = Double(idle.components.seconds)
        let totalSeconds = Double(total.components.seconds)
        return finder.goals().flatMap { goal in
            PathCost.Length.allCases.compactMap { length in
                finder.path(to: goal, length).map { path in
                    let isSession = channel.kind == .ussd
                    return PathCost(
                        channel: channel.name, goal: goal, length: length, screens: path.screens, keys: path.keys,
                        messageParts: isSession ? 0 : path.parts, seconds: Int(path.seconds.rounded(.up)),
                        networkSteps: isSession ? Int((path.seconds / Pace.secondsANetworkStep).rounded(.up)) : 0,
                        slowestScreen: path.slowest.screen, slowestSeconds: Int(path.slowest.seconds.rounded(.up)),
                        exceedsIdle: isSession && path.slowest.seconds > idleSeconds, exceedsTotal: isSession && path.seconds > totalSeconds
                    )
                }
            }
        }
    }
}
