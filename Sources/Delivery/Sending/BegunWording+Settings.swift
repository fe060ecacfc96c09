import Conversations
import Foundation
import Store

extension BegunWording {
    init(_ scripts: ScriptShelf, _ settings: DeliverySettings, at desk: TurnDesk, now: Date) {
        self.init(scripts: scripts, country: settings.country, timeZone: settings.timeZone, desk: desk, now: now)
    }
}
