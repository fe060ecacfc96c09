// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .treatAllWarnings(as: .error),
]

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
// SQLite's own calls, for the statements of a turn.
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let nioEmbedded = Target.Dependency.product(name: "NIOEmbedded", package: "swift-nio")
let nio = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let nioHTTPTypes = Target.Dependency.product(name: "NIOHTTPTypes", package: "swift-nio-extras")
let nioHTTPTypesHTTP1 = Target.Dependency.product(name: "NIOHTTPTypesHTTP1", package: "swift-nio-extras")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")

func test(_ room: String, _ dependencies: [Target.Dependency], fixtures: [String] = []) -> Target {
    .testTarget(
        name: "\(room)Tests", dependencies: dependencies, path: "Tests/\(room)", exclude: fixtures, swiftSettings: strict)
}

let package = Package(
    name: "passerelle",
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
        // For the names of what Hummingbird hands us; it is built for it anyway.
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        // The one trait left out is swift-configuration, which we do not use.
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: ["FullFoundation"]),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        // What fits in a message: GSM 03.38, SMS parts, USSD pages, transliteration, phone numbers.
        .target(name: "Texting", swiftSettings: strict),
        // The script's model, its checker, and the pure step of a conversation.
        .target(name: "Dialogs", dependencies: ["Texting"], swiftSettings: strict),
        // YAML and gettext text to a script, or a list of findings.
        .target(
            name: "DialogFiles", dependencies: ["Dialogs", "Texting", "Yams"],
            resources: [.embedInCode("Shipped/words.yaml"), .embedInCode("Shipped/en.po")], swiftSettings: strict),
        // One folder a gateway: its words to ours and back.
        .target(name: "Gateways", dependencies: ["Texting", httpTypes, crypto], swiftSettings: strict),
        // The system's SQLite: a shim for what Swift cannot call.
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        // Every line of SQL: schema, sealing, the group-committing writer, the queries.
        .target(
            name: "Store", dependencies: ["CSQLite", "Dialogs", "Texting", grdb, sqlite, crypto, logging, metrics], swiftSettings: strict),
        // Takes a turn: inbound message to reply, through the store.
        .target(name: "Conversations", dependencies: ["Dialogs", "Gateways", "Store", "Texting", logging, metrics], swiftSettings: strict),
        // The system's libcurl: module map and shim.
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        // Outbound HTTP over libcurl.
        .target(name: "HTTPClient", dependencies: ["CCurl", httpTypes], swiftSettings: strict),
        // What is sent later: outbox, reminders, retries, delivery reports, limits.
        .target(
            name: "Delivery", dependencies: ["Conversations", "Gateways", "Store", "Texting", logging, metrics], swiftSettings: strict),
        // Webhooks, health, metrics, and the control socket.
        .target(
            name: "Server",
            dependencies: [
                "Conversations", "Dialogs", "Gateways", "Store", "Texting", hummingbird, hummingbirdCore, nio, nioHTTP1, nioHTTPTypes,
                nioHTTPTypesHTTP1, lifecycle, logging, metrics, crypto, httpTypes,
            ],
            swiftSettings: strict),
        // The pages that people open in a browser, one folder a page.
        .target(
            name: "Console",
            dependencies: [
                "Conversations", "Dialogs", "Gateways", "Server", "Store", "Texting", hummingbird, httpTypes, mustache, logging,
            ],
            resources: [.embedInCode("Phone/phone.mustache"), .embedInCode("Phone/phone.css"), .embedInCode("Phone/phone.js")],
            swiftSettings: strict),
        // The command line; the only place that reads configuration and wires the rooms together.
        .executableTarget(
            name: "passerelle",
            dependencies: [
                "Texting", "Dialogs", "DialogFiles", "Gateways", "Store", "Conversations", "Delivery", "HTTPClient", "Server", "Console",
                "Yams",
                arguments,
                crypto, hummingbird, lifecycle, signals, logging, metrics,
            ],
            swiftSettings: strict),
        // What `make bench` holds turns against: a server that does nothing.
        .executableTarget(name: "bench-bare", dependencies: [hummingbird, logging], path: "Bench/Bare", swiftSettings: strict),
        // A database with very many people in it.
        .executableTarget(
            name: "bench-filling", dependencies: ["Dialogs", "Store", "Texting"], path: "Bench/Filling", swiftSettings: strict),
        // How fast messages leave: `make bench`.
        .executableTarget(
            name: "bench-sending",
            dependencies: [
                "Conversations", "Delivery", "Dialogs", "Gateways", "HTTPClient", "Store", "Texting", hummingbird, httpTypes, logging,
            ],
            path: "Bench/Sending", swiftSettings: strict),
        // What the web side of a turn costs: `make bench`.
        .executableTarget(
            name: "bench-web",
            dependencies: [
                "Conversations", "Delivery", "Dialogs", "Gateways", "Server", "Texting", hummingbird, lifecycle, signals, logging,
                metrics,
            ],
            path: "Bench/Web", swiftSettings: strict),
        // What a turn costs without the web: `make bench`.
        .executableTarget(
            name: "bench-turns", dependencies: ["Conversations", "DialogFiles", "Dialogs", "Gateways", "Store", "Texting"],
            path: "Bench/Turns", swiftSettings: strict),
        // How long the step of a conversation takes: `make bench`.
        .executableTarget(
            name: "bench-step", dependencies: ["DialogFiles", "Dialogs", "Texting"], path: "Bench/Step", swiftSettings: strict),
        // Inputs that nobody should send, for all that reads: `make fuzz`, and a short run in the tests.
        .target(
            name: "Fuzzing", dependencies: ["DialogFiles", "Dialogs", "Gateways", "Texting", httpTypes], path: "Tests/Fuzz/Generator",
            swiftSettings: strict),
        // One process that hunts and one that looks after it, since a crash takes the first with it.
        .executableTarget(name: "fuzz", dependencies: ["Fuzzing"], path: "Tests/Fuzz/Program", swiftSettings: strict),
        // One folder of tests a room.
        test("Texting", ["Texting"]),
        test("Dialogs", ["Dialogs", "DialogFiles", "Texting"]),
        test("DialogFiles", ["DialogFiles", "Dialogs", "Texting"], fixtures: ["Broken"]),
        test("Gateways", ["Gateways", "Texting", httpTypes]),
        test("Store", ["Store", "Dialogs", "Texting", crypto, grdb]),
        // What a disk does to us that is full, fails, or loses its power.
        test("Disk", ["Conversations", "DialogFiles", "Dialogs", "Gateways", "Store", "Texting", grdb, sqlite]),
        test("Conversations", ["Conversations", "DialogFiles", "Dialogs", "Gateways", "Store", "Texting", crypto]),
        test("Delivery", ["Delivery", "Conversations", "DialogFiles", "Dialogs", "Gateways", "Store", "Texting", grdb, httpTypes]),
        test("HTTPClient", ["HTTPClient", httpTypes]),
        test(
            "Server",
            [
                "Server", "Conversations", "Dialogs", "Gateways", "Store", "Texting", httpTypes, hummingbird, hummingbirdCore,
                nioEmbedded, nio, nioHTTP1, nioHTTPTypesHTTP1, lifecycle, logging, metrics,
            ]),
        test("Console", ["Console", "Gateways", "Server", "Texting", httpTypes, hummingbird, logging]),
        test(
            "Fuzz", ["Fuzzing", "Conversations", "Dialogs", "Gateways", "Store", "Texting", "passerelle"],
            fixtures: ["Generator", "Program", "coverage.sh"]),
        // The rooms' imports, held against the table of who may import whom.
        test("Layering", []),
        // The built program, driven from outside.
        test("Acceptance", ["HTTPClient", "passerelle", crypto, httpTypes], fixtures: ["Fixtures"]),
    ],
    swiftLanguageModes: [.v6]
)
