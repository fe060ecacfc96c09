import Dialogs
import Foundation
import GRDB

extension TurnDesk {
    package func campaign(_ id: Identifier<Kept.Campaign>) throws -> Campaign? {
        try db.row("SELECT texts, opens, expires, state FROM campaign WHERE id = ?", [id.data]).map { row in
            let texts = try JSONDecoder().decode([String: String].self, from: Data((row[0] as String).utf8))
            return Campaign(
                id: id, texts: Dictionary(uniqueKeysWithValues: texts.map { (Language(rawValue: $0), $1) }), opens: row[1],
                expires: Date(milliseconds: row[2]), state: Campaign.State(rawValue: row[3]) ?? .stopped)
        }
    }
}
