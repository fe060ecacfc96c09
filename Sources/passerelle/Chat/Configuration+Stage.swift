import Dialogs

extension Configuration {
    /// What `chat` and `test` play on: the dialogs' folder, and the channels as they are configured.
    func stage() throws -> Stage {
        Stage(
            scene: try Stage.Scene(folder: dialogs.folder, scriptSettings), settings: scriptSettings, country: country,
            timeZone: timeZone, resumeWithin: resumeWithin, ussd: played(.ussd), sms: played(.sms))
    }

    /// The first channel of a kind that serves people, else the first at all, else one as they come, with the code and the cost that
    /// the other channels have.
    private func played(_ kind: ChannelKind) -> Channel {
        let serving = (channels.filter { !$0.isForTests } + channels.filter(\.isForTests)).map(\.facts)
        if let channel = serving.first(where: { $0.kind == kind }) { return channel }
        var usual = Self.usualChannels.first { $0.kind == kind } ?? Self.usualChannels[0]
        if let other = serving.first(where: { !$0.code.isEmpty }) {
            usual.code = other.code
            usual.cost = other.cost
        }
        return usual
    }
}
