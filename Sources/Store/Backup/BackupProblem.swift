package import Dialogs

/// Why there is no backup, or none that could be restored, told to the person who runs it.
package enum BackupProblem: Error, Equatable, Sendable {
    case cannotWrite(path: String, why: String)
    /// Something else lies there that a backup must not take the place of.
    case notOurs(path: String)
    case noRoom
    case failed(sqlite: Int)
    /// The service was stopped before it was whole.
    case stopped
    case damaged(path: String, why: String)
    case notThere(path: String)
    /// The file is the database itself, or a copy of its files while a service wrote to them.
    case live(path: String)
    case keyMissing(path: String)
    case keyDoesNotFit(path: String)
    case newerProgram(migration: String)

    package var words: Bilingual {
        switch self {
        case .cannotWrite(let path, let why):
            Bilingual(
                fr: "\(path) ne peut pas être écrit : \(why) ; indiquez un dossier où le service peut écrire",
                en: "\(path) can't be written: \(why); name a folder that the service may write to")
        case .notOurs(let path):
            Bilingual(
                fr: "\(path) existe et n'est pas une sauvegarde de cette base ; indiquez un autre fichier, ou ajoutez --force",
                en: "\(path) is there and is no backup of this database; name another file, or add --force")
        case .noRoom:
            Bilingual(fr: "il n'y a plus de place sur le disque ; rien n'a été remplacé", en: "the disk is full; nothing was replaced")
        case .failed(let code):
            Bilingual(
                fr: "la copie a échoué (SQLite \(code)) ; rien n'a été remplacé",
                en: "the copy failed (SQLite \(code)); nothing was replaced")
        case .stopped:
            Bilingual(
                fr: "le service s'est arrêté avant la fin de la copie ; rien n'a été remplacé",
                en: "the service was stopped before the copy was whole; nothing was replaced")
        case .damaged(let path, let why):
            Bilingual(
                fr: "\(path) est abîmé (\(why)) ; rien n'a été remplacé, essayez une autre sauvegarde",
                en: "\(path) is damaged (\(why)); nothing was replaced, try another backup")
        case .notThere(let path):
            Bilingual(fr: "il n'y a pas de fichier \(path)", en: "there is no file \(path)")
        case .live(let path):
            Bilingual(
                fr:
                    "\(path) est la base elle-même, ou une copie prise pendant qu'un service y écrivait ; indiquez un fichier de « passerelle backup »",
                en: "\(path) is the database itself, or a copy of one that a service was writing to; name a file of `passerelle backup`")
        case .keyMissing(let path):
            Bilingual(
                fr: "la clé \(path) manque ; remettez d'abord celle qui a été gardée à part : sans elle la sauvegarde ne peut pas être lue",
                en: "the key \(path) is missing; first put back the one that was kept apart: without it the backup can't be read")
        case .keyDoesNotFit(let path):
            Bilingual(
                fr: "la clé \(path) n'est pas celle de cette sauvegarde ; remettez celle qui a été gardée avec elle",
                en: "the key \(path) is not this backup's; put back the one that was kept for it")
        case .newerProgram(let migration):
            Bilingual(
                fr: "la sauvegarde vient d'un passerelle plus récent (\(migration)) ; mettez le programme à jour",
                en: "the backup comes from a newer passerelle (\(migration)); update the program")
        }
    }
}
