import Testing

/// The built program, started and driven from outside. One after the other: each has a service of its own, and some of them a deadline.
@Suite(.serialized) enum Acceptance {}
