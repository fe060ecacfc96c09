import Conversations
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

    func turnTaker(over store: Store, _ scripts: ScriptShelf, chance: Chance, _ witness: Witness) -> TurnTaker {
        TurnTaker(store: store, scripts: scripts, settings: turnSettings, chance: chance) { session, input, script, surroundings, chance in
            let turn = step(session, input, in: script, surroundings, chance: &chance)
            witness.note(turn)
            return turn
        }
    }
}
