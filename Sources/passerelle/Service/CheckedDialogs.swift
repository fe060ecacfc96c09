import DialogFiles
import Dialogs
import Foundation

/// The dialogs' folder, read and checked.
struct CheckedDialogs {
    let script: Script?
    let findings: [Finding]
    let slots: [Slot]
    /// nil where there is no script to prove anything of.
    let proved: Examination?

    var errors: [Finding] { findings.filter { $0.severity == .error } }

    /// Whether it can go live.
    var isSound: Bool { script != nil && errors.isEmpty }

    /// The script, for commands that can do nothing without one: its errors are told first.
    func readScript() throws -> Script {
        if let script { return script }
        errors.forEach { Terminal.complain($0.line(in: .ofThisTerminal)) }
        throw CannotRun(
            fr: "les dialogues ne se lisent pas ; corrigez d'abord ces erreurs", en: "the dialogs can't be read; mend these errors first")
    }

    init(files: [String: [UInt8]], as settings: ScriptSettings, channels: [Channel]) {
        let (folder, faults) = FolderText.decoding(files)
        let reading = read(folder, start: settings.start, languages: settings.languages)
        var found = faults + reading.findings
        proved = reading.script.map { Examination(of: $0, on: channels) }
        found += proved?.findings ?? []
        script = reading.script
        slots = reading.slots
        findings = Set(found).sorted { ($0.place, $0.kind) < ($1.place, $1.kind) }
    }
}

/// What the configuration decides about reading a folder.
struct ScriptSettings {
    var start: String
    var languages: [Language]
}

extension Configuration {
    var scriptSettings: ScriptSettings { ScriptSettings(start: dialogs.start, languages: languages) }
}
