import Foundation
import Metrics
import ServiceLifecycle

/// How large the database is, and how long its log; looked at now and then.
struct FileSizes: Service {
    let database: String

    private let size = Gauge(label: "passerelle_database_bytes")
    private let log = Gauge(label: "passerelle_wal_bytes")

    init(ofDatabaseAt path: String) {
        database = path
        look()
    }

    private static let every = Duration.seconds(15)

    func run() async throws {
        try? await cancelWhenGracefulShutdown {
            while true {
                look()
                try await Task.sleep(for: Self.every)
            }
        }
    }

    private func look() {
        size.record(Self.bytes(of: database))
        log.record(Self.bytes(of: database + "-wal"))
    }

    private static func bytes(of path: String) -> Int64 {
        var status = stat()
        return stat(path, &status) == 0 ? Int64(status.st_size) : 0
    }
}
