import Conversations
import Delivery
import Dialogs
import Foundation
import Gateways
import HTTPClient
import HTTPTypes
import Store
import Synchronization
import Texting

/// A database on the disk with messages that wait, and all that sends them.
struct Outbox {
    let store: Store
    let settings: DeliverySettings
    private let folder: URL

    init(sendingTo address: String) throws {
        folder = try FileManager.default.url(
            for: .itemReplacementDirectory, in: .userDomainMask, appropriateFor: FileManager.default.temporaryDirectory, create: true)
        let chance = Chance {
            var system = SystemRandomNumberGenerator()
            return system.next()
        }
        store = try Store.open(at: folder.appending(path: "bench.sqlite").path, clock: { Date() }, chance: chance)
        let kannel = try Catalogue.kind(named: "kannel")?.makeSender.found()
        let sender = try kannel.found()(
            SenderSettings(
                url: address, sender: "8080", country: Country(callingCode: "237"), values: ["username": "bench", "password": "bench"]))
        let facts = Channel(
            name: "sms", kind: .sms, code: "8080", cost: [:], budget: PageBudget(letters: .gsm, units: 160), takesAnswers: true,
            network: nil)
        let channel = OutgoingChannel(
            settings: ChannelSettings(gateway: "kannel", facts: facts, isTest: false), way: .gateway(sender),
            budget: OutgoingChannel.Budget(rate: 1_000_000))
        settings = DeliverySettings(
            channels: [channel], routes: Routes(rules: [Routes.Rule(via: "sms")]), country: Country(callingCode: "237"), timeZone: .gmt,
            quiet: nil, cap: nil)
    }

    func remove() async {
        await store.close()
        try? FileManager.default.removeItem(at: folder)
    }

    func queue(_ count: Int) async throws {
        let done = Mutex(0)
        try await store.upkeep { desk in
            try done.withLock { done in
                let now = Date()
                for number in done..<min(done + 200, count) {
                    let contact = try desk.contact(of: .numbered(number), .people, at: now)
                    try desk.queueAnswer(
                        "OIM et MINPMEESA : votre demande est enregistrée.", to: contact, cause: "bench", language: nil, by: "sms", at: now)
                }
                done += 200
                return done < count
            }
        }
    }

    func dispatcher(_ client: HTTPClient) -> Dispatcher {
        Dispatcher(
            store: store, scripts: ScriptShelf { _ in throw CancellationError() }, settings: settings, call: { await client.carry($0) },
            clock: { Date() })
    }

    func isEmpty() async throws -> Bool { try await store.waiting().isEmpty }
}

extension HTTPClient {
    func carry(_ request: OutgoingRequest) async -> CallEnd {
        do throws(Failure) {
            let response = try await send(
                Request(method: request.method, address: request.address, headers: request.headers, body: request.body))
            return .answered(OutgoingAnswer(status: response.status, headers: response.headers, body: response.body))
        } catch {
            return error.fate == .notTaken ? .notTaken(why: "connection") : .unknown(why: "connection")
        }
    }
}

extension PhoneNumber {
    static func numbered(_ number: Int) -> PhoneNumber {
        let digits = "\(number)"
        return PhoneNumber(e164: "+23767" + String(repeating: "0", count: 7 - digits.count) + digits)
    }
}

extension Optional {
    func found() throws -> Wrapped {
        guard let self else { throw CancellationError() }
        return self
    }
}
