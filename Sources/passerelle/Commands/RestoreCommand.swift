import ArgumentParser
import Dialogs
import Foundation
import Store

/// `passerelle restore FILE`
struct RestoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Puts a backup in the place of the database; no service may be running.",
        discussion: """
            The file is looked through first, and what it replaces is kept beside it. Who was erased since is erased again, who has said STOP
            since is written nothing, and what may have left since does not leave twice.
            Example: passerelle restore /var/lib/passerelle/backups/monday.sqlite
            """)

    @Argument(help: "A file that `passerelle backup` made.")
    var file: String

    @OptionGroup var config: ConfigurationOption

    func run() async throws {
        let configuration = try config.read()
        do {
            let lock = try DatabaseLock(ofDatabaseAt: configuration.database)
            let path = URL(filePath: file).standardized.path
            // Of a large one every page is read, which takes its time.
            Terminal.say(Bilingual(fr: "la sauvegarde est relue", en: "the backup is looked through"))
            let restored = try Restoring(path, over: configuration.database, at: configuration.clock()).run()
            withExtendedLifetime(lock) {}
            for line in Spoken.here.lines(of: restored) { Terminal.complain(line) }
            Terminal.say(BackupCommand.keyIsApart(configuration))
        } catch StoreProblem.inUse {
            throw CannotRun(
                fr: "un service utilise la base de données ; arrêtez-le d'abord (systemctl stop passerelle), rien n'a été changé",
                en: "a service is using the database; stop it first (systemctl stop passerelle), nothing was changed")
        } catch let problem as StoreProblem {
            throw CannotRun(problem.words.words)
        } catch let problem as BackupProblem {
            throw CannotRun(problem.words.words)
        }
    }
}

extension Spoken {
    func lines(of restored: Restored) -> [String] {
        let shown = restored.shows.map { $0.text } ?? say(fr: "moment inconnu", en: "an unknown moment")
        var lines = [
            say(
                fr: "restauré, dans l'état de : \(shown) ; personnes : \(restored.contacts), inscriptions : \(restored.signUps)",
                en: "restored, as of \(shown); people: \(restored.contacts), sign-ups: \(restored.signUps)"),
            say(
                fr: "effacés à nouveau, car ils l'avaient demandé depuis : \(restored.erasedAgain)",
                en: "erased again, since they had asked for it meanwhile: \(restored.erasedAgain)"),
            say(fr: "STOP reçus depuis et gardés : \(restored.stopsKept)", en: "STOPs given since and kept: \(restored.stopsKept)"),
            say(
                fr:
                    "messages partis depuis : \(restored.messagesSettled) ; peut-être partis, terminés sans envoi : \(restored.messagesEnded) ; en attente : \(restored.messagesWaiting)",
                en:
                    "messages that left since: \(restored.messagesSettled); that may have left, ended without being sent: \(restored.messagesEnded); waiting: \(restored.messagesWaiting)"
            ),
        ]
        if let unknown = line(of: restored.knowledge) { lines.append(unknown) }
        if restored.knowledge != .whole, !restored.hasErasureLog {
            lines.append(
                say(
                    fr:
                        "il n'y a pas de erased.log à côté de la base : qui a été effacé depuis la sauvegarde est revenu ; remettez ce fichier et restaurez à nouveau, ou effacez-les (passerelle person erase)",
                    en:
                        "there is no erased.log beside the database: whoever was erased since the backup is back; put that file there and restore again, or erase them (passerelle person erase)"
                ))
        }
        if restored.isSendingPaused { lines.append(sendingIsPaused) }
        if let kept = restored.kept {
            lines.append(
                say(
                    fr:
                        "la base remplacée est gardée : \(kept) ; supprimez-la quand elle ne sert plus, elle contient des données personnelles",
                    en: "the database that was replaced is kept: \(kept); delete it once it is of no use, it holds personal data"))
        }
        return lines
    }

    private func line(of knowledge: Restored.Knowledge) -> String? {
        switch knowledge {
        case .whole: nil
        case .none:
            say(
                fr:
                    "aucune base de cette installation n'a été remplacée : qui a dit STOP depuis la sauvegarde n'est pas connu, donc rien ne part",
                en: "no database of this installation was replaced: who has said STOP since the backup is not known, so nothing leaves")
        case .damaged:
            say(
                fr: "la base remplacée est abîmée : qui a dit STOP depuis la sauvegarde n'est pas sûr, donc rien ne part",
                en: "the database that was replaced is damaged: who has said STOP since the backup is not certain, so nothing leaves")
        }
    }
}
