package import Dialogs

/// Why the database can't be used, told to the person who runs it.
package enum StoreProblem: Error, Equatable, Sendable {
    /// Another process holds the lock.
    case inUse(path: String)
    case noDatabase(path: String)
    case notADatabase(path: String)
    case newerProgram(migration: String)
    /// It was opened to read only, so that nothing can be added to it.
    case olderProgram(path: String)
    case keyMissing(path: String)
    case keyUnreadable(path: String)
    case keyDoesNotFit(path: String)
    case unknownVersion(String)
    case cannotOpen(path: String, why: String)
    /// The disk is full or failing.
    case notDurable
    /// What is asked for can wait until there is room.
    case diskFull

    package var words: Bilingual {
        switch self {
        case .inUse(let path):
            Bilingual(
                fr: "un autre passerelle utilise la base de données (\(path)) ; arrêtez-le, ou laissez-le faire cette commande",
                en: "another passerelle is using the database (\(path)); stop it, or let it run this command")
        case .noDatabase(let path):
            Bilingual(
                fr: "il n'y a pas de base de données \(path) ; « passerelle serve » la crée",
                en: "there is no database \(path); `passerelle serve` makes it")
        case .notADatabase(let path):
            Bilingual(
                fr: "\(path) n'est pas une base de données ; indiquez un autre fichier à « database », ou restaurez une sauvegarde",
                en: "\(path) is no database; name another file at `database`, or restore a backup")
        case .newerProgram(let migration):
            Bilingual(
                fr: "la base de données vient d'un passerelle plus récent (\(migration)) ; mettez le programme à jour",
                en: "the database comes from a newer passerelle (\(migration)); update the program")
        case .olderProgram(let path):
            Bilingual(
                fr: "la base de données \(path) vient d'un passerelle plus ancien ; « passerelle serve » la met à jour",
                en: "the database \(path) comes from an older passerelle; `passerelle serve` brings it up to date")
        case .keyMissing(let path):
            Bilingual(
                fr: "la clé \(path) manque : sans elle les données ne peuvent pas être lues ; remettez celle de la sauvegarde",
                en: "the key \(path) is missing: without it the data cannot be read; put back the one that was saved")
        case .keyUnreadable(let path):
            Bilingual(
                fr: "la clé \(path) ne peut pas être lue ; vérifiez ses droits (0600) et remettez celle de la sauvegarde",
                en: "the key \(path) cannot be read; check its rights (0600) and put back the one that was saved")
        case .keyDoesNotFit(let path):
            Bilingual(
                fr: "la clé \(path) n'est pas celle de cette base de données ; remettez celle qui a été sauvegardée avec elle",
                en: "the key \(path) is not this database's; put back the one that was saved with it")
        case .unknownVersion(let version):
            Bilingual(
                fr: "il n'y a pas de version \(version) ; « passerelle versions » les montre",
                en: "there is no version \(version); `passerelle versions` lists them")
        case .cannotOpen(let path, let why):
            Bilingual(
                fr: "la base de données \(path) ne s'ouvre pas : \(why) ; vérifiez le dossier et ses droits",
                en: "the database \(path) does not open: \(why); check the folder and its rights")
        case .diskFull:
            Bilingual(
                fr:
                    "le disque est plein : seuls STOP et les effacements sont pris ; libérez de la place (vieux journaux, sauvegardes), le service reprend de lui-même",
                en:
                    "the disk is full: only STOP and erasures are taken; make room (old logs, backups), and the service goes on by itself")
        case .notDurable:
            Bilingual(
                fr: "rien n'a pu être écrit ; vérifiez la place sur le disque",
                en: "nothing could be written; check the space on the disk")
        }
    }
}
