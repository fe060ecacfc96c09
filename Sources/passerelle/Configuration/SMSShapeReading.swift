import Dialogs
import Gateways

/// Reads what an `http-sms` channel says of its gateway's requests and answers.
struct SMSShapeReading {
    let path: String
    let file: String
    /// The whole channel, for what its templates call by name.
    let channel: Setting
    var problems: [ConfigurationProblem] = []

    /// Every setting in it, by its place in the channel: each can be overridden by the environment.
    static let settings: [[String]] =
        ["from", "list", "number", "text", "id", "time", "network"].map { ["message", $0] }
        + ["type", "body", "nothing"].map { ["reply", $0] }
        + (["from", "list", "id", "ours", "status", "price"] + HTTPSMS.Fate.allCases.map(\.rawValue)).map { ["report", $0] }
        + ["method", "path", "type", "body"].map { ["send", $0] } + ["gsm", "unicode"].map { ["send", "encoding", $0] }
        + (["from", "status", "field", "id", "price"] + HTTPSMS.Verdict.allCases.map(\.rawValue)).map { ["send", "answer", $0] }

    init(path: String, file: String, channel: Setting) {
        self.path = path
        self.file = file
        self.channel = channel
    }

    /// nil where something is wrong, and `problems` says what.
    mutating func shape(_ reader: inout SettingReader) -> HTTPSMS.Shape? {
        let parts = (
            message: reader.take("message"), reply: reader.take("reply"), report: reader.take("report"), send: reader.take("send")
        )
        if parts.message == nil, parts.send == nil {
            problem(
                at: channel, fr: "« \(path) » veut « message » (ce qui arrive), « send » (ce qui part) ou les deux",
                en: "“\(path)” takes `message` (what comes in), `send` (what leaves) or both")
        }
        // Each tells its own problems, so all are read before any is missed.
        let message = parts.message.flatMap { self.message($0) }
        let reply = parts.reply.flatMap { self.reply($0) } ?? HTTPSMS.Reply()
        let report = parts.report.flatMap { self.report($0) }
        let sending = parts.send.flatMap { self.sending($0) }
        if let send = parts.send { holdTogether(sending, report, send: send, reported: parts.report) }
        if parts.send == nil, let url = channel["url"] {
            problem(
                at: url, fr: "« \(path).url » veut aussi « send », qui dit à quoi ressemble la requête",
                en: "“\(path).url” takes `send` as well, which says what the request looks like")
        }
        if case .asMessage = reply.words, parts.message != nil, parts.send == nil {
            problem(
                at: channel,
                fr: "« \(path).reply » veut « body » avec {{text}} : sans lui ni « send », aucune réponse n'atteint le téléphone",
                en: "“\(path).reply” takes `body` with {{text}}: without it or `send` no answer reaches the phone")
        }
        guard problems.isEmpty else { return nil }
        return HTTPSMS.Shape(message: message, reply: reply, report: report, sending: sending)
    }

    /// What the parts need of each other.
    private mutating func holdTogether(_ sending: HTTPSMS.Sending?, _ report: HTTPSMS.Report?, send: Setting, reported: Setting?) {
        if channel["url"] == nil {
            problem(
                at: send, fr: "il manque « \(path).url », l'adresse à laquelle on envoie",
                en: "“\(path).url” is missing, the address that is sent to")
        }
        guard let sending else { return }
        let isAddressGiven = sending.places.contains(.statusAddress)
        if isAddressGiven, reported == nil {
            problem(
                at: send,
                fr: "« \(path).send » donne {{status-address}}, et « \(path).report » ne dit pas à quoi ressemble ce qui y arrive",
                en: "“\(path).send” gives {{status-address}}, and “\(path).report” does not say what comes to it")
        }
        if let report, let reported, report.id == nil, report.ours == nil, !isAddressGiven {
            problem(
                at: reported,
                fr: "« \(path).report » veut « id », « ours », ou {{status-address}} dans « send » : de quel message parle-t-on ?",
                en: "“\(path).report” takes `id`, `ours`, or {{status-address}} in `send`: which message is it about?")
        }
        if let report, let reported, report.id != nil, report.ours == nil, !isAddressGiven, sending.answer.id == nil {
            problem(
                at: reported,
                fr: "« \(path).report.id » veut aussi « send.answer.id » : sans lui, cet identifiant n'est celui d'aucun message",
                en: "“\(path).report.id” takes `send.answer.id` as well: without it that id is of no message")
        }
    }

