import Foundation
import Metrics
import Server

/// The web side of a turn alone, to be held against `bench-bare`. Run by Bench/rows/sides.sh.
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
        case "service":
            MetricsSystem.bootstrap(Measurements())
            try await WebSide(turns: SameScreen()).run()
        case "waiting":
            MetricsSystem.bootstrap(Measurements())
            let writer = PretendWriter()
            writer.start()
            try await WebSide(turns: writer).run()
        default:
            FileHandle.standardError.write(Data("bench-web service | waiting\n".utf8))
            exit(2)
        }
    }

    /// `bench-bare` shows the same, so that who walks sees no difference.
    static let screen = """
        Merci. Votre numero : 12345678. Gardez-le : il faut le dire pour voir ou effacer vos reponses. Nous vous appelons.
        0 Retour
        00 Accueil
        """

    /// The first line that is printed.
    static let announce: @Sendable (Int) async -> Void = { port in FileHandle.standardOutput.write(Data("\(port)\n".utf8)) }
}
