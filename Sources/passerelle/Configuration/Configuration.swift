import Conversations
import Delivery
import Dialogs
import Foundation
import Store
import Texting

/// `Config/passerelle.yaml`, read and completed by the environment. Each setting is explained there.
package struct Configuration {
    struct Listen {
        var host = "127.0.0.1"
        var port = 8080
    }

    struct DialogFolder {
        var folder: String
        var start = "accueil"
        var watch = true
    }

    /// How long what a person gave is kept.
    struct Keep {
        var unfinished = Duration.seconds(7 * 86_400)
        var recordings = Duration.seconds(90 * 86_400)
        var signUps: Duration?
    }

    struct Log {
        enum Format: String, CaseIterable {
            case text, json
        }

        enum Level: String, CaseIterable {
            case debug, info, notice, warning, error
        }

        var format = Format.text
        var level = Level.info
    }

    /// The file that was read; nil for the defaults.
    var file: String?
    var listen = Listen()
    var publicAddress: String?
    var database: String
    var dialogs: DialogFolder
    var languages: [Language] = ["fr", "en"]
    var country = Country(callingCode: "237")
    var timeZone = TimeZone(identifier: "Africa/Douala") ?? .gmt
    var channels: [ChannelConfiguration] = []
    var outgoing: [Routes.Rule] = []
    /// By network the beginnings of its numbers, calling code included.
    var prefixes: [String: [String]] = [:]
    var limits = Limits()
    var quiet = Quiet()
    var keep = Keep()
    /// How long after it was left a conversation is offered again.
    var resumeWithin = Surroundings.usualResume
    /// After how long a silence whoever holds the number is asked whether they are the same person.
    var sameNumberAfter = TurnTaker.Settings.usualDoubt
    var log = Log()
    /// Opens `/health/ready` and `/metrics` to others than this machine.
    var token: String?
    /// Where the secrets are that a `…-file` names.
    var secretFiles: Set<String> = []

    /// By how much the service lives later than it is, to try out what comes in days.
    var ahead = Duration.zero
    var alarm = Alarm()

    /// Who is told when a channel is in trouble; nobody where it is empty.
    struct Alarm: Equatable {
        /// What is run, by the shell.
        var command: String?
        /// A member of staff, who gets an SMS.
        var phone: PhoneNumber?
        /// After how long without a word a channel counts as silent; nil: never.
        var silentAfter: Duration?
    }

    struct Limits {
        var turns = TurnLimits.standard
        var messagesAMonth = 4
        var messagesADay = 1
    }

    /// When nothing that we begin is sent, in the person's time zone.
    struct Quiet: Equatable {
        var from = "21:00"
        var to = "08:00"
    }

    /// The defaults, with relative paths starting at `folder`.
    init(folder: String) {
        database = URL(filePath: folder).appending(path: "passerelle.sqlite").standardized.path
        dialogs = DialogFolder(folder: URL(filePath: folder).appending(path: "Dialogs").standardized.path)
    }
}
