/// ServiceLifecycle writes services into the log as they describe themselves; the settings in this one hold a secret.
extension WebServer: CustomStringConvertible {
    package var description: String { "WebServer" }
}
