/// What a command of the command line has the running service do.
package struct ControlCommand: Sendable {
    /// As it is called: `publish`, `person/erase`.
    package var name: String
    /// - Parameter body: JSON, as that command writes it.
    package var run: @Sendable (_ body: [UInt8]) async throws -> ControlAnswer

    package init(_ name: String, _ run: @escaping @Sendable (_ body: [UInt8]) async throws -> ControlAnswer) {
        self.name = name
        self.run = run
    }
}

package enum ControlAnswer: Sendable {
    case json([UInt8])
    /// Line for line, as it comes about.
    case lines(AsyncThrowingStream<String, any Error>)
}

/// A command that can't be carried out as it was asked: the sentence goes to the terminal.
package struct ControlRefusal: Error, Equatable, Sendable {
    package var sentence: String

    package init(_ sentence: String) { self.sentence = sentence }
}
