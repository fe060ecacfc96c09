import Dialogs
import Foundation
import Gateways

/// What the service says when it is up: the addresses, and a line to copy that talks to it.
struct Greeting {
    let configuration: Configuration
    let port: Int

    private var address: String { "http://\(configuration.listen.host):\(port)" }

    var lines: [String] {
        var lines = [Bilingual(fr: "Passerelle écoute sur \(address)", en: "Passerelle listens on \(address)").words]
        for channel in configuration.channels {
            lines.append("  \(channel.gateway.name)  \(address)/channels/\(channel.name)/receive")
        }
        if configuration.phoneLine != nil, configuration.publicAddress == nil {
            lines.append(
                Bilingual(fr: "  Un téléphone à l'écran : \(address)/phone", en: "  A phone on the screen: \(address)/phone").words)
        }
        lines.append("  \(address)/health/ready")
        lines.append("  \(address)/metrics")
        if let line = curlLine {
            lines.append(
                Bilingual(
                    fr: "Pour commencer une conversation, copiez (puis ajoutez les réponses à text, jointes par * : text=2*1) :",
                    en: "To start a conversation, copy (then add the answers to text, joined by *: text=2*1):"
                ).words)
            lines.append("  \(line)")
        }
        let config = configuration.file.map { $0 == Configuration.usualFile ? "" : " --config \($0)" } ?? ""
        let program = CommandLine.arguments.first ?? "passerelle"
        lines.append(
            Bilingual(
                fr: "Un téléphone dans le terminal : \(program) chat\(config)", en: "A phone in the terminal: \(program) chat\(config)"
            ).words)
        return lines
    }

    /// For the first USSD channel of people that this machine may call without a proof.
    private var curlLine: String? {
        guard let channel = configuration.channels.first(where: { $0.gateway.name == "africas-talking-ussd" && $0.secrets.isEmpty }) else {
            return nil
        }
        let code = channel.code ?? "*123#"
        return "curl -d sessionId=essai-1 -d phoneNumber=%2B237670000001 -d networkCode=62401 --data-urlencode 'serviceCode=\(code)'"
            + " -d text= \(address)/channels/\(channel.name)/receive"
    }
}