    private mutating func message(_ setting: Setting) -> HTTPSMS.Message? {
        var reader = SettingReader(setting, path: "\(path).message", file: file)
        reader.require(["from", "number", "text"], in: setting)
        let source: HTTPUSSD.Source? = reader.choice("from")
        let list = list(&reader, setting, source)
        let names = (number: reader.text("number"), text: reader.text("text"))
        let further = (id: reader.text("id"), time: reader.text("time"), network: reader.text("network"))
        guard let source, let number = names.number, let text = names.text else { return finish(reader, nil) }
        return finish(
            reader,
            HTTPSMS.Message(
                source: source, list: list, number: number, text: text, id: further.id, time: further.time, network: further.network))
    }

    private mutating func reply(_ setting: Setting) -> HTTPSMS.Reply? {
        var reader = SettingReader(setting, path: "\(path).reply", file: file)
        let type: HTTPUSSD.AnswerType = reader.choice("type") ?? .plain
        let nothing = reader.text("nothing") ?? ""
        guard let place = setting["body"], let text = reader.text("body") else {
            return finish(reader, HTTPSMS.Reply(type: type, nothing: nothing))
        }
        guard let body = template(text, of: type, at: place, in: "reply.body", &reader) else { return finish(reader, nil) }
        let known: [HTTPSMS.Place] = [.text, .to, .digits, .from, .id]
        for stray in body.places where !known.contains(stray) {
            problems.append(.unknownPlace(stray.rawValue, among: known.map(\.rawValue), in: "\(path).reply.body", at: place.place))
        }
        if !body.places.contains(.text) {
            reader.refuse(place, "body", fr: "{{text}} là où va la réponse", en: "{{text}} where the answer goes")
        }
        return finish(reader, HTTPSMS.Reply(type: type, words: .inAnswer(body), nothing: nothing))
    }

    private mutating func report(_ setting: Setting) -> HTTPSMS.Report? {
        var reader = SettingReader(setting, path: "\(path).report", file: file)
        reader.require(["from", "status", HTTPSMS.Fate.delivered.rawValue], in: setting)
        let source: HTTPUSSD.Source? = reader.choice("from")
        let list = list(&reader, setting, source)
        let ids = (theirs: reader.text("id"), ours: reader.text("ours"))
        let status = reader.text("status")
        let price = reader.text("price")
        let words = words(HTTPSMS.Fate.self, &reader, setting)
        guard let source, let status else { return finish(reader, nil) }
        return finish(
            reader, HTTPSMS.Report(source: source, list: list, id: ids.theirs, ours: ids.ours, status: status, words: words, price: price))
    }

    /// `list`, which only JSON has.
    private mutating func list(_ reader: inout SettingReader, _ setting: Setting, _ source: HTTPUSSD.Source?) -> String? {
        let list = reader.text("list")
        if let place = setting["list"], let source, source != .json {
            reader.refuse(place, "list", fr: "« from: json »", en: "`from: json`")
        }
        return list
    }

    /// The lists of words by what they say; a word in two of them says nothing.
    mutating func words<Meaning: RawRepresentable & CaseIterable & Hashable>(
        _ meanings: Meaning.Type, _ reader: inout SettingReader, _ setting: Setting
    ) -> [Meaning: [String]] where Meaning.RawValue == String {
        var lists: [Meaning: [String]] = [:]
        var seen: Set<String> = []
        for meaning in Meaning.allCases {
            guard let words = reader.texts(meaning.rawValue) else { continue }
            lists[meaning] = words
            for word in words where !seen.insert(word).inserted {
                reader.refuse(
                    setting[meaning.rawValue] ?? setting, meaning.rawValue, fr: "d'autres mots : « \(word) » est déjà ailleurs",
                    en: "other words: “\(word)” stands elsewhere already")
            }
        }
        return lists
    }

    mutating func problem(at setting: Setting, fr: String, en: String) {
        problems.append(ConfigurationProblem(at: setting.place, fr: fr, en: en))
    }

    mutating func finish<Part>(_ reader: SettingReader, _ part: Part?) -> Part? {
        problems += reader.finished()
        return part
    }
}
