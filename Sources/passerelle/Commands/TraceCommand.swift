import ArgumentParser
import Foundation
import HTTPClient
import HTTPTypes

/// `passerelle trace CHANNEL`
struct TraceCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trace",
        abstract: "Shows the last requests and answers of a channel, both ways, without anybody's words, numbers or secrets.",
        discussion: "The running service keeps them in its memory for a day at most.\nExample: passerelle trace sms --follow")

    @Argument(help: "The channel, as the configuration names it.")
    var channel: String

    @Flag(help: "Goes on with what comes, until Ctrl-C.")
    var follow = false

    @OptionGroup var config: ConfigurationOption

    private static let lookEvery = Duration.seconds(1)

    func run() async throws {
        let socket = ControlClient.socket(of: try config.read())
        let client = HTTPClient(timeLimit: .seconds(30))
        var last = 0
        while true {
            let lines = try await Self.ask(client, socket, TraceOrder(channel: channel, after: last, language: .here))
            for line in lines { Terminal.result(line) }
            // `#12 …` begins an exchange.
            last = lines.compactMap { $0.hasPrefix("#") ? Int($0.dropFirst().prefix { $0.isNumber }) : nil }.max() ?? last
            guard follow else { return }
            try await Task.sleep(for: Self.lookEvery)
        }
    }

    private static func ask(_ client: HTTPClient, _ socket: String, _ order: TraceOrder) async throws -> [String] {
        let request = HTTPClient.Request(
            method: .post, address: "http://passerelle/\(TraceOrder.command)", socket: socket,
            headers: [.contentType: "application/json"], body: Array(try JSONEncoder().encode(order)))
        let response: HTTPClient.Response
        do {
            response = try await client.send(request)
        } catch {
            throw CannotRun(
                fr: "aucun service ne tourne avec cette configuration ; ce qui a été échangé n'est gardé que dans sa mémoire",
                en: "no service runs with this configuration; what was exchanged is kept in its memory alone")
        }
        guard response.status == .ok else { throw CannotRun(response.text.trimmingCharacters(in: .whitespacesAndNewlines)) }
        return response.text.split(separator: "\n").map(String.init)
    }
}
