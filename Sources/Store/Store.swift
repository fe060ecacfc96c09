package import Foundation
package import Texting

/// Everything that is kept, behind calls that speak in the domain's types.
package final class Store: Sendable {
    package init() {}
}

/// To come: these are the calls that the other rooms can count on.
extension Store {
    /// Opens, or makes, the database of a service; the caller holds the `DatabaseLock`.
    ///
    /// The key lies beside it (`passerelle.key`, mode 0600) and is made from `chance` with the database.
    package static func open(
        at path: String, retention: Retention = .standard, clock: @escaping @Sendable () -> Date, chance: Chance
    ) throws(StoreProblem) -> Store { Store() }

    /// For commands that read, beside a service that runs.
    package static func openToRead(at path: String) throws(StoreProblem) -> Store { Store() }

    /// Nothing on a disk: for `chat` and `test`.
    package static func inMemory(
        retention: Retention = .standard, clock: @escaping @Sendable () -> Date, chance: Chance
    ) throws(StoreProblem) -> Store { Store() }

    /// Finishes what waits, then closes the file.
    package func close() async {}

    package func versions() async throws -> [Version] { [] }
    package func liveVersion() async throws -> VersionID? { nil }
    /// What the folder, or `publish`, last gave.
    package func lastImport() async throws -> VersionID? { nil }
    package func files(of version: VersionID) async throws -> [String: String] { [:] }
    /// Stores the files where they differ from every version there is, and says which version they are.
    package func publish(_ files: [String: String], by: String, at now: Date) async throws -> VersionID { VersionID(rawValue: "") }
    package func makeLive(_ version: VersionID, by: String, at now: Date) async throws {}

    package func signUps(since: Date?, _ realm: Realm, after: PageKey?) async throws -> Page<ExportedSignUp> { Page(items: [], next: nil) }
    package func callbacks(since: Date?, _ realm: Realm, after: PageKey?) async throws -> Page<ExportedCallback> {
        Page(items: [], next: nil)
    }
    package func contacts(since: Date?, _ realm: Realm, after: PageKey?) async throws -> Page<ExportedContact> {
        Page(items: [], next: nil)
    }
    package func messages(since: Date?, _ realm: Realm, after: PageKey?) async throws -> Page<ExportedMessage> {
        Page(items: [], next: nil)
    }
    package func usage(since: Date?, _ realm: Realm) async throws -> [ExportedUsage] { [] }
    /// How many sign-ups, call-backs, contacts or messages of tests an export leaves out.
    package func testsLeftOut(since: Date?) async throws -> [String: Int] { [:] }

    package func person(_ number: PhoneNumber) async throws -> Person {
        Person(phone: number, contacts: [], signUps: [], callbacks: [], messages: [], optedOut: nil)
    }
    /// What staff do on a person's wish; true where something was there.
    package func erase(_ number: PhoneNumber, at now: Date) async throws -> Bool { false }
    package func purge(at now: Date) async throws -> Purged { Purged() }

    package func facts() async throws -> DatabaseFacts {
        DatabaseFacts(
            sqliteVersion: "", isSafeForTwoWriters: false, check: [], bytes: 0, migrations: [], counts: [:], live: nil, keyFits: false)
    }
    package func health() async -> Health { Health(live: nil, waiting: 0, isFailing: false) }
}
