import Foundation

/// What bounds the writer (DESIGN §8).
package struct StoreLimits: Sendable {
    /// More waiting than these are refused at once.
    package var queue: Int
    /// Taken into one transaction at most.
    package var batch: Int
    /// A turn that has waited as long is not begun any more: nobody waits for its answer.
    package var patience: Duration
    /// How far the file may grow, in pages of 4,096 bytes; nil as far as the disk goes.
    package var pages: Int?

    package init(queue: Int = 1024, batch: Int = 64, patience: Duration = .milliseconds(2500), pages: Int? = nil) {
        self.queue = queue
        self.batch = batch
        self.patience = patience
        self.pages = pages
    }

    var patienceSeconds: TimeInterval { TimeInterval(patience.milliseconds) / 1000 }
}

/// What the writer has done since it was started.
package struct WriterCounts: Equatable, Sendable {
    /// That are durable.
    package var writes = 0
    package var batches = 0

    package init() {}
}
