import ArgumentParser

/// `passerelle version`
struct Version: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Prints the program's version.", discussion: "Example: passerelle version")

    @OptionGroup var config: ConfigurationOption

    func run() async throws {
        Terminal.result("passerelle \(Passerelle.version)")
    }
}
