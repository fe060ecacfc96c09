import DialogFiles
import Dialogs
import Foundation
import Texting

/// All that a played conversation takes from the configuration.
struct Stage: Sendable {
    /// What a folder of dialogs comes to.
    struct Scene: Sendable {
        /// The files of the version, name to text.
        var files: [String: String]
        var script: Script
    }

    var scene: Scene
    var settings: ScriptSettings
    var country: Country
    var timeZone: TimeZone
    var resumeWithin: Duration
    var ussd: Channel
    var sms: Channel

    func channel(_ kind: ChannelKind) -> Channel {
        switch kind {
        case .ussd: ussd
        case .sms: sms
        }
    }
}

extension Stage.Scene {
    /// Reads a folder; its errors are told one a line.
    init(folder: String, _ settings: ScriptSettings) throws {
        let (text, faults) = FolderText.decoding(try DialogsOnDisk(folder: folder).files())
        let reading = read(text, start: settings.start, languages: settings.languages)
        let errors = (faults + reading.findings).filter { $0.severity == .error }
        guard errors.isEmpty, let script = reading.script else {
            let lines = errors.map { $0.line(in: .ofThisTerminal) }
            throw CannotRun(
                fr: (["les dialogues ne se lisent pas ; corrigez d'abord :"] + lines).joined(separator: "\n"),
                en: (["the dialogs can't be read; mend this first:"] + lines).joined(separator: "\n"))
        }
        self.init(files: text.files, script: script)
    }
}
