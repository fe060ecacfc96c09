import Conversations
import Delivery
import Dialogs
import Store

extension Stage {
    var turnSettings: TurnTaker.Settings {
        TurnTaker.Settings(
            country: country, timeZone: timeZone, words: scene.script.words, language: settings.languages.first ?? scene.script.source,
            resumeWithin: resumeWithin,
            // A played person takes a moment for each message, in no real time.
            limits: TurnLimits(aMinute: .max, anHour: .max))
    }

    var emptyShelf: ScriptShelf {
        let settings = settings
        return ScriptShelf { files in try settings.compile(files) }
    }

    /// Straight to the phone, at any hour and as often as it comes: whoever plays a conversation waits for nobody's night.
    private var deliverySettings: DeliverySettings {
        let channel = OutgoingChannel(settings: settings(.sms), way: .screen, budget: .init(rate: .max))
        return DeliverySettings(
            channels: [channel], routes: Routes(rules: [Routes.Rule(via: channel.name)]), country: country, timeZone: timeZone,
            quiet: nil, cap: nil)
    }

    func settings(_ kind: ChannelKind) -> ChannelSettings {
        ChannelSettings(gateway: "test", facts: channel(kind), isTest: false)
    }

    func dispatcher(over store: Store, _ scripts: ScriptShelf, _ time: PretendTime) -> Dispatcher {
        Dispatcher(
            store: store, scripts: scripts, settings: deliverySettings,
            call: { _ in .notTaken(why: "no gateway plays a conversation") }, clock: { time.now })
    }

    func turnTaker(over store: Store, _ scripts: ScriptShelf, chance: Chance, _ witness: Witness) -> TurnTaker {
        TurnTaker(store: store, scripts: scripts, settings: turnSettings, chance: chance) { session, input, script, surroundings, chance in
            let turn = step(session, input, in: script, surroundings, chance: &chance)
            witness.note(turn)
            return turn
        }
    }
}
