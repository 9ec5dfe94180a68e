//! telegrammar beside somebody's own reqwest: cargo unites the features of both. The section "Beside
//! your own reqwest" of the README says what is tested here.

use std::panic::catch_unwind;

use telegrammar::Bot;

const TOKEN: &str = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11";

/// Returns the message if reqwest panics.
fn panic_of_client() -> Option<String> {
    let panic = catch_unwind(|| drop(reqwest::Client::new())).err()?;
    let text = panic.downcast_ref::<&str>().map(ToString::to_string);
    text.or_else(|| panic.downcast_ref::<String>().cloned())
}

/// One test, because a provider is installed for the whole process and for good.
#[test]
fn a_client_of_your_own_needs_a_provider_and_a_bot_does_not() {
    assert!(Bot::new(TOKEN).is_ok());
    // A bot installs nothing in the process, so this is what happens with or without one.
    assert!(rustls::crypto::CryptoProvider::get_default().is_none());
    let panic = panic_of_client();
    if cfg!(feature = "default-tls") {
        assert_eq!(panic, None);
        // rustls itself does not choose between two providers.
        assert!(catch_unwind(|| drop(rustls::ClientConfig::builder())).is_err());
    } else {
        let panic = panic.unwrap_or_default();
        assert!(
            panic.starts_with("No rustls crypto provider is configured."),
            "{panic}"
        );
    }

    let installed = rustls::crypto::ring::default_provider().install_default();
    assert!(installed.is_ok());
    assert_eq!(panic_of_client(), None);
    assert!(Bot::new(TOKEN).is_ok());
    let client = reqwest::Client::new();
    assert!(Bot::builder(TOKEN).client(client).build().is_ok());
}
