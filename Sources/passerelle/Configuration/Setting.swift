import Dialogs
import Yams

/// A part of the configuration file: every scalar is the text that stands there.
indirect enum Setting: Equatable {
    case text(String, Place)
    case list([Setting], Place)
    case map([Entry], Place)

    struct Entry: Equatable {
        var key: String
        var place: Place
        var value: Setting
    }

    var place: Place {
        switch self {
        case .text(_, let place), .list(_, let place), .map(_, let place): place
        }
    }

    var entries: [Entry] {
        guard case .map(let entries, _) = self else { return [] }
        return entries
    }

    subscript(key: String) -> Setting? { entries.first { $0.key == key }?.value }

    /// Reads a YAML text; an empty one is an empty map.
    init(parsing text: String, file: String) throws(ConfigurationProblem) {
        let node: Node?
        do {
            node = try Yams.compose(yaml: text)
        } catch let YamlError.duplicatedKeysInMapping(duplicates, context) {
            let key = duplicates.first.map { "\($0)" } ?? ""
            throw ConfigurationProblem(
                at: Place(file: file, line: context.mark.line, column: context.mark.column),
                fr: "« \(key) » est écrit deux fois ; gardez-en un", en: "“\(key)” is written twice; keep one of them")
        } catch {
            let mark = (error as? YamlError).flatMap(Self.mark)
            let place = Place(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1)
            throw ConfigurationProblem(
                at: place, fr: "ce fichier n'est pas du YAML lisible ; un texte avec « : » ou « # » se met entre guillemets",
                en: "this file can't be read as YAML; a text with “: ” or “#” in it goes in quotes")
        }
        guard let node else {
            self = .map([], Place(file: file, line: 1, column: 1))
            return
        }
        self = try Self.converted(node, file: file)
    }

    private static func mark(of error: YamlError) -> Mark? {
        switch error {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark
        default: nil
        }
    }

    private static func converted(_ node: Node, file: String) throws(ConfigurationProblem) -> Setting {
        let place = Place(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
        switch node {
        case .scalar(let scalar): return .text(scalar.string, place)
        case .sequence(let sequence):
            var items: [Setting] = []
            for item in sequence { items.append(try converted(item, file: file)) }
            return .list(items, place)
        case .mapping(let mapping):
            var entries: [Entry] = []
            for (key, value) in mapping {
                guard case .scalar(let name) = key else { continue }
                let keyPlace = Place(file: file, line: key.mark?.line ?? place.line, column: key.mark?.column ?? place.column)
                entries.append(Entry(key: name.string, place: keyPlace, value: try converted(value, file: file)))
            }
            return .map(entries, place)
        case .alias:
            throw ConfigurationProblem(
                at: place, fr: "les renvois (*nom) ne sont pas admis ici ; écrivez la valeur",
                en: "aliases (*name) are not taken here; write the value")
        }
    }
}
