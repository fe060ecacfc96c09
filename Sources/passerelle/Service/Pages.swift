import Console
import Dialogs
import Foundation
import Server
import Store

extension Rooms {
    /// Every page that the service shows in a browser.
    func pages() throws -> [any Pages] {
        guard let line = configuration.phoneLine else { return [] }
        let phone = try PhoneRoutes(
            line, usually: PageLanguage(among: configuration.languages.map(\.rawValue)), door: configuration.serverSettings.localDoor,
            country: configuration.country, inbox: phoneInbox)
        return [phone]
    }

    /// What is begun for a number of the tests, and due.
    private var phoneInbox: PhoneInbox {
        let store = store
        return { number, since in
            try await store.begunTexts(to: number, .tests, since: since).map { begun in
                ArrivedText(id: begun.id.uuid.uuidString, at: begun.time, text: begun.text)
            }
        }
    }
}

extension Configuration {
    /// The channel that the phone on the screen speaks to; nil where there is none that this machine may call without a proof.
    var phoneLine: PhoneLine? {
        guard let channel = channels.first(where: { $0.isForTests && $0.secrets.isEmpty && $0.networks.isEmpty }) else { return nil }
        return PhoneLine(
            channel: channel.name, code: channel.code ?? "*123#", idle: channel.idle, total: channel.total,
            cost: Dictionary(channel.cost.map { ($0.rawValue, $1) }) { first, _ in first })
    }
}
