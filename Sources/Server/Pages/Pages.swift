package import Hummingbird

/// Pages for a browser: what they add stands beside the webhooks, and a `Refusal` that they throw is told as a sentence.
package protocol Pages: Sendable {
    func add<Context: WebContext>(to router: Router<Context>)
}
