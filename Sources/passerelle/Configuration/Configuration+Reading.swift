import Dialogs
import Foundation
import Store
import Texting

extension Configuration {
    static let usualFile = "Config/passerelle.yaml"

    /// Reads a configuration file and the environment; every problem is told at once.
    init(file: String, environment: [String: String]) throws {
        let text: String
        do {
            text = try String(contentsOfFile: file, encoding: .utf8)
        } catch {
            throw ConfigurationProblem(
                at: nil, fr: "le fichier de configuration « \(file) » ne se lit pas ; indiquez-le par --config FICHIER",
                en: "the configuration file “\(file)” can't be read; name it by --config FILE")
        }
        let folder = URL(filePath: file).deletingLastPathComponent().path
        try self.init(text: text, file: file, folder: folder, environment: environment)
    }

    package init(text: String, file: String, folder: String, environment: [String: String]) throws {
        self.init(folder: folder)
        self.file = file
        let (tree, strays) = Overrides(environment).applied(to: try Setting(parsing: text, file: file), file: file)
        for stray in strays {
            Terminal.say(
                Bilingual(
                    fr: "la variable \(stray) ne correspond à aucun réglage : elle est ignorée",
                    en: "the variable \(stray) matches no setting: it is ignored"))
        }
        var problems: [ConfigurationProblem] = []
        var top = SettingReader(tree, path: "", file: file)
        readPlaces(&top, folder: folder, file: file, &problems)
        readChannels(top.take("channels"), folder: folder, file: file, &problems)
        readWays(&top, file: file, &problems)
        readLimits(&top, file: file, &problems)
        readWatch(&top, file: file, &problems)
        problems += top.finished()
        if !problems.isEmpty { throw ConfigurationProblems(problems: problems.sorted { $0.order < $1.order }) }
    }

    private mutating func readPlaces(
        _ top: inout SettingReader, folder: String, file: String, _ problems: inout [ConfigurationProblem]
    ) {
        var listening = SettingReader(top.take("listen"), path: "listen", file: file)
        listen.host = listening.text("host") ?? listen.host
        listen.port = listening.number("port", in: 0...65_535) ?? listen.port
        problems += listening.finished()

        publicAddress = top.text("public-address")
        if let path = top.text("database") { database = Self.path(path, from: folder) }
        token = top.text("token") ?? top.text("token-file").flatMap { secret(inFile: $0, from: folder, &problems) }

        var dialog = SettingReader(top.take("dialogs"), path: "dialogs", file: file)
        if let path = dialog.text("folder") { dialogs.folder = Self.path(path, from: folder) }
        dialogs.start = dialog.text("start") ?? dialogs.start
        dialogs.watch = dialog.flag("watch") ?? dialogs.watch
        problems += dialog.finished()

        if let codes = top.texts("languages"), !codes.isEmpty { languages = codes.map { Language($0) } }
        for language in languages where language.rawValue.wholeMatch(of: /[a-z]{2,3}([-_][A-Za-z0-9]+)*/) == nil {
            problems.append(
                ConfigurationProblem(
                    at: nil, fr: "« languages » veut des codes de langue, comme fr, en ; « \(language.rawValue) » n'en est pas un",
                    en: "“languages” takes codes of languages, such as fr, en; “\(language.rawValue)” is none"))
        }
        var place = SettingReader(top.take("country"), path: "country", file: file)
        if let code = place.text("calling-code") {
            country = Country(callingCode: code.trimmingCharacters(in: CharacterSet(charactersIn: "+ ")))
            if country.callingCode.wholeMatch(of: /[1-9][0-9]{0,2}/) == nil {
                problems.append(
                    ConfigurationProblem(
                        at: nil, fr: "« country.calling-code » veut un indicatif de pays, comme 237",
                        en: "“country.calling-code” takes a country's calling code, such as 237"))
            }
        }
        if let name = place.text("time-zone") {
            if let zone = TimeZone(identifier: name) {
                timeZone = zone
            } else {
                problems.append(
                    ConfigurationProblem(
                        at: nil, fr: "le fuseau horaire « \(name) » n'existe pas ; par exemple Africa/Douala",
                        en: "there is no time zone “\(name)”; for example Africa/Douala"))
            }
        }
        problems += place.finished()
    }

    private mutating func readLimits(_ top: inout SettingReader, file: String, _ problems: inout [ConfigurationProblem]) {
        var hours = SettingReader(top.take("quiet"), path: "quiet", file: file)
        quiet.from = hours.timeOfDay("from") ?? quiet.from
        quiet.to = hours.timeOfDay("to") ?? quiet.to
        problems += hours.finished()

        var limit = SettingReader(top.take("limits"), path: "limits", file: file)
        limits.turns.aMinute = limit.number("turns-a-minute", in: 1...100_000) ?? limits.turns.aMinute
        limits.turns.anHour = limit.number("turns-an-hour", in: 1...1_000_000) ?? limits.turns.anHour
        limits.messagesAMonth = limit.number("messages-a-month", in: 0...1000) ?? limits.messagesAMonth
        limits.messagesADay = limit.number("messages-a-day", in: 0...100) ?? limits.messagesADay
        problems += limit.finished()

        var kept = SettingReader(top.take("keep"), path: "keep", file: file)
        keep.unfinished = kept.duration("unfinished") ?? keep.unfinished
        keep.recordings = kept.duration("recordings") ?? keep.recordings
        keep.signUps = kept.duration("sign-ups") ?? keep.signUps
        problems += kept.finished()

        var resuming = SettingReader(top.take("resume"), path: "resume", file: file)
        resumeWithin = resuming.duration("within") ?? resumeWithin
        problems += resuming.finished()

        var asking = SettingReader(top.take("same-number"), path: "same-number", file: file)
        sameNumberAfter = asking.duration("after") ?? sameNumberAfter
        problems += asking.finished()

        var logging = SettingReader(top.take("log"), path: "log", file: file)
        log.format = logging.choice("format") ?? log.format
        log.level = logging.choice("level") ?? log.level
        problems += logging.finished()
    }

    static func path(_ path: String, from folder: String) -> String {
        (path.hasPrefix("/") ? URL(filePath: path) : URL(filePath: folder).appending(path: path)).standardized.path
    }

    /// The first line of the file that holds a secret.
    mutating func secret(inFile path: String, from folder: String, _ problems: inout [ConfigurationProblem]) -> String? {
        let full = Self.path(path, from: folder)
        secretFiles.insert(full)
        guard let text = try? String(contentsOfFile: full, encoding: .utf8), let line = text.split(whereSeparator: \.isNewline).first else {
            problems.append(
                ConfigurationProblem(
                    at: nil, fr: "le fichier de secret « \(full) » ne se lit pas ou est vide",
                    en: "the secret's file “\(full)” can't be read or is empty"))
            return nil
        }
        return String(line)
    }
}
