import Foundation
import HTTPClient
import HTTPTypes
import Testing

extension Acceptance {
    @Suite struct `The page from a bare server to a service` {
        @Test(.timeLimit(.minutes(2))) func `holds what it says: people are answered, an upgrade loses nobody, a backup comes back`()
            async throws
        {
            let scratch = try Scratch(dialogs: nil)
            let page = try ServerPage(in: scratch.folder, port: scratch.port)
            defer { page.end() }
            let blocks = try ServerPage.blocks()
            try #require(blocks.count == 4)
            for commands in blocks[0...1] { try await expectRun(commands, page) }
            #expect(try await dial(1, scratch)?.hasPrefix("CON ") == true)
            #expect(try await dial(2, scratch, secret: "guessed") == nil, "who does not know the secret is not answered")

            try await expectRun(blocks[2], page)
            #expect(try await dial(3, scratch)?.hasPrefix("CON ") == true)

            // The backup before the upgrade knows the first of them, not the second.
            try await expectRun(blocks[3], page)
            let contacts = try await page.run([
                "cd /etc/passerelle", "sudo -u passerelle passerelle export contacts --format json",
            ])
            #expect(contacts.output.contains("+237670000001") && !contacts.output.contains("+237670000003"), "\(contacts.output)")
            #expect(try await dial(4, scratch)?.hasPrefix("CON ") == true)
        }

        private func expectRun(_ commands: [String], _ page: ServerPage) async throws {
            #expect(!commands.isEmpty)
            let finished = try await page.run(commands)
            let log = (try? String(contentsOf: page.folder.appending(path: "run/log"), encoding: .utf8)) ?? ""
            try #require(finished.code == 0, "\(finished.complaints)\(log)")
        }

        /// As the gateway calls; nil where it is refused.
        private func dial(_ person: Int, _ scratch: Scratch, secret: String? = nil) async throws -> String? {
            let kept = try String(contentsOf: scratch.folder.appending(path: "etc/passerelle/ussd.secret"), encoding: .utf8)
            let key = secret ?? kept.trimmingCharacters(in: .whitespacesAndNewlines)
            let form = "sessionId=s\(person)&phoneNumber=%2B23767000000\(person)&networkCode=62401&serviceCode=*123%23&text="
            let response = try await HTTPClient().send(
                HTTPClient.Request(
                    method: .post, address: "http://127.0.0.1:\(scratch.port)/channels/ussd/receive?key=\(key)",
                    headers: [.contentType: "application/x-www-form-urlencoded"], body: Array(form.utf8)))
            return response.status == .ok ? response.text : nil
        }
    }
}
