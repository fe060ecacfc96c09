import Glibc

/// Runs inputs through subjects.
package struct Hunt: Sendable {
    package var seed: UInt64
    package var subjects: [Subject]
    /// Of all subjects together.
    package var inputs: Int

    package init(seed: UInt64, subjects: [Subject], inputs: Int) {
        self.seed = seed
        self.subjects = subjects
        self.inputs = inputs
    }

    /// An input that does what none should.
    package struct Catch: Sendable, CustomStringConvertible {
        package var subject: String
        package var seed: UInt64
        package var index: Int
        package var input: [UInt8]
        package var what: String

        package init(subject: String, seed: UInt64, index: Int, input: [UInt8], what: String) {
            (self.subject, self.seed, self.index, self.input, self.what) = (subject, seed, index, input, what)
        }

        package var description: String {
            "\(subject): \(what)\n  seed \(seed), input \(index), \(input.count) bytes in hex:\n  \(Hex.written(input))"
        }
    }

    /// No input of a few kilobytes takes longer of a core, in a debug build.
    package static let longest = Duration.seconds(5)

    /// How many inputs a subject gets.
    package func share(of subject: Subject) -> Int {
        max(8, inputs * subject.weight / subjects.reduce(0) { $0 + $1.weight })
    }

    /// What an input does that it should not; nil where all is well.
    package static func fault(of input: [UInt8], in subject: Subject) -> String? {
        let start = ThreadTime.now
        do {
            try subject.take(input)
        } catch {
            return "\(error)"
        }
        let time = ThreadTime.now - start
        return time > longest ? "it took \(time)" : nil
    }

    /// The first input of a subject that fails, cut down; nil where none does.
    ///
    /// - Parameters:
    ///   - tries: how often it may be looked at when it is cut down.
    ///   - told: which input is next, and again at each step of cutting it down.
    package func run(_ subject: Subject, tries: Int = 2000, told: (Int) -> Void = { _ in }) -> Catch? {
        for index in 0..<share(of: subject) {
            told(index)
            let input = subject.input(index, seed: seed)
            guard let what = Self.fault(of: input, in: subject) else { continue }
            let small = smallest(of: input, tries: tries) {
                told(index)
                return Self.fault(of: $0, in: subject) != nil
            }
            return Catch(
                subject: subject.name, seed: seed, index: index, input: small, what: Self.fault(of: small, in: subject) ?? what)
        }
        return nil
    }
}

/// What this thread has had of a core: by the clock on the wall a busy machine would make an input slow.
private enum ThreadTime {
    static var now: Duration {
        var time = timespec()
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
        return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
    }
}
