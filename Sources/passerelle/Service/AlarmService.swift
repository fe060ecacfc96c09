import Delivery
import Dialogs
import Foundation
import ServiceLifecycle
import Texting

/// Tells staff of trouble with a channel, until the service stops.
struct AlarmService: Service {
    let alarms: Alarms
    /// What the dispatcher tells of the channels, in its order.
    let notices: AsyncStream<HeardNotice>

    func run() async {
        await cancelWhenGracefulShutdown {
            async let hearing: Void = hear()
            await alarms.run()
            await hearing
        }
    }

    private func hear() async {
        for await heard in notices { alarms.hear(heard.notice, on: heard.channel) }
    }
}

extension Alarm {
    /// As an SMS to staff; short enough for one part in GSM 03.38.
    var words: Bilingual {
        let code = word.isEmpty ? "" : " (\(word))"
        switch (state, cause) {
        case (.over, .silent):
            return Bilingual(fr: "Passerelle : le canal \(channel) reçoit à nouveau.", en: "Passerelle: channel \(channel) receives again.")
        case (.over, _):
            return Bilingual(
                fr: "Passerelle : le canal \(channel) fonctionne à nouveau.", en: "Passerelle: channel \(channel) works again.")
        case (.begun, .refuses):
            return Bilingual(
                fr: "Passerelle : l'opérateur du canal \(channel) nous refuse\(code). Vérifiez la clé et le compte.",
                en: "Passerelle: the gateway of channel \(channel) refuses us\(code). Check the key and the account.")
        case (.begun, .noMoney):
            return Bilingual(
                fr: "Passerelle : il n'y a plus d'argent sur le compte du canal \(channel)\(code).",
                en: "Passerelle: the account of channel \(channel) has no money left\(code).")
        case (.begun, .fails):
            return Bilingual(
                fr: "Passerelle : le canal \(channel) ne prend plus de messages\(code). Ils attendent.",
                en: "Passerelle: channel \(channel) takes no messages\(code). They wait.")
        case (.begun, .dayIsOver):
            return Bilingual(
                fr: "Passerelle : le budget du jour du canal \(channel) est épuisé. La suite part demain.",
                en: "Passerelle: today's budget of channel \(channel) is spent. The rest leaves tomorrow.")
        case (.begun, .spent):
            return Bilingual(
                fr: "Passerelle : \(word) du budget du jour du canal \(channel) est dépensé.",
                en: "Passerelle: \(word) of today's budget of channel \(channel) is spent.")
        case (.begun, .silent):
            return Bilingual(
                fr: "Passerelle : plus rien n'arrive par le canal \(channel).",
                en: "Passerelle: nothing comes in by channel \(channel) any more.")
        }
    }
}
