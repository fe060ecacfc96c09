import ArgumentParser
import Dialogs
import Texting

/// `passerelle measure`: what a text takes, before anybody pays for it.
struct Measure: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says what a text takes as an SMS and on USSD.",
        discussion: """
            The text is measured as it stands, unless --letters says to which letters it is fitted first.
            Example: passerelle measure --letters gsm -- "Répondez 1 pour être rappelé"
            """)

    @Flag(help: "Says how many USSD pages of 160 units it takes.")
    var ussd = false

    @Option(help: "Fits the text to these letters first: ascii, gsm or unicode.")
    var letters: Letters?

    @Flag(help: "Prints encoding, units, parts and ussd-pages as JSON.")
    var json = false

    @OptionGroup var config: ConfigurationOption

    @Argument(help: "The text; put -- before one that begins with a dash.")
    var text: String

    /// What most gateways show, whatever the standard allows.
    private static let page = PageBudget(letters: .unicode, units: 160)

    func run() async throws {
        let shown = letters.map { fitted(text, to: $0) } ?? text
        let size = MessageSize(sms: shown)
        let screens = pages(text: shown, options: [], keys: { _, _ in [] }, budget: Self.page)
        if json {
            // By hand: the keys have an order, and all that stands in it is ours.
            Terminal.result(
                #"{"encoding":"\#(size.encoding.rawValue)","units":\#(size.units),"parts":\#(size.parts),"ussd-pages":\#(screens.count)}"#)
        } else if ussd {
            Terminal.result(onUSSD(screens))
        } else {
            Terminal.result(bySMS(size))
        }
    }

    private func bySMS(_ size: MessageSize) -> String {
        let units =
            switch size.encoding {
            case .gsm7: Bilingual(fr: "unités GSM (7 bits) : \(size.units)", en: "GSM units (7 bits): \(size.units)")
            case .ucs2: Bilingual(fr: "unités UCS-2 (16 bits) : \(size.units)", en: "UCS-2 units (16 bits): \(size.units)")
            }
        let room = size.parts > 1 ? size.encoding.unitsInPart : size.encoding.unitsAlone
        let parts =
            size.parts > 1
            ? Bilingual(fr: "\(size.parts) SMS de \(room) au plus", en: "\(size.parts) SMS of at most \(room)")
            : Bilingual(fr: "1 SMS (\(room) au plus)", en: "1 SMS (at most \(room))")
        return "\(units.words), \(parts.words)"
    }

    private func onUSSD(_ screens: [String]) -> String {
        let count = screens.count
        let head = Bilingual(
            fr: count == 1 ? "1 page USSD (160 unités, ou 80 en UCS-2)" : "\(count) pages USSD (de 160 unités, ou 80 en UCS-2)",
            en: count == 1 ? "1 USSD page (160 units, or 80 in UCS-2)" : "\(count) USSD pages (of 160 units, or 80 in UCS-2)")
        guard count > 1 else { return head.words }
        return ([head.words] + screens.enumerated().map { "— \($0 + 1) —\n\($1)" }).joined(separator: "\n")
    }
}

extension Letters: ExpressibleByArgument {}
