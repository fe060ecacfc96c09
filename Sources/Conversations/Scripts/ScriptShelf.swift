package import Dialogs
package import Store
import Synchronization

/// The compiled scripts of the versions that somebody is in.
///
/// A turn looks here in the middle of its transaction, so it is a lock around a dictionary and no actor.
package final class ScriptShelf: Sendable {
    /// A version's files, name to text, made into a script.
    package typealias Compile = @Sendable ([String: String]) throws -> Script

    private let compile: Compile
    private let scripts = Mutex<[VersionID: Script]>([:])

    package init(compile: @escaping Compile) { self.compile = compile }

    /// Puts a script here that is compiled already, as after a check.
    package func put(_ script: Script, for version: VersionID) {
        scripts.withLock { $0[version] = script }
    }

    package subscript(version: VersionID) -> Script? {
        scripts.withLock { $0[version] }
    }

    /// The script of a version; `files` is asked for only where it is not here yet.
    package func script(of version: VersionID, files: () throws -> [String: String]) throws -> Script {
        if let script = self[version] { return script }
        let script = try compile(files())
        put(script, for: version)
        return script
    }

    /// Lets go of all versions but these.
    package func keepOnly(_ versions: Set<VersionID>) {
        scripts.withLock { scripts in scripts = scripts.filter { versions.contains($0.key) } }
    }
}
