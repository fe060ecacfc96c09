import Foundation

/// How fast messages leave, as a part of what the same client does without an outbox. Run by Bench/rows/sending.sh.
@main
struct BenchSending {
    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        switch arguments.first {
        case "gateway": try await PretendGateway(arrivals: arguments.argument(1)).run()
        case "speed":
            try await Speed(
                address: arguments.argument(1), messages: Int(arguments.argument(2)) ?? 20_000, rounds: Int(arguments.argument(3)) ?? 3
            ).run()
        case "memory": try await MemoryUse(address: arguments.argument(1), messages: Int(arguments.argument(2)) ?? 1_000_000).run()
        default:
            FileHandle.standardError.write(
                Data("bench-sending gateway [ARRIVALS] | speed ADDRESS MESSAGES ROUNDS | memory ADDRESS MESSAGES\n".utf8))
            exit(2)
        }
    }
}

extension ArraySlice<String> {
    fileprivate func argument(_ index: Int) -> String { count > index ? self[startIndex + index] : "" }
}
