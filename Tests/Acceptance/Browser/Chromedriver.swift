import Foundation
import HTTPClient
import HTTPTypes

/// Debian's chromedriver on a port of its own, with a browser that has a folder of its own; both are gone when the test is over.
final class Chromedriver: Sendable {
    struct Missing: Error, CustomStringConvertible {
        let path: String
        var description: String {
            "there is no \(path): the browser tests need Debian's chromium and chromium-driver (make test installs them)"
        }
    }

    private static let programs = (driver: "/usr/bin/chromedriver", browser: "/usr/bin/chromium")

    private let process: Process
    private let folder: URL
    let address: String

    private init(process: Process, folder: URL, port: UInt16) {
        self.process = process
        self.folder = folder
        address = "http://127.0.0.1:\(port)"
    }

    /// Starts it, opens a browser, hands that over, and ends both.
    static func withBrowser(width: Int = 1280, height: Int = 900, _ body: (Browser) async throws -> Void) async throws {
        let driver = try start()
        let client = WebDriverClient(address: driver.address)
        do {
            try await eventually(within: .seconds(20), "chromedriver is ready") { await client.isReady() }
            let browser = try await Browser(client, options: driver.options(width: width, height: height))
            do {
                try await body(browser)
            } catch {
                await browser.quit()
                throw error
            }
            await browser.quit()
        } catch {
            try await driver.stop()
            throw error
        }
        try await driver.stop()
    }

    private static func start() throws -> Chromedriver {
        for path in [programs.driver, programs.browser] where !FileManager.default.isExecutableFile(atPath: path) {
            throw Missing(path: path)
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "passerelle-browser-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let port = try FreePort.find()
        let process = Process()
        process.executableURL = URL(filePath: programs.driver)
        process.arguments = ["--port=\(port)"]
        // What a browser writes beside its profile goes into the same folder.
        process.environment = [
            "PATH": "/usr/bin:/bin", "HOME": folder.path, "TMPDIR": folder.path, "LANG": "C.UTF-8",
        ]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        try process.run()
        return Chromedriver(process: process, folder: folder, port: port)
    }

    private func options(width: Int, height: Int) -> ChromeOptions {
        var arguments = [
            "--headless=new", "--disable-dev-shm-usage", "--disable-gpu", "--no-first-run", "--window-size=\(width),\(height)",
            "--user-data-dir=\(folder.appending(path: "profile").path)",
        ]
        // Chromium's own sandbox refuses to be root's.
        if getuid() == 0 { arguments.append("--no-sandbox") }
        return ChromeOptions(binary: Self.programs.browser, args: arguments)
    }

    private func stop() async throws {
        process.terminate()
        do {
            try await eventually(within: .seconds(5), "chromedriver ends") { !self.process.isRunning }
        } catch {
            kill(process.processIdentifier, SIGKILL)
        }
        try? FileManager.default.removeItem(at: folder)
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        try? FileManager.default.removeItem(at: folder)
    }
}

struct ChromeOptions: Encodable {
    let binary: String
    let args: [String]
}
