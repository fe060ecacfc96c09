import Dialogs

/// Reads file after file, and then what only the whole folder can tell.
struct FolderReader {
    static let wordsFile = "words.yaml"
    static let listsFile = "lists.yaml"

    let folder: FolderText
    let start: String
    let languages: [Language]
    private var translations: Translations
    private var findings: [Finding] = []
    private var slots: [Slot] = []
    private var dialogs: [String: Dialog] = [:]
    private var lists: [String: ChoiceList] = [:]
    private var branches: [(reader: FileReader, branches: [Branching])] = []
    /// Dialogs whose file is there, whatever it holds.
    private var names: Set<String> = []
    private var unreadScreens: Set<ScreenAddress> = []
    /// Dialogs that are there, with something in them that is not.
    private var withGaps: Set<String> = []

    init(folder: FolderText, start: String, languages: [Language]) {
        self.folder = folder
        self.start = start
        self.languages = languages.isEmpty ? ["fr"] : languages
        translations = Translations(folder: folder, languages: self.languages)
    }

    mutating func read() -> Reading {
        findings += translations.findings
        let words = programWords()
        translations.accept = words.texts[.accept]
        let files = folder.files.keys.filter { !$0.contains("/") && ($0.hasSuffix(".yaml") || $0.hasSuffix(".yml")) }.sorted()
        for file in files where file != Self.wordsFile { read(file) }
        for (reader, branches) in branches {
            var reader = reader
            for branching in branches { reader.check(branching, with: lists) }
            findings += reader.findings
        }
        if names.isEmpty { tellEmpty() } else if !names.contains(start) { tellNoStart() }
        tellSignUpsTwice()
        dropFollowers()
        findings.sort { ($0.place, $0.kind) < ($1.place, $1.kind) }
        let unread = Script.Unread(dialogs: names.subtracting(dialogs.keys).union(withGaps), screens: unreadScreens)
        let script =
            dialogs.isEmpty
            ? nil : Script(languages: languages, start: start, dialogs: dialogs, lists: lists, words: words, unread: unread)
        return Reading(script: script, findings: findings, slots: slots)
    }

    private mutating func read(_ file: String) {
        guard let text = folder.files[file] else { return }
        var reader = FileReader(file: file, translations: translations)
        let isList = file == Self.listsFile
        if !isList {
            guard file.hasSuffix(".yaml"), file.split(separator: ".").count == 2, ID.isWellFormed(reader.name), reader.name != "return"
            else {
                findings.append(Self.badFileName(file))
                return
            }
            names.insert(reader.name)
        }
        let parsed = ParsedFile(text, file: file)
        reader.findings = parsed.findings
        if let root = parsed.root {
            if isList {
                lists.merge(reader.lists(Self.unwrapped(root), prefix: "lists", slot: "lists")) { first, _ in first }
            } else {
                let read = reader.dialog(root)
                dialogs[reader.name] = read.dialog
                if reader.hasGaps { withGaps.insert(reader.name) }
                unreadScreens.formUnion(read.unread.map { ScreenAddress(dialog: reader.name, screen: $0) })
                lists.merge(read.lists) { first, _ in first }
            }
        }
        findings += reader.findings.inTheirScreens(of: parsed.root)
        slots += reader.slots
        let pending = reader.branches
        reader.findings = []
        if !pending.isEmpty { branches.append((reader, pending)) }
    }

    /// The folder's own words, or those that the program brings.
    private mutating func programWords() -> ProgramWords {
        let own = folder.files[Self.wordsFile]
        let translations = own == nil ? translations.before(Shipped.translations(languages)) : translations
        var reader = FileReader(file: Self.wordsFile, translations: translations)
        let parsed = own.map { ParsedFile($0, file: Self.wordsFile) } ?? Shipped.words
        reader.findings = parsed.findings
        let words = parsed.root.map { reader.programWords($0, languages: languages) }
        if own != nil { findings += reader.findings }
        // A language that the program does not bring is translated in the folder, its words too.
        if own != nil || languages.contains(where: { !Shipped.languages.contains($0) }) { slots += reader.slots }
        return words ?? ProgramWords(texts: [:], commands: [:], status: [:])
    }

