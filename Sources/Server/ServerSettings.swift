/// Where the service listens, and to whom.
package struct ServerSettings: Sendable {
    package var host: String
    /// 0 takes one that is free.
    package var port: Int
    /// The address by which the world reaches it through a proxy: `https://sms.example.cm`; nil where it has none.
    package var publicAddress: String?
    /// Who has it is told the details of health and metrics from anywhere.
    package var token: String?
    package var channels: [ServedChannel]
    package var limits = RequestLimits()

    package init(host: String, port: Int, publicAddress: String?, token: String?, channels: [ServedChannel]) {
        self.host = host
        self.port = port
        self.publicAddress = publicAddress
        self.token = token
        self.channels = channels
    }

    /// For what is open to this machine's own browser alone.
    package var localDoor: LocalDoor { LocalDoor(listeningAt: host, isPublic: publicAddress != nil) }
}
