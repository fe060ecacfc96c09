/// What staff do to a campaign that was begun.
enum CampaignChange: String, Codable {
    case pause, resume, stop
}
