/// All that reads what comes from outside, but for the service as a whole.
package enum Subjects {
    /// - Parameter material: the shipped dialogs and what else they begin from.
    package static func all(_ material: Material) throws -> [Subject] {
        texting + gateways + sending + (try dialogFiles(material)) + [randomScripts]
    }
}
