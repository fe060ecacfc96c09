import ArgumentParser

@main
struct Passerelle: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "passerelle", abstract: "Conversations by SMS and USSD.")
}
