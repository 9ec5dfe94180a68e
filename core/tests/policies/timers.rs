//! Clocks of other runtimes.

use std::pin::pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::{Duration, Instant};

use telegrammar_core::transport::{Sleep, Timer};
use telegrammar_core::{Error, Retry};

use crate::memory::{Memory, Step, flood, ok, send};

/// A clock that stands at the end of each sleep, and remembers them.
#[derive(Clone, Default)]
struct Jumping(Arc<Mutex<(Duration, Vec<Duration>)>>);

impl Timer for Jumping {
    fn now(&self) -> Duration {
        self.0.lock().unwrap().0
    }

    fn sleep(&self, duration: Duration) -> Sleep {
        let mut clock = self.0.lock().unwrap();
        clock.0 += duration;
        clock.1.push(duration);
        Box::pin(std::future::ready(()))
    }
}

struct Unpark(Thread);

impl Wake for Unpark {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

/// Runs a future without any runtime.
fn block_on<T>(future: impl Future<Output = T>) -> T {
    let mut future = pin!(future);
    let waker = Waker::from(Arc::new(Unpark(thread::current())));
    loop {
        match future.as_mut().poll(&mut Context::from_waker(&waker)) {
            Poll::Ready(value) => return value,
            Poll::Pending => thread::park(),
        }
    }
}

/// A runtime is entered only for the clock of the memory.
fn memory(script: impl IntoIterator<Item = Step>) -> Memory {
    Memory::new(script)
}

#[test]
fn retries_use_the_timer_of_the_builder() {
    let clock = Jumping::default();
    let memory = memory([flood(40), flood(2), ok()]);
    let bot = memory
        .builder()
        .retry(Retry::standard())
        .timer(clock.clone());
    let started = Instant::now();
    block_on(bot.build().unwrap().send(send("1"))).unwrap();
    assert!(started.elapsed() < Duration::from_secs(1));
    let sleeps = clock.0.lock().unwrap().1.clone();
    assert_eq!(sleeps, [Duration::from_secs(40), Duration::from_secs(2)]);
}

#[test]
fn without_a_runtime_the_time_passes_all_the_same() {
    let memory = memory([Step::Hang]);
    let bot = memory.builder().build().unwrap();
    let short = Duration::from_millis(80);
    let started = Instant::now();
    let error = block_on(bot.send(send("1")).timeout(short)).unwrap_err();
    assert!(matches!(error, Error::Transport(_)), "{error:?}");
    let taken = started.elapsed();
    assert!(
        taken >= short && taken < Duration::from_secs(10),
        "{taken:?}"
    );
}

/// The number of threads of this process.
#[cfg(target_os = "linux")]
fn threads() -> usize {
    std::fs::read_dir("/proc/self/task").unwrap().count()
}

#[cfg(target_os = "linux")]
#[test]
fn a_thread_ends_with_the_call_that_it_waits_for() {
    let memory = memory([ok()]);
    let bot = memory.builder().build().unwrap();
    let before = threads();
    for _ in 0..300 {
        block_on(bot.send(send("1")).timeout(Duration::from_secs(600))).unwrap();
    }
    let started = Instant::now();
    // Other tests run at the same time, with threads of their own.
    while threads() > before + 100 && started.elapsed() < Duration::from_secs(20) {
        thread::sleep(Duration::from_millis(5));
    }
    assert!(
        threads() <= before + 100,
        "{} threads, {before} before",
        threads()
    );
}
