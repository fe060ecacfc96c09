import Foundation
import Gateways
import Store
import Synchronization

/// Settles what is in doubt: by what its gateway says of it, else by its class.
struct Doubts: Sendable {
    let office: Office
    let lines: [String: Line]

    /// DESIGN §6: what a report or a look-up has not settled by then is decided without.
    static let patience = TimeInterval(120)
    private static let slice = 20

    /// Whether anything was decided.
    func settle() async throws -> Bool {
        let now = office.clock()
        let found = Mutex<[DoubtfulMessage]>([])
        try await office.store.upkeep { desk in
            let doubtful = try desk.doubtful(since: now.addingTimeInterval(-Self.patience), limit: Self.slice)
            found.withLock { $0 = doubtful }
            return false
        }
        let doubtful = found.withLock { $0 }
        for message in doubtful where !office.isClosed { try await settle(message, at: now) }
        return !doubtful.isEmpty
    }

    private func settle(_ message: DoubtfulMessage, at now: Date) async throws {
        let finding = await lookUp(message)
        let settings = office.settings
        let channel = lines[message.channel]?.channel.name
        try await office.store.upkeep { desk in
            switch finding {
            case .known(let report):
                try desk.report(ToldFate(report), of: .ours(message.id), onChannel: message.channel, day: settings.day(of:), at: now)
            case .absent where message.unknowns < Self.mostDoubts: try desk.sendAgain(message.id, by: channel, at: now)
            case .unclear where message.rank.isSentAgain && message.unknowns < Self.mostDoubts:
                try desk.sendAgain(message.id, by: channel, at: now)
            case .absent, .unclear: try desk.leaveUnknown(message.id, at: now)
            }
            return false
        }
    }

    /// DESIGN §6: the second time that nobody knows, it ends there and staff see it.
    private static let mostDoubts = 2

    private func lookUp(_ message: DoubtfulMessage) async -> Finding {
        guard let line = lines[message.channel], let number = message.number else { return .unclear }
        return await line.lookUp(
            OutgoingMessage(id: message.id.travelling, to: number, text: message.text, statusAddress: line.channel.statusAddress))
    }
}
