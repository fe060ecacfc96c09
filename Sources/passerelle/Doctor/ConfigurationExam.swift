import Foundation

/// Whether the configuration can be read by others than it should.
struct ConfigurationExam {
    let configuration: Configuration

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
        return symptoms + openSecrets()
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
}
