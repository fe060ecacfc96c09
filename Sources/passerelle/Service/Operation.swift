import Store
import Texting

/// What changes something in a database: done by the running service where there is one, else by the command itself.
enum Operation: Codable {
    case publish(withStale: Bool, now: Bool)
    case rollback(version: String)
    case purge
    case erase(phone: PhoneNumber)
    case pauseSending, resumeSending
    case beginCampaign(CampaignOrder)
    case changeCampaign(String, CampaignChange)
    case testCampaign(CampaignOrder, phone: PhoneNumber)

    /// What became of it, for the terminal and the exit code.
    struct Report: Codable {
        var lines: [String]
        var isDone: Bool
        /// A campaign that is going on, as `passerelle campaigns` names it.
        var campaign: String?

        init(_ lines: [String], isDone: Bool = true) {
            self.lines = lines
            self.isDone = isDone
        }
    }
}