    /// `lists.yaml` may have everything under `lists:`, as a dialog's file has it.
    private static func unwrapped(_ root: WrittenMap) -> WrittenMap {
        guard root.entries.count == 1, root.entries[0].key.string == FileKey.lists.rawValue, case .map(let inner) = root.entries[0].value,
            inner.entries.allSatisfy({ if case .map = $0.value { true } else { false } })
        else { return root }
        return inner
    }

    /// A text that ` #` cut is told once.
    private mutating func dropFollowers() {
        let cut = Set(findings.filter { $0.kind == "hash" }.map { Place(file: $0.place.file, line: $0.place.line, column: 1) })
        findings.removeAll { finding in
            finding.kind == "unquoted-words" && cut.contains(Place(file: finding.place.file, line: finding.place.line, column: 1))
        }
    }

    private mutating func tellEmpty() {
        let hasFiles = !folder.files.isEmpty
        findings.append(
            Finding(
                .error, "no-dialog", at: Place(file: "\(start).yaml", line: 1, column: 1),
                what: hasFiles
                    ? Bilingual(fr: "le dossier n'a aucun dialogue", en: "the folder has no dialog")
                    : Bilingual(fr: "le dossier des dialogues est vide", en: "the dialogs' folder is empty"),
                mend: Bilingual(
                    fr: "mettez-y au moins \(start).yaml, le dialogue qui s'ouvre quand on compose le code",
                    en: "put at least \(start).yaml in it, the dialog that a dial opens")))
    }

    private mutating func tellNoStart() {
        let near = nearest(to: start, among: names.sorted())
        findings.append(
            Finding(
                .error, "no-start", at: Place(file: "\(start).yaml", line: 1, column: 1),
                what: Bilingual(
                    fr: "ce fichier manque : c'est lui qui s'ouvre quand on compose le code",
                    en: "this file is missing: it is the one that a dial opens"),
                mend: near.map { Bilingual(fr: "vouliez-vous dire « \($0).yaml » ?", en: "did you mean \"\($0).yaml\"?") }
                    ?? Bilingual(
                        fr: "ajoutez-le, ou changez dialogs.start dans la configuration",
                        en: "add it, or change dialogs.start in the configuration")))
    }

    private mutating func tellSignUpsTwice() {
        var first: [String: Place] = [:]
        let signUps = dialogs.values.flatMap { $0.signUps }.sorted { $0.value.place < $1.value.place }
        for (id, signUp) in signUps {
            guard let other = first[id] else {
                first[id] = signUp.place
                continue
            }
            findings.append(
                Finding(
                    .error, "duplicate-sign-up", at: signUp.place,
                    what: Bilingual(
                        fr: "l'inscription « \(id) » est déjà dans \(other.file)", en: "the sign-up \"\(id)\" is already in \(other.file)"),
                    mend: Bilingual(fr: "donnez-lui un autre nom", en: "give it another name")))
        }
    }

    private static func badFileName(_ file: String) -> Finding {
        Finding(
            .error, "file-name", at: Place(file: file, line: 1, column: 1),
            what: Bilingual(fr: "ce nom de fichier ne peut pas servir", en: "this file's name can't be used"),
            mend: Bilingual(
                fr: "nommez-le en petites lettres sans accent, chiffres et -, avec .yaml à la fin",
                en: "name it in small letters without accents, digits and -, with .yaml at the end"))
    }
}

extension [Finding] {
    /// Findings told before it was known what the file holds get the screen that they stand in.
    fileprivate func inTheirScreens(of root: WrittenMap?) -> [Finding] {
        guard let root, case .map(let screens) = root[FileKey.screens.rawValue], let first = screens.entries.first?.key.place else {
            return self
        }
        let end = root.entries.map(\.key.place).filter { $0 > first }.min()
        return map { finding in
            guard finding.screen == nil, finding.place.file == first.file, finding.place >= first, end.map({ finding.place < $0 }) ?? true
            else {
                return finding
            }
            var finding = finding
            finding.screen = screens.entries.last { $0.key.place <= finding.place }?.key.string
            return finding
        }
    }
}
