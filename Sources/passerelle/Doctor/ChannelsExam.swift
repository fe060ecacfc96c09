import Dialogs
import Gateways

/// Whether each channel has what its gateway needs, and proves who is calling.
struct ChannelsExam {
    let configuration: Configuration

    func symptoms() -> [Symptom] {
        if configuration.channels.isEmpty {
            return [
                Symptom(
                    .error, "channels", fr: "aucun canal : personne ne peut appeler ; ajoutez-en un sous « channels »",
                    en: "no channel: nobody can call; add one under `channels`")
            ]
        }
        return configuration.channels.flatMap(symptoms)
    }

    private func symptoms(of channel: ChannelConfiguration) -> [Symptom] {
        let subject = "channels.\(channel.name)"
        var symptoms: [Symptom] = []
        if channel.code == nil, channel.sender == nil || channel.gateway.carries != .sms {
            symptoms.append(
                Symptom(
                    .warning, subject, fr: "« code » manque : les dialogues ne peuvent pas dire quoi composer",
                    en: "`code` is missing: the dialogs can't say what to dial"))
        }
        if channel.cost.isEmpty, !channel.isForTests {
            symptoms.append(
                Symptom(
                    .warning, subject, fr: "« cost » manque : {{cost}} reste vide dans ce que les gens lisent",
                    en: "`cost` is missing: {{cost}} stays empty in what people read"))
        }
        if channel.shape?.comesInAddresses == true {
            symptoms.append(
                Symptom(
                    .warning, subject,
                    fr:
                        "numéros et réponses arrivent dans l'adresse : rien devant Passerelle ne doit la noter (Config/nginx.conf ne la note pas)",
                    en: "numbers and answers come in the address: nothing in front of Passerelle may log it (Config/nginx.conf does not)"))
        }
        if channel.gateway.signature?.coversAddress == true, !channel.signatureKeys.isEmpty, configuration.publicAddress == nil {
            symptoms.append(
                Symptom(
                    .warning, subject,
                    fr:
                        "« public-address » manque : \(channel.gateway.name) signe l'adresse qu'il appelle, et sa signature ne peut être vérifiée que si nous la connaissons",
                    en:
                        "`public-address` is missing: \(channel.gateway.name) signs the address that it calls, and its signature can be checked only where we know it"
                ))
        }
        if channel.secrets.isEmpty, channel.networks.isEmpty, channel.signatureKeys.isEmpty, !channel.isForTests {
            symptoms.append(
                configuration.publicAddress == nil
                    ? Symptom(
                        .warning, subject, fr: "sans « secret » ni « networks », il ne répond qu'à cette machine",
                        en: "without `secret` or `networks` it answers this machine only")
                    : Symptom(
                        .error, subject,
                        fr:
                            "sans « secret » ni « networks », il ne répond à personne depuis que « public-address » est donné ; ajoutez un secret",
                        en: "without `secret` or `networks` it answers nobody since `public-address` is set; add a secret"))
        }
        symptoms += SendingHalfExam(configuration: configuration, channel: channel).symptoms()
        if symptoms.isEmpty { symptoms = [Symptom(.well, subject, fr: channel.gateway.name, en: channel.gateway.name)] }
        return symptoms + (channel.gateway.name == "kannel" ? [kannelsOwn(subject)] : [])
    }

    /// What is set in Kannel cannot be seen from here, and its defaults talk to people behind our back.
    private func kannelsOwn(_ subject: String) -> Symptom {
        let lines = """
            omit-empty = true, reply-couldnotfetch, reply-couldnotrepresent, reply-requestfailed, reply-emptymessage = "", http-request-retry, \
            max-messages, catch-all = true, store-type = spool, dlr-storage = spool, post-url … ?id=%I, send-sender = true, \
            accept-x-kannel-headers = true; sendsms-user: max-messages, concatenation; smsbox: sendsms-interface
            """
        return Symptom(
            .well, subject, fr: "vérifiez dans kannel.conf, sans access-log ni smsbox-id : \(lines) (voir Config/kannel.conf)",
            en: "look in kannel.conf, without access-log or smsbox-id, for: \(lines) (see Config/kannel.conf)")
    }
}
