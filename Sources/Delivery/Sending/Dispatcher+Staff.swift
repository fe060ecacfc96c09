package import Texting

extension Dispatcher {
    /// Sends staff an SMS about the service itself, by the routes; returns whether a gateway took it.
    ///
    /// It is no message of the outbox: it must come when the day's money is spent, at any hour, while sending is paused and where the
    /// database has trouble, and a number of staff's is no contact.
    ///
    /// - Parameter channel: the one that it is about, which is tried last.
    package func tell(_ number: PhoneNumber, _ words: String, avoiding channel: String) async -> Bool {
        let ways = office.settings.routes.ways(to: number, on: nil)
        for way in ways.filter({ $0 != channel }) + ways.filter({ $0 == channel }) {
            guard let line = lines.first(where: { $0.channel.name == way }), await line.tell(number, words) else { continue }
            return true
        }
        return false
    }
}
