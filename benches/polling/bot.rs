//! Receives a number of updates from a server, and prints how long it took, in milliseconds.

mod receiver;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args().skip(1);
    let url = arguments.next().ok_or("no URL")?;
    let wanted: usize = arguments.next().ok_or("no number")?.parse()?;
    let token = "123456:ABC-DEF1234ghIkl-zyx57W2v1u123ew11";
    // The connection, and whatever is created once, do not count.
    receiver::receive(&url, token, 1000).await?;
    let started = std::time::Instant::now();
    std::hint::black_box(receiver::receive(&url, token, wanted).await?);
    println!("{}", started.elapsed().as_millis());
    Ok(())
}
