import Dialogs
import Foundation
import Texting

/// The service's own clock, and who is told of trouble.
extension Configuration {
    mutating func readWatch(_ top: inout SettingReader, file: String, _ problems: inout [ConfigurationProblem]) {
        var moved = SettingReader(top.take("clock"), path: "clock", file: file)
        ahead = moved.duration("ahead") ?? ahead
        problems += moved.finished()

        let written = top.take("alarm")
        var told = SettingReader(written, path: "alarm", file: file)
        alarm.command = told.text("command")
        if let phone = told.text("phone") {
            alarm.phone = try? PhoneNumber(parsing: phone, in: country)
            if alarm.phone == nil, let setting = written?["phone"] {
                told.refuse(setting, "phone", fr: "un numéro de téléphone", en: "a phone number")
            }
        }
        alarm.silentAfter = told.duration("silent-after")
        problems += told.finished()
    }

    /// What time the service takes it to be.
    var clock: @Sendable () -> Date {
        let ahead = TimeInterval(ahead.components.seconds)
        return { World.clock().addingTimeInterval(ahead) }
    }
}
