/// What each gateway sends, as its documentation has it: one request a text, in the form of `WebRequest(fuzzed:)`.
package enum GatewaySeeds {
    /// By the gateway's name in the catalogue; all of these are taken.
    package static let received: [String: [String]] = [
        "africas-talking-sms": [
            form("id=ATx1&from=%2B237670000001&to=8080&date=2017-05-03T06%3A04%3A45Z&text=OUI&linkId=l"),
            form("id=ATXid_1&status=Success&phoneNumber=%2B237670000001&networkCode=62401&retryCount=0"),
            form("id=ATXid_1&status=Failed&failureReason=UserInBlackList&phoneNumber=%2B237670000001"),
            form("senderId=MINPMEESA&phoneNumber=%2B237670000001"),
        ],
        "africas-talking-ussd": [
            form("sessionId=s&phoneNumber=%2B237670000001&networkCode=62401&serviceCode=*123%23&text="),
            form("sessionId=s&phoneNumber=%2B237670000001&networkCode=62401&serviceCode=*123%23&text=1*1**Awa*Ngo"),
            form("sessionId=s&phoneNumber=%2B237670000001&status=Incomplete&durationInMillis=5000&input=1*1&errorMessage="),
        ],
        "hubtel-ussd": [
            json(##"{"SessionId":"h1","Mobile":"237670000001","Type":"Initiation","Message":"*123#","Operator":"mtn","Sequence":1}"##),
            json(#"{"SessionId":"h1","Mobile":"237670000001","Type":"Response","Message":"1","Sequence":2,"ClientState":"x"}"#),
            json(#"{"SessionId":"h1","Mobile":"237670000001","Type":"Release","Message":"","Sequence":4}"#),
        ],
        "infobip": [
            json(
                #"{"results":[{"messageId":"a","from":"237670000001","to":"237670000099","text":"Oui","receivedAt":"2016-10-06T09:28:39.220+0000","price":{"pricePerMessage":0,"currency":"EUR"}},{"messageId":"b","from":"Orange","text":"x"}]}"#
            ),
            json(
                #"{"results":[{"messageId":"0191e1807d6070000aded7d8b151cbd5","to":"237670000001","price":{"pricePerMessage":0.01,"currency":"EUR"},"smsCount":3,"status":{"groupId":3,"groupName":"DELIVERED","id":5,"name":"DELIVERED_TO_HANDSET"},"error":{"groupId":0,"name":"NO_ERROR"}}]}"#
            ),
        ],
        "kannel": [
            text("Où êtes-vous ? €"), text("مرحبا", "X-Kannel-Coding: 2\n"), text("", "X-Kannel-Coding: 1\n"),
            "GET sender=%2B237670000001&to=8080&ts=1795577669&id=0ff595f4&message=%06E%061%06-%00+%00A&charset=UTF-16BE&coding=2\n\n",
            "GET sender=670000001&message=Bonjour++%C3%A7a&ts=17&charset=ISO-8859-1&coding=1\n\n",
        ],
        "kannel-ussd": [
            text("*123#", "X-Kannel-Meta-Data: ?smpp?ussd_service_op=%01&its_session_info=%00%FF&\n"),
            text("1", "X-Kannel-Meta-Data: ?http?a=b&?smpp?ussd_service_op=18&its_session_info=%00%FF&?orig?x=y\n"),
            text("", "X-Kannel-Meta-Data: ?smpp?ussd_service_op=%20&its_session_info=%00%FF&\n"),
        ],
        "mtn-sms": [
            json(
                #"{"id":null,"senderAddress":"237670000001","receiverAddress":"8080","message":"Hello","created":1678794364855,"submittedDate":null}"#
            ),
            json(#"{"TransactionID":"rrt-58503","clientCorrelator":"0191e1807d6070000aded7d8b151cbd5","deliveryStatus":"DELIVRD"}"#),
        ],
        "mtn-ussd": [
            json(##"{"sessionId":"m1","msisdn":"237670000001","messageType":"0","serviceCode":"*123#","ussdString":"*123*2*1#"}"##),
            json(
                #"{"sessionId":"m1","msisdn":237670000001,"messageType":1,"ussdString":12,"cellId":"62401","imsi":"62401","language":"fr"}"#
            ),
            json(#"{"sessionId":"m1","msisdn":"237670000001","messageType":"5","ussdString":null}"#),
        ],
        "orange-sms": [
            json(
                #"{"inboundSMSMessageNotification":{"inboundSMSMessage":{"senderAddress":"tel:+237670000001","destinationAddress":"+2378080","message":"BEGIN Test","dateTime":"2014-04-15T07:40:13Z"}}}"#
            ),
            json(
                #"{"deliveryInfoNotification":{"callbackData":"0191e1807d6070000aded7d8b151cbd5","deliveryInfo":{"address":"tel:+237670000001","deliveryStatus":"DeliveredToTerminal"}}}"#
            ),
        ],
        "phone": [
            json(##"{"number":"6 70 00 00 01","session":"a1","code":"*123*2*1#"}"##),
            json(#"{"number":"6 70 00 00 01","session":"a1","text":"1","step":2}"#),
            json(#"{"number":"+237670000001","session":"a1","hang-up":true}"#), json(#"{"number":"6 70 00 00 01","sms":"JOIN","id":"m1"}"#),
        ],
        "twilio": [
            form(
                "ToCountry=CM&NumMedia=0&SmsStatus=received&Body=JOIN+est&To=%2B237670000099&MessageSid=SM2bd5&AccountSid=AC1&From=%2B237670000001"
            ),
            "GET MessageSid=SM2bd5&From=%2B237670000001&Body=Oui&key=geheim\n\n",
        ],
        "vonage": [
            form(
                "msisdn=237670000001&to=237670000099&messageId=0A1&type=text&text=Oui&message-timestamp=2020-01-01+12%3A00%3A00&network-code=62401"
            ),
            "GET msisdn=237670000001&to=1&messageId=0A1&text=Oui&timestamp=1578787200&nonce=aaaaaaaa\n\n",
            json(#"{"msisdn":"237670000001","to":"1","messageId":"0A1","text":"Ça va ?","timestamp":1578787200}"#),
        ],
    ]

    /// What is told of messages of ours, where the address for it is read apart.
    package static let told: [String: [String]] = [
        "kannel": ["GET status=1&id=0191e1807d6070000aded7d8b151cbd5&smsc=a\n\n", "GET status=16&id=0191e1807d6070000aded7d8b151cbd5\n\n"],
        "twilio": [form("MessageSid=SM2bd5&MessageStatus=undelivered&ErrorCode=21610&AccountSid=AC1&To=%2B237670000001")],
        "vonage": [
            form(
                "msisdn=237670000001&to=1&network-code=62401&messageId=0A1&price=0.0333&status=delivered&err-code=0&client-ref=0191e1807d6070000aded7d8b151cbd5"
            ),
            json(#"{"messageId":"0A1","status":"failed","err-code":1}"#),
        ],
    ]

    static func form(_ body: String) -> String { "POST \nContent-Type: application/x-www-form-urlencoded\n\n" + body }
    static func json(_ body: String) -> String { "POST \nContent-Type: application/json\n\n" + body }
    static func xml(_ body: String) -> String { "POST \nContent-Type: text/xml; charset=utf-8\n\n" + body }

    private static func text(_ body: String, _ more: String = "") -> String {
        "POST id=0ff595f4-70f3\nContent-Type: text/plain; charset=\"UTF-8\"\nX-Kannel-From: +237670000001\nX-Kannel-To: 123\n"
            + "X-Kannel-Time: 2026-11-24 23:59:17\nX-Kannel-SMSC: fake\n\(more)\n\(body)"
    }
}
