import Foundation

/// Whether the configuration can be read by others than it should, and whether there is room to write.
struct ConfigurationExam {
    let configuration: Configuration

    /// Bytes below which the disk counts as nearly full.
    private static let scarce = 500 * 1024 * 1024
    /// Bytes below which nothing can be relied on to be stored: SQLite's log grows by some 4 MB between two checkpoints.
    private static let exhausted = 8 * 1024 * 1024

    func symptoms() -> [Symptom] {
        var symptoms: [Symptom] = []
        if let file = configuration.file {
            if hasSecret(file), Self.isOpenToOthers(file) {
                symptoms.append(
                    Symptom(
                        .warning, "configuration", fr: "\(file) contient un secret et d'autres peuvent le lire : chmod 600 \(file)",
                        en: "\(file) holds a secret and others can read it: chmod 600 \(file)"))
            } else {
                symptoms.append(Symptom(.well, "configuration", fr: "\(file) se lit", en: "\(file) can be read"))
            }
        }
        return symptoms + openSecrets() + [disk()]
    }

    private func openSecrets() -> [Symptom] {
        configuration.secretFiles.filter(Self.isOpenToOthers).sorted().map { file in
            Symptom(
                .warning, "configuration", fr: "d'autres peuvent lire \(file) : chmod 600 \(file)",
                en: "others can read \(file): chmod 600 \(file)")
        }
    }

    /// Comments are passed over, for the shipped file explains secrets without having one.
    private func hasSecret(_ file: String) -> Bool {
        let text = (try? String(contentsOfFile: file, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").contains { line in
            let line = line.drop(while: \.isWhitespace)
            guard !line.hasPrefix("#") else { return false }
            return ["password:", "api-key:", "secret:", "token:"].contains { line.contains($0) }
        }
    }

    static func isOpenToOthers(_ file: String) -> Bool {
        let mode = (try? FileManager.default.attributesOfItem(atPath: file))?[.posixPermissions] as? NSNumber
        return (mode?.intValue ?? 0) & 0o077 != 0
    }

    private func disk() -> Symptom {
        let folder = URL(filePath: configuration.database).deletingLastPathComponent().path
        let facts = try? FileManager.default.attributesOfFileSystem(forPath: folder)
        guard let free = (facts?[.systemFreeSize] as? NSNumber)?.intValue else {
            return Symptom(
                .error, "disk", fr: "le dossier \(folder) n'est pas accessible ; créez-le ou changez « database »",
                en: "the folder \(folder) can't be reached; make it or change `database`")
        }
        guard access(folder, W_OK) == 0 else {
            return Symptom(
                .error, "disk", fr: "rien ne peut être écrit dans \(folder) ; vérifiez ses droits, ou changez « database »",
                en: "nothing can be written in \(folder); check its rights, or change `database`")
        }
        let megabytes = free / (1024 * 1024)
        guard free >= Self.exhausted else {
            return Symptom(
                .error, "disk", fr: "le disque est plein (\(megabytes) Mo restent) : faites de la place",
                en: "the disk is full (\(megabytes) MB are left): make room")
        }
        return free < Self.scarce
            ? Symptom(
                .warning, "disk", fr: "il reste \(megabytes) Mo : faites de la place avant que rien ne puisse plus être enregistré",
                en: "\(megabytes) MB are left: make room before nothing can be stored any more")
            : Symptom(.well, "disk", fr: "il reste \(megabytes) Mo", en: "\(megabytes) MB are left")
    }
}
