import Foundation
import Metrics
import Server

/// What the web side of a turn costs, beside a handler that answers a constant. Run by Bench/web.sh.
@main
struct BenchWeb {
    static func main() {
        Task.detached {
            try await serve()
            exit(0)
        }
        // Not for Dispatch to wait in: Valgrind dies where it does.
        while true { pause() }
    }

    private static func serve() async throws {
        switch CommandLine.arguments.dropFirst().first {
        case "bare": try await BareHandler().run()
        case "service":
            MetricsSystem.bootstrap(Measurements())
            try await WebSide(turns: SameScreen()).run()
        case "waiting":
            MetricsSystem.bootstrap(Measurements())
            let writer = PretendWriter()
            writer.start()
            try await WebSide(turns: writer).run()
        default:
            FileHandle.standardError.write(Data("bench-web bare | service | waiting\n".utf8))
            exit(2)
        }
    }

    /// What a person's screen says, on either side.
    static let screen = "Bienvenue. Ce service est gratuit.\n1. S'inscrire\n2. Les programmes\n3. Etre rappele\n0. Quitter"

    /// The first line that is printed.
    static let announce: @Sendable (Int) async -> Void = { port in FileHandle.standardOutput.write(Data("\(port)\n".utf8)) }
}
