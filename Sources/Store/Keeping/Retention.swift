/// How long what is kept of people is kept (`keep.*` of the configuration).
package struct Retention: Hashable, Sendable {
    /// Answers of conversations that were not finished, since their last message.
    package var answers: Duration
    /// Both sides of the talk.
    package var recordings: Duration
    /// Sign-ups whose dialog names no time of its own, since their last change.
    package var signUps: Duration
    /// Call-backs, since they were asked for.
    package var callbacks: Duration
    /// What makes a step the same step, with its reply.
    package var steps: Duration

    private static let day = 86_400

    package static let standard = Retention(
        answers: .seconds(7 * day), recordings: .seconds(90 * day), signUps: .seconds(3 * 365 * day), callbacks: .seconds(365 * day),
        steps: .seconds(7 * day))

    package init(answers: Duration, recordings: Duration, signUps: Duration, callbacks: Duration, steps: Duration) {
        self.answers = answers
        self.recordings = recordings
        self.signUps = signUps
        self.callbacks = callbacks
        self.steps = steps
    }
}

/// What a purge took away, for the person who asked for it.
package struct Purged: Equatable, Sendable {
    package var conversations = 0
    package var recordings = 0
    package var signUps = 0
    package var callbacks = 0
    package var contacts = 0
    package var sessions = 0
    package var messages = 0

    package init() {}
}
