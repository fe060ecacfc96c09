/// Every gateway that carries SMS both ways.
enum Carriers {
    static let publicAddress = "https://passerelle.example"

    static let all: [any Carrier] = [
        KannelCarrier(), AfricasTalkingCarrier(), TwilioCarrier(), InfobipCarrier(), MTNCarrier(), OrangeCarrier(), VonageCarrier(),
        DescribedCarrier(),
    ]
}
