import Foundation
import HTTPClient
import HTTPTypes
import Server
import Store

/// Has an operation carried out: by the service where one runs, else here, under the lock.
struct ControlClient {
    let configuration: Configuration

    /// Beside the database and by its name, where the service puts it: `passerelle.sqlite` has `passerelle.sock`, and a second database in
    /// the folder its own.
    static func socket(of configuration: Configuration) -> String {
        URL(filePath: configuration.database).deletingPathExtension().appendingPathExtension("sock").path
    }

    static let command = "operation"

    struct Order: Codable {
        var operation: Operation
        var by: String
        var language: Spoken
    }

    func run(_ operation: Operation) async throws -> Operation.Report {
        let order = Order(operation: operation, by: NSUserName(), language: .here)
        if let report = try await asked(order) { return report }
        let rooms = try Rooms(configuration)
        let report = await rooms.operationsAlone().carryOut(operation, by: order.by, in: order.language)
        await rooms.store.close()
        return report
    }

    /// What the running service answers; nil where none runs.
    private func asked(_ order: Order) async throws -> Operation.Report? {
        let request = HTTPClient.Request(
            method: .post, address: "http://passerelle/\(Self.command)", socket: Self.socket(of: configuration),
            headers: [.contentType: "application/json"], body: Array(try JSONEncoder().encode(order)))
        let response: HTTPClient.Response
        do {
            response = try await HTTPClient(timeLimit: .seconds(120)).send(request)
        } catch .notConnected {
            return nil
        } catch {
            throw CannotRun(
                fr: "le service n'a pas fini de répondre ; regardez son journal, puis essayez à nouveau",
                en: "the service did not finish answering; look at its log, then try again")
        }
        guard response.status == .ok else { throw CannotRun(response.text.trimmingCharacters(in: .whitespacesAndNewlines)) }
        return try JSONDecoder().decode(Operation.Report.self, from: Data(response.body))
    }
}

extension Operator {
    /// The one command of the control socket.
    var controlCommand: ControlCommand {
        ControlCommand(ControlClient.command) { body in
            guard let order = try? JSONDecoder().decode(ControlClient.Order.self, from: Data(body)) else {
                throw ControlRefusal("This service is of another version than the command; restart it.")
            }
            let report = await carryOut(order.operation, by: order.by, in: order.language)
            return .json(Array(try JSONEncoder().encode(report)))
        }
    }
}
