import Foundation

/// The README's page from a bare server to a service, as one script that is run in a folder instead of on a machine.
///
/// Every line is run. What belongs to root and to the machine is played: `systemctl` starts and stops what the unit files say, `sudo` runs the
/// command, and packages, users, certificates and nginx are taken for granted. The rest (install, cp, sed, chmod, ln, openssl and the program) is the
/// real thing, with `/etc`, `/usr/local` and `/var/lib` inside of the folder.
struct ServerPage {
    static let heading = "## Run it for real"

    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    let folder: URL
    let port: UInt16

    /// Makes the machine ready as a bare one is.
    init(in folder: URL, port: UInt16) throws {
        (self.folder, self.port) = (folder, port)
        let files = FileManager.default
        let folders = [
            "etc/systemd/system", "etc/nginx/sites-available", "etc/nginx/sites-enabled", "usr/local/bin", "var/lib/passerelle", "stubs",
            "run",
        ]
        for name in folders { try files.createDirectory(at: folder.appending(path: name), withIntermediateDirectories: true) }
        for name in ["Config", "Dialogs"] {
            try files.copyItem(at: Self.root.appending(path: name), to: folder.appending(path: name))
        }
        for (name, script) in stubs { try stub(name, script) }
    }

    private func stub(_ name: String, _ script: String) throws {
        let file = folder.appending(path: "stubs/\(name)")
        try Data("#!/bin/bash\n\(script)\n".utf8).write(to: file)
        try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    }

    /// `systemctl` reads the unit file that was installed: a line that it does not know is an error.
    private var stubs: [String: String] {
        [
            "apt-get": "", "adduser": "", "certbot": "", "nginx": "", "scp": "", "chown": "test -e \"$2\"",
            "sudo": "test \"$1 $2\" = '-u passerelle' && shift 2 && exec \"$@\"",
            // Root is the only one who installs for others; here everybody is.
            "install":
                "args=(); while [ $# -gt 0 ]; do case $1 in -o|-g) shift;; *) args+=(\"$1\");; esac; shift; done; exec /usr/bin/install \"${args[@]}\"",
            "swift": "cp \"$PROGRAM\" \"$R/passerelle\"",
            "editor":
                "sed -i 's|^# public-address: .*|public-address: https://passerelle.example|; s|gateway: africas-talking-ussd, |&secret-file: ../ussd.secret, |' \"$1\" && grep -q '^public-address' \"$1\" && grep -q 'secret-file: ../ussd.secret, code' \"$1\"",
            "systemctl": """
            set -e
            words() { sed -n "s|^$1=||p" "$R/etc/systemd/system/$2.service" | sed "s|/usr/local/bin|$R/usr/local/bin|g; s|/etc/passerelle|$R/etc/passerelle|g; s|/var/lib|$R/var/lib|g; s|%%|%|g"; }
            stop() {
                kill -TERM "$(cat "$R/run/pid")"
                while kill -0 "$(cat "$R/run/pid")" 2>/dev/null; do sleep 0.05; done
            }
            start() {
                (
                    # What this shell was handed would else stay open as long as the service runs, and the shell with it.
                    for open in $(ls /proc/$BASHPID/fd); do [ "$open" -le 2 ] || eval "exec $open>&-"; done
                    exec sh -c "exec $(words ExecStart passerelle)"
                ) >> "$R/run/log" 2>&1 &
                echo $! > "$R/run/pid"
                for look in $(seq 400); do
                    curl -sf "http://127.0.0.1:$PASSERELLE_LISTEN_PORT/health/ready" > /dev/null && return
                    kill -0 "$(cat "$R/run/pid")"
                    sleep 0.05
                done
                exit 1
            }
            case "$*" in
                daemon-reload|"reload nginx") ;;
                "enable --now passerelle passerelle-backup.timer") test -e "$R/etc/systemd/system/passerelle-backup.timer"; start ;;
                "start passerelle") start ;;
                "stop passerelle") stop ;;
                "restart passerelle") stop; start ;;
                "start passerelle-backup") sh -c "$(words ExecStartPre passerelle-backup)"; sh -c "$(words ExecStart passerelle-backup)" ;;
                *) echo "what is: systemctl $*" >&2; exit 1 ;;
            esac
            """,
        ]
    }

    /// The commands of a block, in their order.
    static func blocks() throws -> [[String]] {
        let text = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
        let page = text.components(separatedBy: "\n\(heading)\n").last?.components(separatedBy: "\n## ").first ?? ""
        return page.components(separatedBy: "```sh\n").dropFirst().map { block in
            let lines = block.components(separatedBy: "\n```")[0].split(separator: "\n")
            return lines.map { line in
                (line.firstRange(of: "  #").map { line[..<$0.lowerBound] } ?? line).trimmingCharacters(in: .whitespaces)
            }
        }
    }

    /// Runs some of them as one script, which ends at the first that fails.
    func run(_ commands: [String]) async throws -> Finished {
        let here = commands.map { command in
            command.replacing(/(^|[ |>'])\/(etc|usr\/local|var\/lib)\//) { "\($0.1)$R/\($0.2)/" }
                .replacing(/'([^']*\$R[^']*)'/) { "\"\($0.1)\"" }
        }
        let environment = [
            "R": folder.path, "PROGRAM": try Binary.url().path, "PASSERELLE_LISTEN_PORT": "\(port)",
            "PATH": "\(folder.path)/stubs:\(folder.path)/usr/local/bin:/usr/bin:/bin",
        ]
        return try await Running(
            ["-euxc", here.joined(separator: "\n")], of: URL(filePath: "/bin/bash"), in: folder, environment: environment
        ).finished(within: .seconds(60))
    }

    /// Whatever still runs.
    func end() {
        guard let pid = try? String(contentsOf: folder.appending(path: "run/pid"), encoding: .utf8) else { return }
        if let process = Int32(pid.trimmingCharacters(in: .whitespacesAndNewlines)) { kill(process, SIGKILL) }
    }
}
