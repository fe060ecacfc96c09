package import Foundation

extension PhoneNumber {
    /// The clocks that its country lives by, or its first and last where there are more than two; nil where we don't know the country's.
    ///
    /// By the tz database (zone1970.tab) and the calling codes of ITU-T E.164. A phone abroad shows its home's number, so this is a guess
    /// that is right for most.
    package var timeZones: [TimeZone]? {
        guard let code = CallingCode.beginning(e164.drop { $0 == "+" }) else { return nil }
        return Self.zones[code]
    }

    private static let zones: [String: [TimeZone]] = {
        let table = """
            1 America/St_Johns America/Los_Angeles
            7 Europe/Kaliningrad Asia/Kamchatka
            20 Africa/Cairo
            27 Africa/Johannesburg
            30 Europe/Athens
            31 Europe/Amsterdam
            32 Europe/Brussels
            33 Europe/Paris
            34 Europe/Madrid Atlantic/Canary
            36 Europe/Budapest
            39 Europe/Rome
            40 Europe/Bucharest
            41 Europe/Zurich
            43 Europe/Vienna
            44 Europe/London
            45 Europe/Copenhagen
            46 Europe/Stockholm
            47 Europe/Oslo
            48 Europe/Warsaw
            49 Europe/Berlin
            51 America/Lima
            52 America/Mexico_City America/Tijuana
            54 America/Argentina/Buenos_Aires
            55 America/Sao_Paulo America/Rio_Branco
            56 America/Santiago
            57 America/Bogota
            58 America/Caracas
            60 Asia/Kuala_Lumpur
            61 Australia/Perth Australia/Sydney
            62 Asia/Jakarta Asia/Jayapura
            63 Asia/Manila
            64 Pacific/Auckland
            65 Asia/Singapore
            66 Asia/Bangkok
            81 Asia/Tokyo
            82 Asia/Seoul
            84 Asia/Ho_Chi_Minh
            86 Asia/Shanghai
            90 Europe/Istanbul
            91 Asia/Kolkata
            92 Asia/Karachi
            93 Asia/Kabul
            94 Asia/Colombo
            98 Asia/Tehran
            211 Africa/Juba
            212 Africa/Casablanca
            213 Africa/Algiers
            216 Africa/Tunis
            218 Africa/Tripoli
            220 Africa/Banjul
            221 Africa/Dakar
            222 Africa/Nouakchott
            223 Africa/Bamako
            224 Africa/Conakry
            225 Africa/Abidjan
            226 Africa/Ouagadougou
            227 Africa/Niamey
            228 Africa/Lome
            229 Africa/Porto-Novo
            230 Indian/Mauritius
            231 Africa/Monrovia
            232 Africa/Freetown
            233 Africa/Accra
            234 Africa/Lagos
            235 Africa/Ndjamena
            236 Africa/Bangui
            237 Africa/Douala
            238 Atlantic/Cape_Verde
            239 Africa/Sao_Tome
            240 Africa/Malabo
            241 Africa/Libreville
            242 Africa/Brazzaville
            243 Africa/Kinshasa Africa/Lubumbashi
            244 Africa/Luanda
            245 Africa/Bissau
            248 Indian/Mahe
            249 Africa/Khartoum
            250 Africa/Kigali
            251 Africa/Addis_Ababa
            252 Africa/Mogadishu
            253 Africa/Djibouti
            254 Africa/Nairobi
            255 Africa/Dar_es_Salaam
            256 Africa/Kampala
            257 Africa/Bujumbura
            258 Africa/Maputo
            260 Africa/Lusaka
            261 Indian/Antananarivo
            262 Indian/Reunion Indian/Mayotte
            263 Africa/Harare
            264 Africa/Windhoek
            265 Africa/Blantyre
            266 Africa/Maseru
            267 Africa/Gaborone
            268 Africa/Mbabane
            269 Indian/Comoro
            291 Africa/Asmara
            351 Europe/Lisbon Atlantic/Azores
            352 Europe/Luxembourg
            353 Europe/Dublin
            354 Atlantic/Reykjavik
            355 Europe/Tirane
            356 Europe/Malta
            357 Asia/Nicosia
            358 Europe/Helsinki
            359 Europe/Sofia
            370 Europe/Vilnius
            371 Europe/Riga
            372 Europe/Tallinn
            373 Europe/Chisinau
            374 Asia/Yerevan
            375 Europe/Minsk
            376 Europe/Andorra
            377 Europe/Monaco
            380 Europe/Kiev
            381 Europe/Belgrade
            382 Europe/Podgorica
            385 Europe/Zagreb
            386 Europe/Ljubljana
            387 Europe/Sarajevo
            389 Europe/Skopje
            420 Europe/Prague
            421 Europe/Bratislava
            423 Europe/Vaduz
            852 Asia/Hong_Kong
            855 Asia/Phnom_Penh
            880 Asia/Dhaka
            961 Asia/Beirut
            962 Asia/Amman
            963 Asia/Damascus
            964 Asia/Baghdad
            965 Asia/Kuwait
            966 Asia/Riyadh
            967 Asia/Aden
            968 Asia/Muscat
            970 Asia/Gaza
            971 Asia/Dubai
            972 Asia/Jerusalem
            973 Asia/Bahrain
            974 Asia/Qatar
            994 Asia/Baku
            995 Asia/Tbilisi
            """
        let rows = table.split(separator: "\n").map { $0.split(separator: " ") }
        return Dictionary(
            uniqueKeysWithValues: rows.map { row in (String(row[0]), row.dropFirst().compactMap { TimeZone(identifier: String($0)) }) })
    }()
}
