import Store

extension Spoken {
    var sendingIsPaused: String {
        say(
            fr:
                "l'envoi est en pause : rien de ce que nous commençons ne part ; qui nous écrit reçoit sa réponse (passerelle sending resume)",
            en: "sending is paused: nothing that we begin leaves; who writes to us is answered (passerelle sending resume)")
    }

    /// What waits, due or not, class by class.
    func line(waiting: [MessageClass: Int]) -> String {
        let counted = MessageClass.allCases.filter { waiting[$0, default: 0] > 0 }.map { "\(name(of: $0)) \(waiting[$0, default: 0])" }
        guard !counted.isEmpty else { return say(fr: "rien n'attend", en: "nothing waits") }
        return say(fr: "en attente : ", en: "waiting: ") + counted.joined(separator: ", ")
    }

    private func name(of rank: MessageClass) -> String {
        switch rank {
        case .answer: say(fr: "réponses", en: "answers")
        case .confirmation: say(fr: "confirmations", en: "confirmations")
        case .followUp: say(fr: "relances", en: "follow-ups")
        case .reminder: say(fr: "rappels prévus", en: "reminders")
        case .campaign: say(fr: "messages de campagne", en: "campaign messages")
        }
    }

    /// Why a message does not leave.
    func words(for reason: EndReason) -> String {
        switch reason {
        case .stopped: say(fr: "STOP", en: "STOP")
        case .cancelled: say(fr: "annulé", en: "cancelled")
        case .numberMoved: say(fr: "le numéro est à quelqu'un d'autre", en: "the number is somebody else's")
        case .numberInDoubt: say(fr: "le numéro est peut-être à quelqu'un d'autre", en: "the number may be somebody else's")
        case .expired: say(fr: "trop tard", en: "too late")
        case .closed: say(fr: "inscription terminée", en: "sign-up closed")
        case .gone: say(fr: "les dialogues n'ont plus ces mots", en: "the dialogs have no such words any more")
        case .noRoute: say(fr: "aucun canal n'atteint ce numéro", en: "no channel reaches the number")
        case .blocked: say(fr: "bloqué par la passerelle", en: "blocked by the gateway")
        case .capped: say(fr: "la personne a reçu assez de messages", en: "the person has had enough messages")
        case .notTaken: say(fr: "aucune passerelle ne l'a pris", en: "no gateway took it")
        case .campaignStopped: say(fr: "campagne arrêtée", en: "campaign stopped")
        case .restored: say(fr: "peut-être parti avant la restauration", en: "may have left before the restore")
        }
    }
}
