import Console
import Testing

struct PhonePageTests {
    @Test func `a page equals itself`() { #expect(PhonePage() == PhonePage()) }
}
