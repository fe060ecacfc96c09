package import Dialogs

/// What became of a folder: the script, and all that is wrong with it.
package struct Reading: Equatable, Sendable {
    /// nil where nothing can be built at all. With errors among the findings it is there for looking at, not for talking.
    package var script: Script?
    /// In the order of files, lines and columns.
    package var findings: [Finding]
    /// Every text that wants a translation, in the order of the files.
    package var slots: [Slot]

    package init(script: Script?, findings: [Finding], slots: [Slot]) {
        self.script = script
        self.findings = findings
        self.slots = slots
    }

    package var hasErrors: Bool { findings.contains { $0.severity == .error } }
}

/// Reads a folder of dialogs, or says all that is wrong with it at once.
///
/// - Parameters:
///   - start: the dialog that a dial without anything else opens.
///   - languages: the first is the source language; others that the folder may have are ignored.
package func read(_ folder: FolderText, start: String, languages: [Language]) -> Reading {
    var reader = FolderReader(folder: folder, start: start, languages: languages)
    return reader.read()
}
